"""What a file would change is said first, text by text."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
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
from vision_pages.translation.places import Place, place_of
from vision_pages.translation.quality import fault
from vision_pages.translation.quality_warnings import warnings_of
from vision_pages.translation.segments import Segments


class Verdict(TextChoices):
    """What becomes of a unit: it is taken where nothing was, or in place of what was."""

    ACCEPTED = "accepted", gettext_lazy("new")
    CHANGED = "changed", gettext_lazy("changed")
    UNCHANGED = "unchanged", gettext_lazy("as before")
    UNTRANSLATED = "untranslated", gettext_lazy("not finished")
    STALE = "stale", gettext_lazy("original has changed")
    REJECTED = "rejected", gettext_lazy("refused")


TAKEN = {Verdict.ACCEPTED, Verdict.CHANGED}


@dataclass(frozen=True)
class Judgement:
    """What becomes of a unit, and why."""

    unit: Unit
    verdict: Verdict
    reason: str = ""
    segment: StringSegment | None = None
    label: str = ""
    target: StringTranslation | None = None
    # What somebody should look at; nothing of it stands against taking the text.
    warnings: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        return self.target.data if self.target is not None else ""

    @property
    def is_taken(self) -> bool:
        return self.verdict in TAKEN


class Judge:
    """Says what importing a document would do to a translation."""

    def __init__(self, document: Document, translation: Translation) -> None:
        self.document = document
        self.translation = translation
        self.segments = Segments(translation)
        self.times = Counter(map(self.name, document.units))

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

    def find(self, unit: Unit) -> StringSegment | None:
        return self.by_id.get(unit.id) or self.by_text.get((unit.path, normal(unit.source)))

    def name(self, unit: Unit) -> str:
        """Give the same for all units of the same text."""
        segment = self.find(unit)
        return unit_id(segment) if segment is not None else unit.id

    def judge(self) -> list[Judgement]:
        """Raise ValidationError if the document is of another translation."""
        check_document(self.document, self.translation)
        return [self.judge_unit(unit) for unit in self.document.units]

    def judge_unit(self, unit: Unit) -> Judgement:
        segment = self.find(unit)
        if self.times[self.name(unit)] > 1:
            return self.rejected(unit, _("This text is in the file more than once."))
        if unit.broken:
            return self.rejected(unit, _("Its tags are damaged."))
        if segment is None and unit.path not in self.paths:
            return self.rejected(unit, _("This page has no such text."))
        if segment is None or normal(segment.string.data) != normal(unit.source):
            reason = _("The text says something else by now.")
            return Judgement(unit, Verdict.STALE, reason, label=self.label(unit))
        return self.compare(unit, segment)

    def rejected(self, unit: Unit, reason: str) -> Judgement:
        return Judgement(unit, Verdict.REJECTED, reason, label=self.label(unit))

    def label(self, unit: Unit) -> str:
        """Name the field of a text that is not there any more, as far as it can be told."""
        return place_of(self.segments.model, unit.path).label

    def compare(self, unit: Unit, segment: StringSegment) -> Judgement:
        place, target = self.segments.place(segment), self.segments.target(segment)
        found: dict[str, Any] = {"segment": segment, "label": place.label, "target": target}
        text = StringValue(unit.target).render_text()
        if not text.strip():
            return Judgement(unit, Verdict.UNTRANSLATED, **found)
        if unit.state < State.TRANSLATED:
            return Judgement(unit, Verdict.UNTRANSLATED, _("It is marked as uncertain."), **found)
        if target is not None and is_same(target, unit.target):
            return Judgement(unit, Verdict.UNCHANGED, **found)
        if reason := said_against(segment.string.data, unit.target, place):
            return Judgement(unit, Verdict.REJECTED, reason, **found)
        found["warnings"] = (*warnings_of(segment.string.data, unit.target, *self.languages),)
        is_new = target is None or target.has_error
        return Judgement(unit, Verdict.ACCEPTED if is_new else Verdict.CHANGED, **found)

    @cached_property
    def languages(self) -> tuple[str, str]:
        locales = self.translation.source.locale, self.translation.target_locale
        return locales[0].language_code, locales[1].language_code


def said_against(source: str, text: str, place: Place) -> str:
    """Say what the editor would say beside a text."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(source, text)
    except ValueError:
        return _("It has tags that the text in the source language has not.")
    return fault(source, text, place)


def check_document(document: Document, translation: Translation) -> None:
    if document.original != str(translation.uuid):
        raise ValidationError(_("The file was made for another page or language."))
    given = document.source_language, document.target_language
    locales = translation.source.locale, translation.target_locale
    expected = tuple(locale.language_code for locale in locales)
    # A file that does not name a language contradicts nothing: `original` names both.
    if any(one and one.lower() != own.lower() for one, own in zip(given, expected, strict=True)):
        languages = {"given": " → ".join(given), "expected": " → ".join(expected)}
        raise ValidationError(
            _("The file is for %(given)s, this translation for %(expected)s.") % languages
        )


def is_same(target: StringTranslation, text: str) -> bool:
    """Say whether a text is kept already; what a machine wrote is so when somebody takes it."""
    is_machine = target.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    return not (target.has_error or is_machine) and normal(target.data) == normal(text)
