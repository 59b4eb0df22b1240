"""Pages and snippets with words in every field that is translated, and every block."""

from datetime import UTC, date, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any

from django.db.models import Model
from wagtail.fields import RichTextField, StreamField

from graphql_api.documents.streams import KIND
from tests.factories import (
    ActorFactory,
    ContactPointFactory,
    DistrictFactory,
    DocumentFactory,
    FieldOfActionFactory,
    ImageFactory,
    ParticipationEventFactory,
    SiteSettingsFactory,
    StrategicGoalFactory,
    StrategyFactory,
)
from vision_pages.models import ProjectLocation, VisionPage

# What a block says that is no text, and so the same in every language.
FACTS_IN_BLOCKS = {
    KIND,
    "accessed_on",
    "contact",
    "decorative",
    "document",
    "file",
    "header_column",
    "header_row",
    "id",
    "image",
    "kind",
    "language",
    "level",
    "marks",
    "ordered",
    "page",
    "tone",
    "type",
    "url",
}


def in_english(text: str) -> str:
    """Stand in for a translation: different, and recognisable."""
    return f"[{text}]"


def said_in_english(instance: Model, data: dict[str, Any]) -> dict[str, Any]:
    """Give what a German row says as its translation has to say it."""
    words = {name for name in instance.gathered("translated") if name in data}
    return {**data, **{name: field_in_english(instance, name, data[name]) for name in words}}


def field_in_english(instance: Model, name: str, value: Any) -> Any:
    field = instance._meta.get_field(name)
    if field.one_to_many:
        return [said_in_english(field.related_model, row) for row in value]
    return value_in_english(value)


def value_in_english(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: value_in_english(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [value_in_english(item, key) for item in value]
    is_word = isinstance(value, str) and value and key not in FACTS_IN_BLOCKS
    return in_english(value) if is_word else value


def fill(instance: Model) -> None:
    """Put words into every translated field."""
    for name in instance.gathered("translated"):
        field = instance._meta.get_field(name)
        if isinstance(field, StreamField):
            setattr(instance, name, blocks(field))
        elif isinstance(field, RichTextField):
            setattr(instance, name, rich(f"Absatz {name}"))
        elif not field.one_to_many:
            setattr(instance, name, f"Wort {name}")


def blocks(field: StreamField) -> list[tuple[str, Any]]:
    names = field.stream_block.child_blocks
    return [(name, value) for name, value in every_block() if name in names]


def rich(text: str) -> str:
    return f"<p>{text}</p>"


def image() -> Any:
    found = ImageFactory()
    found.contextual_alt_text, found.decorative = "Ein Dom", False
    return found


def link(text: str) -> dict[str, Any]:
    return {
        "label": text,
        "page": None,
        "url": "https://example.org/ziel",
        "document": None,
        "language": "de",
    }


def every_block() -> list[tuple[str, Any]]:
    return [
        ("heading", {"text": "Ziele", "level": "h2"}),
        ("rich_text", {"content": rich("Alle zusammen."), "language": "de"}),
        ("image", {"image": image(), "caption": "Der Dom"}),
        ("quote", {"text": "Wir alle.", "person": "Eine Kölnerin", "role": "Bürgerin"}),
        ("key_fact", {"value": "43,8 %", "label": "Beteiligung", "note": "Stand 2021"}),
        ("quality", {"title": "Weltoffen", "description": "Für alle."}),
        ("accordion", {"items": [{"title": "Wer?", "content": rich("Alle hier.")}]}),
        ("download", download()),
        ("link", {"link": link("Zum Plan"), "description": "Der Plan."}),
        ("call_to_action", {"title": "Mitreden", "description": "", "link": link("Umfrage")}),
        ("video", video()),
        ("table", {"table": table()}),
        ("notice", {"tone": "info", "title": "Neu", "content": rich("Neuer Termin.")}),
        ("contact", {"contact": ContactPointFactory()}),
        ("participation_teaser", teaser()),
        ("name", "Alter Name"),
        ("source", source()),
        ("item", item()),
    ]


def download() -> dict[str, Any]:
    return {"document": DocumentFactory(), "title": "Bericht", "description": "", "kind": "report"}


def video() -> dict[str, Any]:
    return {
        "title": "Film",
        "file": DocumentFactory(),
        "url": "",
        "poster": None,
        "captions": None,
        "without_speech": True,
        "transcript": rich("Man sieht den Rhein."),
        "language": "de",
    }


def table() -> dict[str, Any]:
    return {
        "data": [["Jahr", "Stimmen"], ["2020", None]],
        "table_caption": "Beteiligung",
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }


def teaser() -> dict[str, Any]:
    return {"title": "Los", "description": "", "page": VisionPage.objects.first()}


def source() -> dict[str, Any]:
    return {
        "title": "Bericht von 2009",
        "url": "https://example.org/bericht",
        "document": None,
        "accessed_on": date(2026, 1, 2),
    }


def item() -> dict[str, Any]:
    entry = {"label": "Karte", "page": None, "url": "https://example.org/karte"}
    return {**entry, "label": "Mehr", "children": [entry]}


def event(page: Any, **values: Any) -> Any:
    """Give a participation event with words and facts in every field."""
    found = ParticipationEventFactory.build(
        page=page,
        locale=page.locale,
        attendance_mode="mixed",
        ends_at=datetime(2021, 4, 7, 8, tzinfo=UTC),
        address="Heumarkt 14",
        latitude="50.94",
        longitude="6.96",
        district=DistrictFactory(),
        languages=["de", "gsg"],
        participant_count=2391,
    )
    fill(found)
    for name, value in values.items():
        setattr(found, name, value)
    return found


def location(page: Any, **values: Any) -> ProjectLocation:
    return ProjectLocation(
        **{"page": page, "locale": page.locale, "label": "Am Dom", "address": "Domplatz"} | values
    )


SNIPPETS = {
    "Strategy": partial(StrategyFactory, website_url="https://example.org/strategie"),
    "StrategicGoal": partial(StrategicGoalFactory, code="1.2", sdgs=[11, 13]),
    "FieldOfAction": FieldOfActionFactory,
    "District": partial(DistrictFactory, number=1),
    "Actor": partial(ActorFactory, sector="science"),
    "ContactPoint": partial(ContactPointFactory, phone="0221 221-0", address="Domplatz"),
    "SiteSettings": partial(SiteSettingsFactory, newsletter_url="https://example.org/brief"),
}


def example(city: SimpleNamespace, name: str) -> Any:
    """Give a public example of a model, with words in every field."""
    if name in SNIPPETS:
        return full_snippet(SNIPPETS[name]())
    return full_page(next(page for page in vars(city).values() if type(page).__name__ == name))


def full_snippet(snippet: Any) -> Any:
    fill(snippet)
    snippet.save_revision().publish()
    return type(snippet).objects.get(pk=snippet.pk)


def full_page(page: Any) -> Any:
    """Fill a page's words, its rows and the facts that words belong to; and publish it."""
    fill(page)
    page.hero_image = ImageFactory()
    if page_rows := ROWS.get(type(page).__name__):
        getattr(page, page_rows[0]).add(page_rows[1](page))
        page.citywide = False
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


ROWS = {"StagePage": ("participation_events", event), "ProjectPage": ("locations", location)}
