"""Makes the files of an image: decoded once, cut as Wagtail cuts, written in each format."""

from base64 import b64encode
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, ImageCms, ImageOps
from wagtail.images.models import Filter

from graphql_api.documents.image_presets import AVIF, JPEG, PNG, PRESETS, WEBP, Preset

PLACEHOLDER_WIDTH = 16

# What each format is called by Wagtail and by Pillow, and how it is written.
# AVIF's default speed takes six times as long for files that are hardly smaller.
WRITERS: dict[str, tuple[str, str, dict[str, Any]]] = {
    AVIF: ("avif", "AVIF", {"quality": 60, "speed": 9}),
    WEBP: ("webp", "WEBP", {"quality": 80}),
    JPEG: ("jpeg", "JPEG", {"quality": 80, "optimize": True, "progressive": True}),
    PNG: ("png", "PNG", {"optimize": True}),
}


class Cut(NamedTuple):
    """A part of the image at the size in which it is shown."""

    picture: Image.Image
    spec: str
    focal_point_key: str
    position: list[float]


@dataclass(frozen=True, slots=True)
class EncodedFile:
    """A file of an image, not stored yet; `spec` and `focal_point_key` as Wagtail has them."""

    preset: str
    mime_type: str
    width: int
    height: int
    spec: str
    focal_point_key: str
    content: bytes

    @property
    def extension(self) -> str:
        return WRITERS[self.mime_type][0].replace("jpeg", "jpg")


@dataclass(frozen=True, slots=True)
class EncodedPreset:
    """An image as a preset shows it.

    position: the focal point in it, in percent of width and height. placeholder: a data URI.
    """

    position: list[float]
    placeholder: str
    files: list[EncodedFile]


def encoded(image: Any, picture: Image.Image) -> Iterator[tuple[str, EncodedPreset]]:
    """Make all files of a Wagtail image, whose decoded picture is `picture`."""
    image = turned(image, picture.size)
    for name, preset in PRESETS.items():
        cuts = [cut(image, picture, preset, size) for size in preset.sizes_of(*picture.size)]
        files = [
            file(name, cut, mime_type) for mime_type in formats(preset, picture) for cut in cuts
        ]
        yield name, EncodedPreset(cuts[0].position, placeholder(cuts[0].picture), files)


def decoded(image: Any) -> Image.Image:
    """Read an image upright, in sRGB, with a channel of opacity only if it is transparent."""
    with image.get_willow_image() as opened:
        picture: Image.Image = ImageOps.exif_transpose(opened.get_pillow_image())
        return srgb(plain(picture))


def turned(image: Any, size: tuple[int, int]) -> Any:
    """Give an image with the size and focal point that it has when it is upright.

    Wagtail notes the size before it turns a photo as the camera was held.
    """
    if size == (image.width, image.height):
        return image
    x, y = size[0] / image.width, size[1] / image.height
    upright = copy(image)
    if image.has_focal_point():
        upright.focal_point_x = round(image.focal_point_x * x)
        upright.focal_point_width = round(image.focal_point_width * x)
        upright.focal_point_y = round(image.focal_point_y * y)
        upright.focal_point_height = round(image.focal_point_height * y)
    return upright


def plain(picture: Image.Image) -> Image.Image:
    """Give a picture of whatever mode as RGB, RGBA or CMYK."""
    if picture.has_transparency_data:
        rgba = picture.convert("RGBA")
        if any(rgba.getchannel("A").histogram()[:255]):
            return rgba
    if picture.mode.startswith("I"):
        # 16 bits for each pixel; Pillow would cut off all that is brighter than its 8.
        picture = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return picture if picture.mode in {"RGB", "CMYK"} else picture.convert("RGB")


def srgb(picture: Image.Image) -> Image.Image:
    """Give the colours as every screen knows them; a broken profile counts for none."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile := picture.info.get("icc_profile"):
        try:
            embedded = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, embedded, target, outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            converted = None
        picture = converted or picture
    return picture.convert(mode)


def cut(image: Any, picture: Image.Image, preset: Preset, size: tuple[int, int | None]) -> Cut:
    width, height = size
    spec = f"width-{width}" if height is None else f"fill-{width}x{height}"
    filter = Filter(spec)
    transform = filter.get_transform(image, picture.size)
    shown = picture.resize(
        transform.size,
        Image.Resampling.LANCZOS,
        box=clamped(transform.get_rect().round(), picture.size),
        reducing_gap=3.0,
    )
    return Cut(shown, spec, filter.get_cache_key(image), position(image, transform))


def clamped(rect: Any, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Give the corners of a rectangle, which rounding may have moved out of the picture."""
    left, top, right, bottom = rect
    return max(0, left), max(0, top), min(right, size[0]), min(bottom, size[1])


def position(image: Any, transform: Any) -> list[float]:
    """Say where the focal point lies in a cut, in percent; the middle where there is none."""
    focal_point = image.get_focal_point()
    if focal_point is None:
        return [50.0, 50.0]
    place = transform.transform_vector(focal_point.centroid)
    return [
        round(min(max(where / length, 0), 1) * 100, 1)
        for where, length in zip(place, transform.size, strict=True)
    ]


def formats(preset: Preset, picture: Image.Image) -> list[str]:
    """Give the formats of a preset; where there is a choice, a transparent image stays so."""
    transparent = picture.mode == "RGBA" and len(preset.formats) > 1
    return [PNG if transparent and each == JPEG else each for each in preset.formats]


def file(preset: str, cut: Cut, mime_type: str) -> EncodedFile:
    name, _writer, _options = WRITERS[mime_type]
    return EncodedFile(
        preset,
        mime_type,
        *cut.picture.size,
        f"{cut.spec}|format-{name}",
        cut.focal_point_key,
        written(cut.picture, mime_type),
    )


def written(picture: Image.Image, mime_type: str, **options: Any) -> bytes:
    """Write a picture without anything its camera noted, such as the place it was taken."""
    _name, writer, defaults = WRITERS[mime_type]
    if mime_type == JPEG and picture.mode == "RGBA":
        picture = on_white(picture)
    picture.info.clear()
    output = BytesIO()
    picture.save(output, writer, **defaults | options)
    return output.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")


def placeholder(picture: Image.Image) -> str:
    """Give a few pixels of a picture as a data URI."""
    height = max(1, round(picture.height * PLACEHOLDER_WIDTH / picture.width))
    tiny = picture.resize((PLACEHOLDER_WIDTH, height), Image.Resampling.BOX)
    content = written(tiny, WEBP, quality=30, method=6)
    return f"data:{WEBP};base64,{b64encode(content).decode()}"
