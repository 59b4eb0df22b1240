"""What a file would change is said first, text by text; then all of it is done, or nothing."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
)
from wagtail_localize.strings import StringValue, validate_translation_links

from vision_pages.exchange.exporting import unit_id
from vision_pages.exchange.inline import normal
from vision_pages.exchange.units import Document, State, Unit
from vision_pages.translation.segments import Segments
from vision_pages.translation.strings import mark_fault


class Verdict(StrEnum):
    """What becomes of a unit."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"
    UNTRANSLATED = "untranslated"
    STALE = "stale"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Judgement:
    """What becomes of a unit, and why."""

    unit: Unit
    verdict: Verdict
    reason: str = ""
    segment: StringSegment | None = None
    label: str = ""
    before: str = ""


class Judge:
    """Says what importing a document would do to a translation."""

    def __init__(self, document: Document, translation: Translation) -> None:
        self.document = document
        self.translation = translation
        self.segments = Segments(translation)
        self.times = Counter(unit.id for unit in document.units)

    @cached_property
    def by_id(self) -> dict[str, StringSegment]:
        return {unit_id(segment): segment for segment in self.segments.all}

    @cached_property
    def by_text(self) -> dict[tuple[str, str], StringSegment]:
        """Give texts by what they say: those that only moved on the page have new ids."""
        return {
            (segment.context.path, normal(segment.string.data)): segment
            for segment in self.segments.all
        }

    @cached_property
    def paths(self) -> set[str]:
        """Give all places of this page or term, also those that are gone."""
        known = TranslationContext.objects.filter(object=self.translation.source.object_id)
        return set(known.values_list("path", flat=True))

    def judge(self) -> list[Judgement]:
        """Raise ValidationError if the document is of another translation."""
        check_document(self.document, self.translation)
        return [self.judge_unit(unit) for unit in self.document.units]

    def judge_unit(self, unit: Unit) -> Judgement:
        if self.times[unit.id] > 1:
            return rejected(unit, _("This text is in the file more than once."))
        if unit.broken:
            return rejected(unit, _("Its tags are damaged."))
        source = normal(unit.source)
        segment = self.by_id.get(unit.id) or self.by_text.get((unit.path, source))
        if segment is None and unit.path not in self.paths:
            return rejected(unit, _("This page has no such text."))
        if segment is None or normal(segment.string.data) != source:
            return Judgement(unit, Verdict.STALE, _("The text says something else by now."))
        return self.compare(unit, segment)

    def compare(self, unit: Unit, segment: StringSegment) -> Judgement:
        place, target = self.segments.place(segment), self.segments.target(segment)
        found: dict[str, Any] = {"segment": segment, "label": place.label}
        found["before"] = target.data if target is not None else ""
        text = StringValue(unit.target).render_text()
        if unit.state < State.TRANSLATED or not text.strip():
            return Judgement(unit, Verdict.UNTRANSLATED, **found)
        if target is not None and is_same(target, unit.target):
            return Judgement(unit, Verdict.UNCHANGED, **found)
        reason = too_long(text, place.max_length) or self.fault(unit.target, segment)
        verdict = Verdict.REJECTED if reason else Verdict.ACCEPTED
        return Judgement(unit, verdict, reason, **found)

    def fault(self, text: str, segment: StringSegment) -> str:
        """Say what the editor would say beside a text."""
        try:
            StringValue.from_translated_html(text)
            validate_translation_links(segment.string.data, text)
        except ValueError:
            return _("It has tags that the text in the source language has not.")
        candidate = StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=self.translation.target_locale,
            data=text,
        )
        mark_fault(candidate)
        return candidate.field_error


def check_document(document: Document, translation: Translation) -> None:
    if document.original != str(translation.uuid):
        raise ValidationError(_("The file was made for another page or language."))
    given = document.source_language, document.target_language
    locales = translation.source.locale, translation.target_locale
    expected = tuple(locale.language_code for locale in locales)
    if tuple(map(str.lower, given)) != tuple(map(str.lower, expected)):
        languages = {"given": " → ".join(given), "expected": " → ".join(expected)}
        raise ValidationError(
            _("The file is for %(given)s, this translation for %(expected)s.") % languages
        )


def rejected(unit: Unit, reason: str) -> Judgement:
    return Judgement(unit, Verdict.REJECTED, reason)


def is_same(target: StringTranslation, text: str) -> bool:
    """Say whether a text is kept already; what a machine wrote is so when somebody takes it."""
    is_machine = target.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    return not (target.has_error or is_machine) and normal(target.data) == normal(text)


def too_long(text: str, limit: int | None) -> str:
    if limit is None or len(text) <= limit:
        return ""
    lengths = {"count": len(text), "limit": limit}
    return _("It has %(count)s characters, and may have %(limit)s at most.") % lengths


def fingerprint(judgements: list[Judgement]) -> str:
    """Say the same as long as importing would do the same."""
    found = [(one.unit.id, one.verdict, one.unit.target, one.before) for one in judgements]
    return sha256(repr(found).encode()).hexdigest()


@transaction.atomic
def take(judgements: list[Judgement], translation: Translation, user: Any) -> int:
    """Keep all that is accepted, and say how much."""
    accepted = [one for one in judgements if one.verdict == Verdict.ACCEPTED]
    for one in accepted:
        if one.segment is not None:
            keep(one.unit, one.segment, translation, user)
    return len(accepted)


def keep(unit: Unit, segment: StringSegment, translation: Translation, user: Any) -> None:
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        defaults={
            "data": normal(unit.target),
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "XLIFF",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
