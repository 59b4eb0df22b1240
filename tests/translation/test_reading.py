"""The texts of a page are stored as wagtail-localize stores them, whatever their number at once."""

from typing import Any

import pytest
from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
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

from tests.factories import VisionFactory
from tests.translation.content import SNIPPETS, in_english
from tests.translation.test_translation import PAGES

STORED = (String, TranslationContext, Template, TranslatableObject)
SEGMENTS = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)
# What wagtail-localize itself asks for a page of 48 texts, without documents and releases.
STOCK = {"submit": 534, "open": 260, "publish": 350}


def looked_for(source: Any, value: Any) -> Any:
    """Find or make a segment as wagtail-localize does, text by text."""
    match value:
        case StringSegmentValue():
            return StringSegment.from_value(source, source.locale, value)
        case TemplateSegmentValue():
            return TemplateSegment.from_value(source, value)
        case RelatedObjectSegmentValue():
            return RelatedObjectSegment.from_value(source, value)
        case OverridableSegmentValue():
            return OverridableSegment.from_value(source, value)


def rows(*models: Any) -> dict[str, list[Any]]:
    return {model.__name__: [*model.objects.order_by("pk").values()] for model in models}


@pytest.mark.parametrize("name", [*PAGES, *SNIPPETS])
def test_what_wagtail_localize_looks_for_is_there_and_nothing_else(name, example, translator):
    page = example(name)
    translator.submit(page, "en")
    source = TranslationSource.objects.get(object_id=page.translation_key)
    before = rows(*STORED, *SEGMENTS)

    instance = source.as_instance()
    found = [looked_for(source, value) for value in extract_segments(instance)]
    assert rows(*STORED, *SEGMENTS) == before
    for model in SEGMENTS:
        own = {one.pk for one in found if isinstance(one, model)}
        assert {*model.objects.filter(source=source).values_list("pk", flat=True)} == own
    for context in TranslationContext.objects.filter(object=source.object):
        known, context.field_path = context.field_path, ""
        assert context.get_field_path(instance) == known


def test_a_text_that_has_not_changed_stays_what_it_is(vision_of, translator):
    vision = vision_of(3)
    translator.submit(vision, "en")
    before = {one.string.data: one.pk for one in translator.segments(vision, "en")}

    vision.title = "Neue Vision"
    vision.save_revision().publish()
    source = TranslationSource.objects.get(object_id=vision.translation_key)
    source.update_from_db()
    after = {one.string.data: one.pk for one in translator.segments(vision, "en")}
    assert {*after} - {*before} == {"Neue Vision"}
    assert {*before} - {*after} == {"Vision 3"}
    assert before.items() - after.items() == {("Vision 3", before["Vision 3"])}


@pytest.fixture
def vision_of(city):
    """Give a vision with so many sentences."""

    def vision_of(count: int) -> Any:
        said = "".join(f"<p>Satz {number} sagt etwas.</p>" for number in range(count))
        vision = VisionFactory(parent=city.programme, title=f"Vision {count}")
        vision.body = [("rich_text", {"content": RichText(said)})]
        vision.save_revision().publish()
        return vision

    return vision_of


@pytest.fixture
def counted(city, vision_of, translator):
    """Count what is asked for a page with so many sentences, its documents included."""
    translator.translate(city.programme, "en", in_english)

    def counted(sentences: int) -> dict[str, int]:
        vision = vision_of(sentences)
        found = {}
        reset_queries()  # Django counts up to some thousands.
        with CaptureQueriesContext(connection) as found["submit"]:
            translator.submit(vision, "en")
        translator.open(vision, "en")
        with CaptureQueriesContext(connection) as found["open"]:
            translator.open(vision, "en")
        translator.write(vision, "en", in_english)
        with CaptureQueriesContext(connection) as found["publish"]:
            translator.publish(vision, "en")
        return {name: len(statements) for name, statements in found.items()}

    return counted


def test_a_long_page_asks_no_more_than_a_short_one_and_less_than_wagtail_localize(counted):
    short, long = counted(2), counted(44)
    assert short == long
    assert all(long[name] < STOCK[name] for name in STOCK), long
