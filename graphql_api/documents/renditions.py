"""What is known of the renditions of an image, and how its document says them."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from wagtail.images import get_image_model

from graphql_api.documents.identity import source_of
from graphql_api.documents.image_encoding import WRITERS, EncodedPreset
from graphql_api.documents.image_presets import PRESETS
from graphql_api.documents.models import RenditionSet

# The names of stored files by the specs that Wagtail calls them.
Names = Mapping[str, str]


def recipe() -> str:
    """Give a fingerprint of how files are made: with another, all are made anew."""
    return sha256(repr((PRESETS, WRITERS)).encode()).hexdigest()


def state(image: Any) -> str:
    """Say what of an image its renditions show: of which file, and around which point."""
    point = (
        image.focal_point_x,
        image.focal_point_y,
        image.focal_point_width,
        image.focal_point_height,
    )
    return f"{image.file.name} {image.file_hash} {point}"


def known(images: Iterable[Any]) -> dict[str, RenditionSet]:
    """Give what was made of images as they are now, by their source; one statement."""
    states = {source_of(image): state(image) for image in images}
    found = RenditionSet.objects.filter(source__in=states)
    return {row.source: row for row in found if row.state == states[row.source]}


def described(
    size: tuple[int, int], thumbhash: str, presets: Mapping[str, EncodedPreset], names: Names
) -> dict[str, Any]:
    """Give what is noted of files: by preset where the focal point lies, and what was made."""
    return {
        "width": size[0],
        "height": size[1],
        "thumbhash": thumbhash,
        "presets": {
            name: {
                "position": preset.position,
                "placeholder": preset.placeholder,
                "sources": sources(preset, names),
            }
            for name, preset in presets.items()
        },
    }


def sources(preset: EncodedPreset, names: Names) -> list[Any]:
    """Give the files of a preset by their media types, the best first: width, height, name."""
    by_type: dict[str, list[list[Any]]] = {}
    for file in preset.files:
        size = [file.width, file.height, names[file.spec]]
        by_type.setdefault(file.mime_type, []).append(size)
    return [list(item) for item in by_type.items()]


def said(made: RenditionSet | None) -> dict[str, Any]:
    """Give what a document says of renditions: with addresses in the place of names."""
    if made is None or not made.data:
        return {"thumbhash": None, "renditions": None}
    storage = get_image_model().get_rendition_model()._meta.get_field("file").storage
    return {
        "width": made.data["width"],
        "height": made.data["height"],
        "thumbhash": made.data["thumbhash"],
        "renditions": {
            name: {**preset, "sources": addressed(preset["sources"], storage)}
            for name, preset in made.data["presets"].items()
        },
    }


def addressed(sources: list[Any], storage: Any) -> list[Any]:
    return [
        [mime_type, [[width, height, storage.url(name)] for width, height, name in files]]
        for mime_type, files in sources
    ]
