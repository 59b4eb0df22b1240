"""Pictures for tests, made as they are needed."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from tests.factories import ImageFactory


def drawn(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """Draw a picture: green on the left, blue on the right."""
    width, height = size
    picture = Image.new(mode, size, "green")
    ImageDraw.Draw(picture).rectangle((width // 2, 0, width, height), "blue")
    return picture


def content(picture: Image.Image, format: str, **options: Any) -> bytes:
    output = BytesIO()
    picture.save(output, format, **options)
    return output.getvalue()


def file(size: tuple[int, int], name: str = "rathaus.jpg", mode: str = "RGB") -> ContentFile:
    format = "PNG" if name.endswith("png") else "JPEG"
    return ContentFile(content(drawn(size, mode), format), name=name)


def image(size: tuple[int, int] = (660, 500), **values: Any) -> Any:
    """Put a picture into the library."""
    return ImageFactory(**{"file": file(size)} | values)
