"""The texts of a translation, as wagtail-localize keeps them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import validate_translation_links

from vision_pages.translation.places import Place, place_of
from vision_pages.translation.quality import check_links

# As alike as difflib itself asks of close matches, in percent.
ALIKE = 60


@dataclass(frozen=True)
class Previous:
    """What a text said before, how it was translated, and how alike it is in percent."""

    source: str
    target: str
    similarity: int


class Segments:
    """The texts of a page or term, and what is said for them in one language."""

    def __init__(self, translation: Translation) -> None:
        self.translation = translation
        self.model: Any = translation.source.specific_content_type.model_class()

    @cached_property
    def all(self) -> list[StringSegment]:
        """Give each text once: twice in a field, it is translated the same."""
        return once(texts().filter(source=self.translation.source_id))

    @cached_property
    def targets(self) -> dict[tuple[int, int | None], StringTranslation]:
        contexts = [segment.context_id for segment in self.all]
        found = said().filter(locale=self.translation.target_locale_id, context__in=contexts)
        return by_place(found)

    def target(self, segment: StringSegment) -> StringTranslation | None:
        return self.targets.get(key(segment))

    def place(self, segment: StringSegment) -> Place:
        return place_of(self.model, segment.context.field_path or segment.context.path)

    @cached_property
    def former(self) -> dict[int | None, list[StringTranslation]]:
        """Give translations of what is not said any more, by where it was said."""
        current = {key(segment) for segment in self.all}
        found = defaultdict[int | None, list[StringTranslation]](list)
        for place, one in self.targets.items():
            if place not in current and not one.has_error:
                found[place[1]].append(one)
        return found

    def previous(self, segment: StringSegment) -> Previous | None:
        """Give what was said at a place before, if it is like what is said now."""
        matches = [
            Previous(one.translation_of.data, one.data, likeness(one.translation_of.data, segment))
            for one in self.former[segment.context_id]
        ]
        best = max(matches, key=lambda match: match.similarity, default=None)
        return best if best and best.similarity >= ALIKE else None

    @cached_property
    def missing(self) -> list[StringSegment]:
        """Give the texts without a translation, or with one that has a fault."""
        return [one for one in self.all if (found := self.target(one)) is None or found.has_error]

    @cached_property
    def unreviewed(self) -> list[StringSegment]:
        """Give the texts that a machine translated, and nobody has gone over since."""
        return [
            one
            for one in self.all
            if (found := self.target(one)) is not None
            and found.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
            and not found.has_error
        ]

    def kept(self, segment: StringSegment) -> Previous | None:
        """Give what was said before in place of a text that is missing, if it may stand there."""
        former, alone = self.former[segment.context_id], self.times[segment.context_id] == 1
        newest = max(former, key=lambda one: (one.updated_at, one.pk), default=None)
        previous = self.previous(segment) or (
            Previous(newest.translation_of.data, newest.data, 0) if newest and alone else None
        )
        return previous if previous and fits(segment.string.data, previous.target) else None

    @cached_property
    def times(self) -> Counter[int | None]:
        """Count the texts of each place; a field's is alone, those of a rich text are not."""
        return Counter(segment.context_id for segment in self.all)


def segments_of(translations: Collection[Translation]) -> dict[int, Segments]:
    """Give the texts of several translations by their numbers, read together."""
    sources = {one.source_id: one.source.object_id for one in translations}
    locales = {one.target_locale_id for one in translations}
    all_texts = defaultdict[int, list[StringSegment]](list)
    for segment in texts().filter(source__in=sources):
        all_texts[segment.source_id].append(segment)
    targets = defaultdict[tuple[Any, int], list[StringTranslation]](list)
    for target in said().filter(context__object__in=sources.values(), locale__in=locales):
        place: Any = target.context
        targets[place.object_id, target.locale_id].append(target)
    found = {}
    for one in translations:
        segments = found[one.pk] = Segments(one)
        segments.all = once(all_texts[one.source_id])
        segments.targets = by_place(targets[one.source.object_id, one.target_locale_id])
    return found


def texts() -> QuerySet[StringSegment]:
    return StringSegment.objects.order_by("order").select_related("string", "context__object")


def said() -> QuerySet[StringTranslation]:
    return StringTranslation.objects.order_by("pk").select_related("translation_of", "context")


def once(found: Iterable[StringSegment]) -> list[StringSegment]:
    by_key: dict[tuple[int, int | None], StringSegment] = {}
    for segment in found:
        by_key.setdefault(key(segment), segment)
    return list(by_key.values())


def by_place(found: Iterable[StringTranslation]) -> dict[tuple[int, int | None], StringTranslation]:
    return {(one.translation_of_id, one.context_id): one for one in found}


def fits(source: str, target: str) -> bool:
    """Say whether a translation has the links of its source."""
    try:
        validate_translation_links(source, target)
        check_links(source, target)
    except (ValueError, ValidationError):
        return False
    return True


def key(segment: StringSegment) -> tuple[int, int | None]:
    return segment.string_id, segment.context_id


def likeness(text: str, segment: StringSegment) -> int:
    return round(100 * SequenceMatcher(None, text, segment.string.data).ratio())
