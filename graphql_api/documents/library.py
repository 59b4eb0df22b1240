"""The documents of the library: images and files, unless their collection is private."""

from collections.abc import Iterable
from mimetypes import guess_type
from typing import Any

from django.urls import NoReverseMatch, reverse

from graphql_api.documents.identity import source_of
from graphql_api.documents.projection import DocumentRow, stated
from graphql_api.documents.renditions import known, said
from graphql_api.documents.visibility import private_collections

Rows = Iterable[Any]


def images(rows: Rows) -> list[DocumentRow]:
    hidden = private_collections()
    public = [image for image in rows if image.collection_id not in hidden]
    made = known(public)
    return [
        stated(
            "ImageFile",
            image,
            {
                "title": image.title,
                "description": getattr(image, "description", ""),
                "credit": getattr(image, "credit", ""),
                "width": image.width,
                "height": image.height,
                "focal_point": focal_point(image),
                "file": image.file.name,
                "url": address(image.file),
                "size": image.file_size,
                "mime_type": guess_type(image.file.name)[0],
                "checksum": image.file_hash,
                **said(made.get(source_of(image))),
            },
        )
        for image in public
    ]


def focal_point(image: Any) -> dict[str, float] | None:
    """Give the focal point as shares of width and height."""
    if image.focal_point_x is None or not (image.width and image.height):
        return None
    return {
        "x": round(image.focal_point_x / image.width, 4),
        "y": round(image.focal_point_y / image.height, 4),
    }


def address(file: Any) -> str | None:
    """Give a file's lasting address; one that is signed, and so expires, is none."""
    url: str = file.url
    return None if "?" in url else url


def files(rows: Rows) -> list[DocumentRow]:
    hidden = private_collections()
    return [
        stated(
            "File",
            file,
            {
                "title": file.title,
                "filename": file.filename,
                "size": file.file_size,
                "mime_type": guess_type(file.filename)[0],
                "language": getattr(file, "language", ""),
                "accessible": getattr(file, "accessible", None),
                "file": file.file.name,
                "url": serve_address(file),
                "checksum": file.file_hash,
            },
        )
        for file in rows
        if file.collection_id not in hidden
    ]


def serve_address(file: Any) -> str | None:
    """Give the address at which Wagtail serves a file, asking for rights each time."""
    try:
        return reverse("wagtaildocs_serve", args=[file.pk, file.filename])
    except NoReverseMatch:
        return address(file.file)
