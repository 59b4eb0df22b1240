"""PO, which translators read with Poedit; its texts are in wagtail-localize's HTML."""

from typing import Any

import polib
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vision_pages.exchange.inline import normal, writable
from vision_pages.exchange.units import Document, State, Unit

# In the header: which translation a file was made for, as in wagtail-localize's own files.
MADE_FOR = "X-WagtailLocalize-TranslationID"
SOURCE_LANGUAGE = "X-Source-Language"
# gettext's own way to tell the same text at two places apart.
SEPARATOR = "\x04"


def write(document: Document) -> bytes:
    file = polib.POFile(wrapwidth=0)
    file.header = "\n".join(document.notes)
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": document.target_language.replace("-", "_"),
        SOURCE_LANGUAGE: document.source_language.replace("-", "_"),
        MADE_FOR: document.original,
    }
    file.extend(map(entry, document.units))
    return str(file).encode()


def entry(unit: Unit) -> polib.POEntry:
    """Give an entry; what was said before is there as a suggestion, if nothing is said now."""
    previous = unit.previous if not unit.target else None
    target = previous.target if previous else unit.target
    is_certain = previous is None and unit.state >= State.TRANSLATED
    return polib.POEntry(
        msgctxt=unit.path,
        msgid=writable(unit.source),
        msgstr=writable(target),
        previous_msgid=writable(previous.source) if previous else None,
        comment="\n".join(unit.notes),
        flags=["fuzzy"] if target and not is_certain else [],
    )


def read(content: bytes) -> list[Document]:
    """Give what a file says; raise ValidationError if it cannot be read."""
    file = parsed(content)
    if MADE_FOR not in file.metadata:
        raise ValidationError(_("The file does not say which translation it is for."))
    return [
        Document(
            original=file.metadata[MADE_FOR],
            source_language=language(file, SOURCE_LANGUAGE),
            target_language=language(file, "Language"),
            units=tuple(read_unit(one) for one in file if not one.obsolete),
            tool="PO",
        )
    ]


def parsed(content: bytes) -> polib.POFile:
    try:
        # polib reads a file that it finds under what it is given: no name begins with this.
        return polib.pofile("#\n" + content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValidationError(_("The file is in an unknown encoding. Save it as UTF-8.")) from error
    except (OSError, ValueError, LookupError) as error:
        raise ValidationError(_("The PO file is damaged.")) from error


def language(file: Any, header: str) -> str:
    return file.metadata.get(header, "").replace("_", "-")


def read_unit(one: polib.POEntry) -> Unit:
    path = one.msgctxt or ""
    return Unit(
        id=f"{path}{SEPARATOR}{one.msgid}",
        path=path,
        source=normal(one.msgid),
        target=normal(one.msgstr),
        state=State.TRANSLATED if one.msgstr and not one.fuzzy else State.INITIAL,
    )
