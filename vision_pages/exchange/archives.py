"""Many files in one: ZIPs, which come from anywhere as well."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vision_pages.exchange.reading import LARGEST

MOST_FILES = 500
# As it comes, and unpacked.
LARGEST_UPLOAD = 20 * 1024 * 1024
LARGEST_CONTENT = 100 * 1024 * 1024

DAMAGED = (BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Piece:
    """A file by its name."""

    name: str
    content: bytes


def unpack(upload: Piece) -> list[Piece]:
    """Give the files in a ZIP, or what is none as it is; raise ValidationError for a bad one."""
    if not upload.content.startswith(b"PK"):
        return [upload]
    try:
        with ZipFile(BytesIO(upload.content)) as archive:
            return [*pieces(archive, listed(archive))]
    except DAMAGED as error:
        raise ValidationError(_("The ZIP file is damaged. Nothing of it was read.")) from error


def listed(archive: ZipFile) -> list[ZipInfo]:
    found = [entry for entry in archive.infolist() if is_file(entry)]
    if not found:
        raise ValidationError(_("There are no files in the ZIP file."))
    if len(found) > MOST_FILES:
        limit = {"count": MOST_FILES}
        raise ValidationError(_("There are more than %(count)s files in the ZIP file.") % limit)
    if any(entry.flag_bits & 1 for entry in found):
        raise ValidationError(_("The ZIP file is encrypted. Make one without a password."))
    return found


def is_file(entry: ZipInfo) -> bool:
    """Leave out folders, and what systems put beside files."""
    *folders, name = entry.filename.split("/")
    return not (entry.is_dir() or name.startswith(".") or "__MACOSX" in folders)


def pieces(archive: ZipFile, entries: Iterable[ZipInfo]) -> Iterator[Piece]:
    """Yield files, each no further than it may be long: what a ZIP says of lengths may be wrong."""
    total = 0
    for entry in entries:
        with archive.open(entry) as file:
            content = file.read(LARGEST + 1)
        total += len(content)
        if total > LARGEST_CONTENT:
            raise ValidationError(_("The ZIP file is too large once unpacked."))
        yield Piece(entry.filename, content)


def pack(files: Iterable[Piece]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, file.content)
    return buffer.getvalue()
