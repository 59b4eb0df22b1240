"""Images by their use, files, videos."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated, Any

import strawberry

from graphql_api.documents.choosing import first
from graphql_api.documents.rows import Part, Row
from graphql_api.documents.together import references
from graphql_api.types.addresses import absolute, file_url, origin
from graphql_api.types.declaration import document_type
from graphql_api.types.fields import Info, derived, document_field, fact, together
from graphql_api.types.node import Node
from graphql_api.types.responsive_image import ImagePreset, ResponsiveImage, responsive


@strawberry.type(description="The point of an image that must stay in sight, from 0 to 1.")
class FocalPoint:
    x: float = strawberry.field(description="From the left.")
    y: float = strawberry.field(description="From the top.")


def focal_point(description: str) -> Any:
    def resolve(root: Row, info: Info, name: str) -> FocalPoint | None:
        point = root.data.get(name)
        return FocalPoint(**point) if point else None

    return derived(resolve, description)


@document_type(name="ImageFile", description="An image of the library.")
class ImageFileType(Node):
    title: str | None = fact("What the library calls it.")
    url: str | None = file_url("Where the original lies.")
    mime_type: str | None = fact("What the original is, as a media type.")
    size: int | None = fact("Bytes of the original.")
    width: int | None = fact("Pixels.")
    height: int | None = fact("Pixels.")
    credit: str | None = fact("Who made it and who owns it; to be shown beside it.")
    focal_point: FocalPoint | None = focal_point("What must stay in sight when it is cut.")


@strawberry.type(description="An image as it is used in one place.")
class Image:
    row: strawberry.Private[Row]
    alt: str = strawberry.field(
        description="Its alternative text here; empty when it is decorative."
    )
    decorative: bool = strawberry.field(description="It says nothing that the text does not say.")
    caption: str | None = strawberry.field(description="Its caption here.")

    @strawberry.field(description="The image in the library.")
    def file(self) -> ImageFileType:
        return self.row  # type: ignore[return-value]

    @strawberry.field(description="Where the original lies.")
    def url(self, info: Info) -> str | None:
        return absolute(self.row.data.get("url"), origin(info))

    @strawberry.field(description="Pixels.")
    def width(self) -> int | None:
        return self.row.data.get("width")

    @strawberry.field(description="Pixels.")
    def height(self) -> int | None:
        return self.row.data.get("height")

    @strawberry.field(description="Who made it and who owns it; to be shown beside it.")
    def credit(self) -> str | None:
        return self.row.data.get("credit") or None

    @strawberry.field(description="What must stay in sight when it is cut.")
    def focal_point(self) -> FocalPoint | None:
        point = self.row.data.get("focal_point")
        return FocalPoint(**point) if point else None

    @strawberry.field(description="A ThumbHash in Base64: the image, blurred, in some 25 bytes.")
    def thumbhash(self) -> str | None:
        return self.row.data.get("thumbhash")

    @strawberry.field(description="The image cut and sized for a place of a layout.")
    def responsive(
        self,
        info: Info,
        preset: Annotated[ImagePreset, strawberry.argument(description="For which place.")],
    ) -> ResponsiveImage:
        return responsive(self.row, preset, info)


@dataclass(frozen=True, slots=True)
class ImageUse:
    """What a document says of an image that it shows: which one, and the words that go with it."""

    key: str | None
    alt: str | None
    decorative: bool
    caption: str | None = None

    def shows(self, row: Row | None) -> Image | None:
        """Give the image in its use; None where it cannot be read."""
        if row is None:
            return None
        caption = self.caption or None
        return Image(row=row, alt=self.alt or "", decorative=self.decorative, caption=caption)


def image_field(
    use: Callable[[Any, str], ImageUse],
    description: str,
    name: str | None = None,
    **metadata: Any,
) -> Any:
    """A field that shows an image, as `use` finds it in what the document holds under `name`."""

    async def resolve(roots: Sequence[Row | Part], info: Info, name: str) -> list[Image | None]:
        uses = [use(root, name) for root in roots]
        wanted = [
            ([] if one.key is None else [one.key], root.chain)
            for one, root in zip(uses, roots, strict=True)
        ]
        found = await references(info.context.loader, wanted)
        return [one.shows(first(rows)) for one, rows in zip(uses, found, strict=True)]

    return document_field(together(resolve, name), description, name, **metadata)


def image_use(description: str, name: str | None = None) -> Any:
    """A field that shows an image: as an image block stores it, or without words of its own."""
    return image_field(use_in_block, description, name)


def use_in_block(root: Row | Part, name: str) -> ImageUse:
    found = root.data.get(name) or {}
    use = found if isinstance(found, dict) else {"image": found}
    return ImageUse(use.get("image"), use.get("alt"), bool(use.get("decorative")))


def format(description: str) -> Any:
    def resolve(root: Row, info: Info, name: str) -> str | None:
        return PurePath(root.data.get(name) or "").suffix[1:].upper() or None

    return derived(resolve, description, "filename")


def text_language(description: str) -> Any:
    def resolve(root: Row, info: Info, name: str) -> str | None:
        return root.data.get(name) or None

    return derived(resolve, description, "language")


@document_type(name="File", description="A file to download.")
class FileType(Node):
    title: str | None = fact("Its title.")
    filename: str | None = fact("Its name on disk.")
    url: str | None = file_url("Where it is served, to whoever may read it at that moment.")
    size: int | None = fact("Bytes.")
    mime_type: str | None = fact("What it is, as a media type.")
    format: str | None = format("What people call its type: `PDF`, `DOCX`, `MP4`.")
    in_language: str | None = text_language("BCP 47 tag of its text.")
    accessible: bool | None = fact("Whether it was checked to be accessible.")
