"""A preview as of a moment shows what publishing on schedule will have made public by then."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale

from graphql_api.frontends.models import Frontend
from graphql_api.previews.copies import keep_copy
from graphql_api.previews.schedule import changes
from graphql_api.previews.tokens import token
from tests.api.leaks import variables
from tests.api.linked_city import LinkedCity, linked_city
from tests.committing import stamp
from tests.factories import LeitbildEntryFactory, StageFactory, VisionFactory
from tests.previews.test_property import QUESTION, timeless, unlike
from vision_pages.models import LeitbildEntryPage, StagePage, VisionPage

pytestmark = pytest.mark.usefixtures("unlimited")

PAGES = """query($path: String!, $below: String!) {
  page(by: { path: $path }) { title path }
  below: page(by: { path: $below }) { title path }
}"""
STATUS = "query($path: String!) { page(by: { path: $path }) { ... on Vision { status } } }"


@pytest.fixture(scope="module")
def linked(home) -> LinkedCity:
    found = linked_city(home)
    english = Locale.objects.create(language_code="en")
    for page in (home, found.programme, found.vision):
        translation = page.copy_for_translation(english)
        translation.save_revision().publish()
    stamp()
    return found


@pytest.fixture
def now() -> datetime:
    return timezone.now()


def read(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def scheduled(thing: Any, at: datetime, **values: Any) -> None:
    """Have something published at a time, with other values."""
    for name, value in values.items():
        setattr(thing, name, value)
    thing.go_live_at = at
    thing.save_revision().publish()


def expiring(page: Any, at: datetime) -> None:
    type(page).objects.filter(pk=page.pk).update(expire_at=at)
    page = read(page)
    page.save_revision().publish()


@pytest.fixture
def seen(ask):
    """Ask as the frontend that shows a page as of a moment."""

    def seen(page: Any, moment: datetime, query: str, **given: Any) -> Any:
        draft = keep_copy(page, None, timezone.now() + timedelta(hours=1), moment)
        return ask(query, headers={"X-Preview-Token": token(draft)}, **given)

    return seen


def plan(city: LinkedCity, now: datetime) -> Iterator[datetime]:
    """Schedule what depends on each other, and give the times at which something happens."""
    day = timedelta(days=1)
    scheduled(read(city.contact), now + day, name="Neue Stelle")
    # Above what else is published; its translation has its facts.
    scheduled(read(city.vision), now + day, title="Anders", slug="anders", start_date="1999")
    yield now + day
    scheduled(read(city.first), now + 3 * day, title="Erste anders")
    yield now + 3 * day
    new = VisionFactory(parent=city.programme, title="Neu", live=False)
    scheduled(VisionPage.objects.get(pk=new.pk), now + 3 * day)
    expiring(city.project, now + 4 * day)
    yield now + 4 * day
    # Whatever expires first is not published any more.
    late = LeitbildEntryFactory(parent=city.history, title="Vorher", expire_at=now + 4 * day)
    scheduled(LeitbildEntryPage.objects.get(pk=late.pk), now + 5 * day, title="Nachher")
    yield now + 5 * day
    scheduled(read(city.secret_vision), now + 30 * day, title="Zu spät")


def test_it_is_what_will_be_public_then(ask, seen, linked, now, django_capture_on_commit_callbacks):
    times = [*plan(linked, now)]
    moment = now + timedelta(days=6)
    given = variables(linked, linked.secret_vision)
    page = read(linked.entry)
    page.title = "Ganz anders"
    revision = page.save_revision()

    preview = seen(revision.as_object(), moment, QUESTION, **given)

    for at in times:
        with (
            time_machine.travel(at + timedelta(minutes=1)),
            django_capture_on_commit_callbacks(execute=True),
        ):
            call_command("publish_scheduled")
    with time_machine.travel(moment):
        revision.publish()
        published = ask(QUESTION, **given)
        assert "errors" not in preview
        assert [*unlike(timeless(preview), timeless(published))] == []
    for title in ("Ganz anders", "Erste anders", "Neue Stelle", "Neu"):
        assert title in str(preview)
    assert "Nachher" not in str(preview)
    assert "Zu spät" not in str(preview)


def test_what_depends_on_the_day_is_of_that_day(ask, seen, city, now):
    today = timezone.localdate()
    page = read(city.vision)
    page.start_date = (today + timedelta(days=3)).isoformat()
    page.end_date = (today + timedelta(days=9)).isoformat()
    path = f"/de/{page.url_path.split('/', 2)[2]}"

    def status(days: int) -> str:
        answer = seen(page, now + timedelta(days=days), STATUS, path=path)
        return answer["data"]["page"]["status"]

    assert [status(days) for days in (1, 5, 20)] == ["PLANNED", "RUNNING", "COMPLETED"]


def test_renamed_pages_stand_below_each_other(ask, seen, city, now):
    base = f"/de/{city.vision.url_path.split('/', 2)[2]}".removesuffix(f"{city.vision.slug}/")
    below = StageFactory(parent=city.first, title="Darunter")
    scheduled(read(city.first), now + timedelta(days=1), slug="eins")
    scheduled(read(city.vision), now + timedelta(days=2), slug="oben")

    def paths(days: int) -> list[Any]:
        after = [f"{base}oben/eins/", f"{base}oben/eins/{below.slug}/"]
        answer = seen(
            read(city.entry), now + timedelta(days=days), PAGES, path=after[0], below=after[1]
        )
        return [page and page["path"] for page in answer["data"].values()]

    assert paths(1) == [None, None]
    assert paths(3) == [f"{base}oben/eins/", f"{base}oben/eins/{below.slug}/"]
    assert StagePage.objects.get(pk=below.pk).slug == below.slug


def test_a_page_that_is_scheduled_itself_is_shown_as_it_was_saved(seen, city, now):
    scheduled(read(city.vision), now + timedelta(days=1), title="Geplant")
    page = read(city.vision)
    page.title = "In Arbeit"
    path = f"/de/{page.url_path.split('/', 2)[2]}"

    answer = seen(page, now + timedelta(days=2), PAGES, path=path, below=path)

    assert answer["data"]["page"]["title"] == "In Arbeit"


def test_what_cannot_be_published_is_said(seen, city, now):
    page = read(city.vision)
    scheduled(page, now + timedelta(days=1), title="Geplant")
    revision = page.latest_revision
    revision.content["title"] = ""
    revision.save()
    path = f"/de/{page.url_path.split('/', 2)[2]}"

    [change] = changes(now + timedelta(days=2))
    answer = seen(read(city.entry), now + timedelta(days=2), PAGES, path=path, below=path)

    assert change.row is None
    assert answer["data"]["page"]["title"] == city.vision.title


def test_the_editor_chooses_a_moment_and_is_told_what_happens_until_then(admin_client, ask, city):
    Frontend.objects.create(
        name="Stadt",
        base_address="https://www.stadt.example",
        preview_address="https://www.stadt.example/vorschau?t={token}",
    )
    day = timedelta(days=1)
    now = timezone.now().replace(second=0, microsecond=0)
    scheduled(read(city.project), now + day, title="Projekt anders")
    expiring(city.entry, now + 2 * day)
    path = f"/admin/shared-previews/moment/{city.vision.pk}/"
    assert path in admin_client.get(f"/admin/pages/{city.vision.pk}/edit/").content.decode()
    assert admin_client.get(path).status_code == 200

    def chosen(moment: datetime) -> Any:
        text = timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")
        return admin_client.post(path, {"moment": text})

    past = chosen(now - day)
    found = chosen(now + 3 * day)

    assert past.context["form"].errors["moment"] == [
        "Dieser Zeitpunkt ist vorbei: Bitte einen wählen, der noch kommt."
    ]
    text = unescape(found.content.decode())
    assert "„Projekt anders“ wird veröffentlicht." in text
    assert f"„{city.entry.title}“ wird zurückgezogen." in text
    [(name, address)] = found.context["links"]
    assert (name, found["Referrer-Policy"]) == ("Stadt", "no-referrer")
    [opens] = parse_qs(urlsplit(address).query)["t"]
    titles = str(ask("{ projects { nodes { title } } }", headers={"X-Preview-Token": opens}))
    assert "Projekt anders" in titles
    assert city.project.title not in titles
    assert "Bis dahin ist sonst nichts geplant." in chosen(now + day / 2).content.decode()
