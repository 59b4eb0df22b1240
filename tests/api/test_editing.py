"""Where things are edited: told in previews to who edits, and nowhere else."""

import re
from typing import Any

import pytest
from wagtail.models import Locale

from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.api.linked_city import LinkedCity, linked_city
from tests.factories import ActorFactory, ParticipationEventFactory
from vision_pages.models import VisionActor
from vision_pages.models.actor import Role

pytestmark = pytest.mark.usefixtures("unlimited")

EDIT = "edit { url path fields { name url path } }"
WHOLE = """query($id: ID!, $locale: LocaleCode) {
  page(by: {translationKey: $id}, locale: $locale, fallback: NONE) { title %s
    ... on Content { body(flat: true) { __typename %s ... on AccordionBlock { items { %s } } }
      contacts { %s } }
    ... on Evidence { councilDecisions { %s } }
    ... on Initiative { actors { %s } stages { %s } }
    ... on Stage { participationEvents { %s } } } }"""


@pytest.fixture(scope="module")
def shared_linked(home) -> LinkedCity:
    return linked_city(home)


@pytest.fixture
def linked(shared_linked) -> LinkedCity:
    return shared_linked.read_again()


@pytest.fixture
def preview(ask, admin_user):
    """Ask as the frontend that shows somebody the draft of a page."""

    def preview(page, query=WHOLE, author=admin_user, edit=EDIT):
        headers = {"X-Preview-Token": token(store(page, author))}
        asked = {"id": str(page.translation_key), "locale": page.locale.language_code}
        found = ask(query.replace("%s", edit), headers=headers, **asked)
        assert "errors" not in found, found
        return found["data"]["page"]

    return preview


def form(page: Any) -> str:
    return f"http://testserver/admin/pages/{page.pk}/edit/"


def fields(edit: dict[str, Any]) -> dict[str, str]:
    """Give where each field is edited, and see that its address and its path say the same."""
    for field in edit["fields"]:
        assert field["url"].endswith(f"#:w:contentpath={field['path']}")
    return {field["name"]: field["url"] for field in edit["fields"]}


def test_pages_blocks_items_and_rows_say_where_they_are_edited(preview, linked):
    found = preview(linked.vision)

    here = form(linked.vision)
    assert found["edit"] | {"fields": []} == {"url": here, "path": None, "fields": []}
    assert fields(found["edit"]) | {
        "title": f"{here}#:w:contentpath=title",
        "image": f"{here}#:w:contentpath=hero_image",
        "visionStatement": f"{here}#:w:contentpath=vision_statement",
        "signLanguageVideos": f"{here}#:w:contentpath=sign_language_video",
        "linkedVisions": f"{here}#:w:contentpath=linked_visions",
        "actors": f"{here}#:w:contentpath=actors",
        "statusSource": f"{here}#:w:contentpath=status_override",
    } == fields(found["edit"])
    [accordion] = [one for one in found["body"] if one["__typename"] == "AccordionBlock"]
    stored = next(one for one in linked.vision.body if one.block_type == "accordion")
    path = f"body.{stored.id}"
    item = f"{path}.items.{stored.value['items'].bound_blocks[0].id}"
    assert accordion["edit"] == {
        "url": f"{here}#:w:contentpath={path}",
        "path": path,
        "fields": [target("items", here, f"{path}.items")],
    }
    assert accordion["items"][0]["edit"] == {
        "url": f"{here}#:w:contentpath={item}",
        "path": item,
        "fields": [
            target("title", here, f"{item}.title"),
            target("content", here, f"{item}.content"),
        ],
    }
    assert found["actors"][0]["edit"]["path"] == "actors.0"
    assert fields(found["actors"][0]["edit"]) == {
        name: f"{here}#:w:contentpath=actors.0.{name}" for name in ("role", "actor")
    }
    snippet = "http://testserver/admin/snippets/vision_pages/contactpoint/edit"
    contacts = {one["edit"]["url"]: fields(one["edit"]) for one in found["contacts"]}
    contact = contacts[f"{snippet}/{linked.contact.pk}/"]
    assert contact["openingHours"].endswith("/#:w:contentpath=opening_hours")
    assert form(linked.secret_stage) in {one["edit"]["url"] for one in found["stages"]}


def target(name: str, form: str, path: str) -> dict[str, str]:
    return {"name": name, "url": f"{form}#:w:contentpath={path}", "path": path}


def test_a_row_says_where_it_stands_however_it_was_found(ask, preview, linked, admin_user):
    events = "{ participationEvents(first: 1) { nodes { title stage { id } edit { path url } } } }"
    headers = {"X-Preview-Token": token(store(linked.vision, admin_user))}

    [found] = ask(events, headers=headers)["data"]["participationEvents"]["nodes"]

    assert found["edit"]["path"] == "participation_events.0"
    assert found["edit"]["url"] in {
        f"{form(stage)}#:w:contentpath=participation_events.0"
        for stage in (linked.secret_stage, linked.secret_below)
    }


def test_in_a_translation_facts_are_edited_at_their_source(preview, linked):
    english = Locale.objects.get_or_create(language_code="en")[0]
    stage = linked.secret_stage.copy_for_translation(english, copy_parents=True)
    stage.save_revision().publish()
    own, source = form(stage), form(linked.secret_stage)
    key = stage.participation_events.get().translation_key

    found = preview(stage)

    asked = fields(found["edit"])
    assert asked["title"] == f"{own}#:w:contentpath=title"
    assert asked["kind"] == f"{source}#:w:contentpath=kind"
    assert asked["participationEvents"] == f"{own}#:w:contentpath=participation_events"
    [event] = found["participationEvents"]
    row = f"participation_events.{key}"
    assert event["edit"]["url"] == f"{own}#:w:contentpath={row}"
    times = fields(event["edit"])
    assert times["title"] == f"{own}#:w:contentpath={row}.title"
    assert times["startsAt"] == f"{source}#:w:contentpath=participation_events.0.starts_at"


def test_what_was_never_saved_is_edited_where_the_preview_was_opened(preview, linked):
    page = type(linked.vision)(title="Neu", slug="neu", locale=Locale.get_default())
    page.depth = linked.programme.depth + 1
    page.path = type(page)._get_path(linked.programme.path, page.depth, 99)

    edit = preview(page)["edit"]

    assert (edit["url"], edit["path"]) == (None, None)
    assert {"name": "title", "url": None, "path": "title"} in edit["fields"]


def test_each_place_is_in_the_form(preview, city, admin_client):
    city.vision.actors.add(VisionActor(actor=ActorFactory(), role=Role.LEAD))
    city.first.participation_events.add(ParticipationEventFactory.build(locale=city.first.locale))
    for page in (city.vision, city.first):
        page.save_revision().publish()
    del city.administration, city.second
    for page in vars(city).values():
        shown = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        found = preview(page)
        paths = {field["path"] for field in found["edit"]["fields"]}
        rows = [*found.get("actors", ()), *found.get("participationEvents", ())]
        assert rows or page not in (city.vision, city.first)
        for field in (field for row in rows for field in row["edit"]["fields"]):
            assert f'id="id_{field["path"].replace(".", "-")}"' in shown
        there = {*re.findall(r'data-contentpath="(\w+)"', shown)}
        there |= {*re.findall(r'id="id_(\w+)-FORMS"', shown)}
        assert len(paths) >= 8
        assert paths - there == set()


def test_people_without_an_account_are_not_told(preview, linked):
    found = preview(linked.vision, author=None)

    assert {one["edit"] for one in (found, *found["body"], *found["actors"])} == {None}


def test_to_tell_needs_no_statement_but_for_the_facts_of_translations(preview, linked, statements):
    few = counted(statements, preview, linked.vision, "__typename")
    english = Locale.objects.get_or_create(language_code="en")[0]
    stage = linked.secret_stage.copy_for_translation(english, copy_parents=True)
    stage.save_revision().publish()

    assert counted(statements, preview, linked.vision, EDIT) == few
    few = counted(statements, preview, stage, "__typename")
    assert counted(statements, preview, stage, EDIT) <= few + 2


def counted(statements, preview, page, edit) -> int:
    preview(page, edit=edit)
    statements.clear()
    preview(page, edit=edit)
    return len(statements)
