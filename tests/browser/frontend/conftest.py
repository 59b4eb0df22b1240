"""The reference frontend at the addresses of a small city's pages, in a real browser."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils.timezone import now
from playwright.sync_api import Page, expect
from wagtail.models import Locale, Site
from wagtail.models import Page as WagtailPage

from cms.settings import dev
from tests.factories import (
    ContactPointFactory,
    DocumentFactory,
    ImageFactory,
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ParticipationEventFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndexFactory,
    SiteSettingsFactory,
    StageFactory,
    VisionFactory,
)

LINK = {"label": "dort", "url": "https://example.org/"}

expect.set_options(timeout=15_000)


@pytest.fixture
def city(settings: Any, live_server: Any) -> SimpleNamespace:
    """Serve the frontend, and give it two visions, a history and projects to show."""
    settings.FRONTEND = dev.FRONTEND
    settings.STATICFILES_DIRS = dev.STATICFILES_DIRS
    programme = ProgrammeFactory(
        parent=WagtailPage.get_first_root_node(),
        title="Stadt der Zukunft",
        hero_image=ImageFactory(),
        hero_alt="Der Dom",
    )
    place_site(programme, live_server.thread)
    vision = VisionFactory(parent=programme, title="Köln 21", motto="Köln kann mehr")
    stages(vision)
    index = ProjectIndexFactory(parent=programme)
    ProjectFactory(parent=index, title="Garten 01", serves=[vision])
    square = {"participation_level": "information", "participation_reason": "Es ist beschlossen."}
    ProjectFactory(parent=index, title="Rathausplatz", serves=[vision], **square)
    history = LeitbildHistoryFactory(parent=programme)
    entry = LeitbildEntryFactory(
        parent=history,
        title="Das erste Leitbild entsteht",
        date="2009",
        statement="Köln ist eine Stadt.",
    )
    LeitbildEntryFactory(
        parent=history,
        title="Der Rat beschließt",
        date="2021-12-14",
        is_highlight=True,
        statement="Köln ist eine offene Stadt.",
    )
    navigate([vision, index, history])
    return SimpleNamespace(
        programme=programme, vision=vision, index=index, history=history, entry=entry
    )


def place_site(programme: WagtailPage, server: Any) -> None:
    site = Site.objects.get()
    site.root_page, site.hostname, site.port = programme, server.host, server.port
    site.save()


def stages(vision: WagtailPage) -> None:
    StageFactory(parent=vision, title="Auftrag", start_date="2020-10", end_date="2020-10")
    running = StageFactory(parent=vision, title="Umfrage", start_date="2021-04")
    today = now()
    ParticipationEventFactory(
        page=running,
        title="Drei Mottos",
        starts_at=today - timedelta(days=1),
        ends_at=today + timedelta(days=1),
    )
    running.save_revision().publish()


def navigate(pages: list[WagtailPage]) -> None:
    entries = [("item", {"label": "", "page": page, "url": "", "children": []}) for page in pages]
    SiteSettingsFactory(main_navigation=entries, publisher_name="Stadt Köln")


def translated(page: WagtailPage, code: str, title: str) -> WagtailPage:
    """Publish a page in another language."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    translation = page.copy_for_translation(locale, copy_parents=True)
    translation.title = title
    translation.save_revision().publish()
    return translation


@pytest.fixture
def full_body(city: SimpleNamespace) -> None:
    """Put every block there is into the body of the vision."""
    image = ImageFactory()
    image.contextual_alt_text, image.decorative = "Ein Dom", False
    film = {
        "title": "Film",
        "file": DocumentFactory(),
        "captions": DocumentFactory(),
        "transcript": "<p>Gesprochen</p>",
    }
    table = {"data": [["Jahr"], ["2020"]], "table_caption": "Zahlen"}
    city.vision.body = [
        ("heading", {"text": "Ziele", "level": "h2"}),
        ("rich_text", {"content": "<p>Ein <b>Text</b></p>", "language": "en"}),
        ("image", {"image": image, "caption": "Der Dom"}),
        ("quote", {"text": "Gesagt", "person": "Eine", "role": "Rätin"}),
        ("key_fact", {"value": "7", "label": "Orte", "note": ""}),
        ("quality", {"title": "Offen", "description": "Für alle"}),
        ("accordion", {"items": [{"title": "Wer?", "content": "<p>Alle</p>"}]}),
        ("download", {"document": DocumentFactory(), "title": "Bericht", "kind": "map"}),
        ("link", {"link": LINK, "description": "Mehr"}),
        ("call_to_action", {"title": "Los", "description": "Mach mit", "link": LINK}),
        ("video", film),
        ("table", {"table": table | {"first_row_is_table_header": True}}),
        ("notice", {"tone": "warning", "title": "Achtung", "content": "<p>Neu</p>"}),
        ("contact", {"contact": ContactPointFactory(name="Amt")}),
        ("participation_teaser", {"title": "Mit", "description": "", "page": city.index}),
    ]
    city.vision.save_revision(clean=False).publish()


@pytest.fixture
def reader(request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give a reader's browser; whatever the console complains of fails the test."""
    page: Page = request.getfixturevalue("page")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: said.type in {"error", "warning"} and errors.append(said.text))
    yield page
    assert errors == []
