"""The demo's images and documents, and their removal when loading fails."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files import File
from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from vision_pages.demo.pictures import picture
from vision_pages.demo.texts import FOLDER, content

CREDIT = "© Demo wagtail-leitbild"


@contextmanager
def stored_files() -> Iterator[list[FieldFile]]:
    """Collect files as they are stored; a transaction undoes rows, so this undoes files."""
    files: list[FieldFile] = []
    try:
        yield files
    except BaseException:
        for file in files:
            file.storage.delete(str(file.name))
        raise


def fill_library(files: list[FieldFile]) -> None:
    """Store all images and documents, and name each file as soon as it exists."""
    collection = Collection.get_first_root_node()
    for entry in content("files")["images"]:
        drawn = ContentFile(picture(entry["picture"]), f"{entry['picture']}.jpg")
        image = get_image_model()(
            title=entry["title"], credit=CREDIT, file=drawn, collection=collection
        )
        image.save()
        files.append(image.file)
    for entry in content("files")["documents"]:
        with (FOLDER / "files" / entry["file"]).open("rb") as stream:
            document = get_document_model()(
                title=entry["title"],
                language="de",
                accessible=True,
                file=File(stream, entry["file"]),
                collection=collection,
            )
            document.save()
        files.append(document.file)
