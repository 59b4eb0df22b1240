"""The texts of a source, read in few statements whatever their number.

wagtail-localize looks for each text three times and stores it by itself. What is stored is the
same.
"""

import json
from collections.abc import Callable, Iterator
from operator import attrgetter
from types import SimpleNamespace
from typing import Any
from uuid import uuid5

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    StringSegmentQuerySet,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

Segment = StringSegment | TemplateSegment | RelatedObjectSegment | OverridableSegment
Segments = Callable[[TranslationSource, list[Any]], Iterator[Segment]]

# There are no others by which wagtail-localize would find the same rows.
hash_of = String._get_data_hash  # noqa: SLF001
path_hash = TranslationContext._get_path_id  # noqa: SLF001


def read_at_once() -> None:
    """Have texts stored together, and found with their words and the field they stand in."""
    source: Any = TranslationSource
    source.refresh_segments = transaction.atomic(read)
    manager: Any = type(StringSegment.objects)
    manager.get_queryset = with_words


def with_words(manager: Any) -> StringSegmentQuerySet:
    found = StringSegmentQuerySet(manager.model, using=manager._db)  # noqa: SLF001 (as Django's)
    return found.select_related("string", "context")


def read(source: TranslationSource) -> None:
    """Put what a source says now in the place of what it said before."""
    instance = source.as_instance()
    values: list[Any] = extract_segments(instance)
    contexts = contexts_of(source, instance, {value.path for value in values})
    for kind, (model, segments, *fields) in KINDS.items():
        own: list[Any] = [value for value in values if type(value) is kind]
        rows: list[Any] = [*segments(source, own)]
        for row, value in zip(rows, own, strict=True):
            row.source, row.order, row.context = source, value.order, contexts[value.path]
        replace(model.objects.filter(source=source), rows, *fields)


def texts(source: TranslationSource, values: list[StringSegmentValue]) -> Iterator[Segment]:
    said = [value.string.data for value in values]
    rows = [String(locale=source.locale, data_hash=hash_of(text), data=text) for text in said]
    strings = stored(String.objects.filter(locale=source.locale_id), "data_hash", rows)
    for value, string in zip(values, strings, strict=True):
        yield StringSegment(string=string, attrs=json.dumps(value.attrs, cls=DjangoJSONEncoder))


def templates(source: TranslationSource, values: list[TemplateSegmentValue]) -> Iterator[Segment]:
    rows = [
        Template(
            uuid=uuid5(uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template),
            template=value.template,
            template_format=value.format,
            string_count=value.string_count,
        )
        for value in values
    ]
    return (TemplateSegment(template=row) for row in stored(Template.objects, "uuid", rows))


def relations(
    source: TranslationSource, values: list[RelatedObjectSegmentValue]
) -> Iterator[Segment]:
    rows = [
        TranslatableObject(translation_key=value.translation_key, content_type=value.content_type)
        for value in values
    ]
    known = stored(TranslatableObject.objects, "translation_key", rows)
    return (RelatedObjectSegment(object=row) for row in known)


def overridables(
    source: TranslationSource, values: list[OverridableSegmentValue]
) -> Iterator[Segment]:
    for value in values:
        yield OverridableSegment(data_json=json.dumps(value.data, cls=DjangoJSONEncoder))


# What is found in a source, and what two segments of a kind differ in beside their places.
KINDS: dict[type, tuple[Any, Segments, *tuple[str, ...]]] = {
    StringSegmentValue: (StringSegment, texts, "string_id", "attrs"),
    TemplateSegmentValue: (TemplateSegment, templates, "template_id"),
    RelatedObjectSegmentValue: (RelatedObjectSegment, relations, "object_id"),
    OverridableSegmentValue: (OverridableSegment, overridables, "data_json"),
}


def contexts_of(
    source: TranslationSource, instance: Any, paths: set[str]
) -> dict[str, TranslationContext]:
    """Give the places in which something is said."""
    rows = [
        TranslationContext(
            object=source.object,
            path=path,
            path_id=path_hash(path),
            field_path=field_path(instance, path),
        )
        for path in sorted(paths)
    ]
    own = TranslationContext.objects.filter(object=source.object_id)
    return {context.path: context for context in stored(own, "path_id", rows)}


def field_path(instance: Any, path: str) -> str:
    """Say by the names of fields and blocks where something is said."""
    unsaved: Any = SimpleNamespace(path=path, field_path="", save=lambda **fields: None)
    return TranslationContext.get_field_path(unsaved, instance)


def stored(known: Any, by: str, rows: list[Any]) -> list[Any]:
    """Give for each row the stored one that is unique by the same, made if there was none."""
    wanted = {getattr(row, by): row for row in rows}
    found = known.filter(**{f"{by}__in": wanted}) if wanted else known.none()
    have = {getattr(row, by): row for row in found}
    missing = [row for key, row in wanted.items() if key not in have]
    if missing:
        # Somebody else may make the same: theirs is taken then.
        found.model.objects.bulk_create(missing, ignore_conflicts=True)
        have = {getattr(row, by): row for row in found.all()}
    return [have[getattr(row, by)] for row in rows]


def replace(before: Any, rows: list[Segment], *fields: str) -> None:
    """Keep what is there still, take away what is not, and add what is new."""
    key = attrgetter("context_id", "order", *fields)
    wanted = {key(row): row for row in rows}
    have = {key(row): row.pk for row in before}
    if gone := [pk for place, pk in have.items() if place not in wanted]:
        before.filter(pk__in=gone).delete()
    before.model.objects.bulk_create(row for place, row in wanted.items() if place not in have)
