"""The feed of changes: complete, in order, resumable, and without a word of what is gone."""

import pytest
from wagtail.models import PageViewRestriction, Site

from graphql_api.documents.models import Version
from graphql_api.types.node import GlobalId
from tests.committing import stamp
from tests.factories import ContactPointFactory, ProgrammeFactory, StageFactory

FEED = """query($after: String, $first: Int) { changes(after: $after, first: $first) {
  nodes { id type locale action path node { __typename ... on Page { title } } }
  pageInfo { hasNextPage hasPreviousPage endCursor } } }"""


@pytest.fixture
def changed(ask):
    """Give what changed behind a cursor, as if all that was done had been committed."""

    def changed(after: str | None = None, first: int | None = None) -> dict:
        stamp()
        return ask(FEED, after=after, first=first)["data"]["changes"]

    return changed


def cursor_of(feed: dict) -> str:
    return feed["pageInfo"]["endCursor"]


def last(changed) -> str:
    """Read the feed to its end, and give the place."""
    feed = changed(first=100)
    while feed["pageInfo"]["hasNextPage"]:
        feed = changed(cursor_of(feed), 100)
    return cursor_of(feed)


def test_what_is_published_comes_with_its_document(changed, city):
    end = last(changed)
    city.vision.title = "Stadtvision"
    city.vision.save_revision().publish()

    feed = changed(end)

    change = {
        "id": str(GlobalId("Vision", str(city.vision.translation_key), "de")),
        "type": "Vision",
        "locale": "de",
        "action": "PUBLISHED",
        "path": "/de/stadt-der-zukunft/koeln-21/",
        "node": {"__typename": "Vision", "title": "Stadtvision"},
    }
    assert feed["nodes"] == [change]
    assert feed["pageInfo"]["hasNextPage"] is False


def test_a_change_has_its_place_and_its_moment(ask, changed, city):
    end = last(changed)
    city.vision.title = "Stadtvision"
    city.vision.save_revision().publish()
    feed = changed(end)
    query = "query($after: String) { changes(after: $after) { edges { cursor node { at type } } } }"

    (edge,) = ask(query, after=end)["data"]["changes"]["edges"]

    moment = Version.objects.get(key=city.vision.translation_key, valid_to=None).valid_from
    assert edge == {
        "cursor": cursor_of(feed),
        "node": {"at": moment.isoformat(), "type": "Vision"},
    }


def test_nothing_new_keeps_the_place(changed, city):
    end = last(changed)

    info = {"hasNextPage": False, "hasPreviousPage": True, "endCursor": end}
    assert changed(end) == {"nodes": [], "pageInfo": info}


def test_what_was_withdrawn_is_named_without_a_word_of_it(changed, city):
    end = last(changed)
    city.project.unpublish()

    change = {
        "id": str(GlobalId("Project", str(city.project.translation_key), "de")),
        "type": "Project",
        "locale": "de",
        "action": "WITHDRAWN",
        "path": "/de/stadt-der-zukunft/projekte/standortmarke-koeln/",
        "node": None,
    }
    assert changed(end)["nodes"] == [change]


def test_a_thing_comes_once_with_its_last_change(changed, city):
    end = last(changed)
    for title in ("Eins", "Zwei"):
        city.vision.title = title
        city.vision.save_revision().publish()
        changed(end)

    assert [change["node"]["title"] for change in changed(end)["nodes"]] == ["Zwei"]


def test_the_feed_is_read_in_parts_and_misses_nothing(changed, city):
    whole, part = [], changed(first=3)
    while part["pageInfo"]["hasNextPage"]:
        whole += part["nodes"]
        part = changed(cursor_of(part), 3)
    whole += part["nodes"]

    assert whole == changed(first=100)["nodes"]
    assert len(whole) > 9


def test_a_draft_is_no_change(changed, city):
    end = last(changed)
    city.vision.title = "Entwurf"
    city.vision.save_revision()
    StageFactory(parent=city.vision, title="Nicht da", live=False)

    assert changed(end)["nodes"] == []


def test_what_is_restricted_is_withdrawn_with_all_below_it(changed, city):
    end = last(changed)
    PageViewRestriction.objects.create(page=city.vision, restriction_type="login")

    nodes = changed(end)["nodes"]

    assert {change["type"] for change in nodes} == {"Vision", "Stage"}
    assert [change["action"] for change in nodes] == ["WITHDRAWN"] * 3


def test_what_moves_to_another_site_is_withdrawn_from_this_one(changed, ask, city, home):
    elsewhere = ProgrammeFactory(parent=home.get_parent(), title="Anderswo")
    Site.objects.create(hostname="other.example", root_page=elsewhere)
    end = last(changed)
    city.vision.move(elsewhere, pos="last-child")

    here = changed(end)["nodes"]
    with_site = ask(FEED, headers={"X-Site": "other.example"}, after=end)

    assert {change["action"] for change in here} == {"WITHDRAWN"}
    assert here[0]["path"] == "/de/stadt-der-zukunft/koeln-21/"
    there = with_site["data"]["changes"]["nodes"]
    assert {change["action"] for change in there} == {"PUBLISHED"}
    assert there[0]["path"] == "/de/koeln-21/"


def test_things_without_a_page_change_too(changed, city):
    end = last(changed)
    contact = ContactPointFactory()

    [change] = changed(end)["nodes"]

    assert change["id"] == str(GlobalId("ContactPoint", str(contact.translation_key), "de"))
    assert (change["type"], change["path"]) == ("ContactPoint", None)
    assert change["node"] == {"__typename": "ContactPoint"}


def test_a_part_of_the_feed_is_read_in_two_statements(ask, city, statements):
    ask(FEED, first=50)

    assert len(statements) == 2


@pytest.mark.parametrize("after", ["", "x", "b2Zmc2V0OjE=", "c2VxOi0x", "c2VxOjAx"])
def test_a_cursor_of_no_feed_is_refused(ask, city, after):
    answer = ask(FEED, after=after)

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["INVALID_CURSOR"]


def test_too_many_at_once_are_refused(ask, city):
    answer = ask(FEED, first=101)

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["PAGE_SIZE_EXCEEDED"]
