"""What an upload would do: to many translations, or to one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation, Translation

from vision_pages.exchange.archives import Piece
from vision_pages.exchange.importing import Judge, Judgement
from vision_pages.exchange.reading import documents
from vision_pages.exchange.taking import take
from vision_pages.exchange.units import Document


@dataclass(frozen=True)
class Part:
    """What a file says of one translation, and what would become of it: or why nothing."""

    name: str
    document: Document | None = None
    translation: Translation | None = None
    judgements: tuple[Judgement, ...] = ()
    error: str = ""


class Plan:
    """What files would do.

    may: says whether somebody may edit a translation. only: if given, files have to be of it.
    """

    def __init__(
        self, files: Iterable[Piece], may: Callable[[Translation], bool], only: UUID | None = None
    ) -> None:
        self.may, self.only = may, only
        self.read = [part for file in files for part in read_file(file)]
        named = [name_of(part.document) for part in self.read if part.document]
        self.times = Counter(named)
        self.known = translations([name for name in named if name])

    @cached_property
    def parts(self) -> list[Part]:
        return [self.judged(part) for part in self.read]

    def judged(self, part: Part) -> Part:
        if part.document is None:
            return part
        found = self.known.get(name_of(part.document))
        try:
            self.check(part.document, found)
            judgements = Judge(part.document, found).judge() if found else []
        except ValidationError as error:
            return Part(part.name, part.document, error=error.messages[0])
        return Part(part.name, part.document, found, tuple(judgements))

    def check(self, document: Document, translation: Translation | None) -> None:
        """Raise ValidationError if nothing of a document can be taken."""
        name = name_of(document)
        if self.only is not None and name != self.only:
            raise ValidationError(_("The file was made for another page or language."))
        if translation is None:
            raise ValidationError(_("What the file was made for is not translated here any more."))
        if not self.may(translation):
            raise ValidationError(_("You may not edit what the file was made for, or not now."))
        if self.times[name] > 1:
            raise ValidationError(_("There is more than one file for this page and language."))

    def judgements(self) -> Iterator[tuple[Part, Judgement]]:
        return ((part, one) for part in self.parts for one in part.judgements)

    def fingerprint(self) -> str:
        """Say the same as long as taking it over would do the same."""
        refused = [(part.name, part.error) for part in self.parts if part.error]
        found = [
            (part.name, one.unit.id, one.verdict.value, one.unit.target, one.before)
            for part, one in self.judgements()
        ]
        return sha256(repr((refused, found)).encode()).hexdigest()

    @transaction.atomic
    def take(self, user: Any) -> int:
        """Keep all that is accepted of all files, and say how much."""
        return sum(
            take([*part.judgements], part.translation, user, part.document.tool)
            for part in self.parts
            if part.translation and part.document
        )

    def lock(self) -> None:
        """Have nobody else change what is there until the transaction ends; before all else."""
        rows = StringTranslation.objects.filter(
            locale__in={one.target_locale_id for one in self.known.values()},
            context__object__in={one.source.object_id for one in self.known.values()},
        )
        [*rows.order_by("pk").values_list("pk").select_for_update(of=("self",))]


def read_file(file: Piece) -> list[Part]:
    """Give what a file says of each translation: XLIFF may hold many."""
    try:
        found = documents(file.content)
    except ValidationError as error:
        return [Part(file.name, error=error.messages[0])]
    if not found:
        return [Part(file.name, error=_("There are no texts in the file."))]
    return [Part(file.name, document) for document in found]


def name_of(document: Document | None) -> UUID | None:
    """Give the name of the translation that a document is of, if it can be the name of one."""
    try:
        return UUID(document.original) if document else None
    except ValueError:
        return None


def translations(names: list[UUID]) -> dict[UUID | None, Translation]:
    found = Translation.objects.filter(uuid__in=names, enabled=True)
    related = ("source__locale", "source__object", "source__specific_content_type", "target_locale")
    return {one.uuid: one for one in found.select_related(*related)}
