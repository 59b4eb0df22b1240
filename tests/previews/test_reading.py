"""A draft laid over the documents: in pages, lists, relations, routes; and only for its token."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone
from wagtail.models import Locale

from graphql_api.documents.models import Document, Version
from graphql_api.previews.models import Draft
from graphql_api.previews.storing import store
from graphql_api.previews.tokens import SALT, token
from tests.factories import VisionFactory
from vision_pages.models import VisionPage

PAGE = """query($path: String!) { page(by: {path: $path}) { title path
  ... on Vision { stages { title path initiative { title } } body { id } } } }"""
VISIONS = "{ visions(order: [TITLE_ASC]) { totalCount nodes { title path } } }"
ROUTE = "query($path: String!) { route(path: $path) { __typename } }"


@pytest.fixture
def preview(ask):
    """Ask as the frontend that shows a page as it is in memory."""

    def preview(page, query, **variables):
        draft = store(page, None)
        return ask(query, headers={"X-Preview-Token": token(draft)}, **variables)["data"]

    return preview


def path(page) -> str:
    return f"/de/{page.url_path.split('/', 2)[2]}"


def edited(page, **values):
    found = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(found, name, value)
    return found


def titles(answer) -> list[str]:
    return [node["title"] for node in answer["visions"]["nodes"]]


def test_an_unsaved_change_is_seen_wherever_the_page_is(ask, city, preview):
    before = ask(PAGE, path=path(city.vision))
    page = edited(city.vision, title="Aachen 21")

    found = preview(page, PAGE, path=path(city.vision))["page"]

    assert found["title"] == "Aachen 21"
    assert {stage["initiative"]["title"] for stage in found["stages"]} == {"Aachen 21"}
    assert titles(preview(page, VISIONS))[0] == "Aachen 21"
    assert ask(PAGE, path=path(city.vision)) == before
    assert "Aachen 21" not in titles(ask(VISIONS)["data"])


def test_a_new_page_is_in_its_place(ask, city, preview):
    public = ask(VISIONS)["data"]["visions"]["totalCount"]
    page = VisionFactory.build(
        parent=None, title="Neue Vision", slug="neue-vision", locale=Locale.get_default()
    )
    page.depth = city.programme.depth + 1
    page.path = VisionPage._get_path(city.programme.path, page.depth, 99)
    page.set_url_path(city.programme)

    found = preview(page, VISIONS)["visions"]

    assert found["totalCount"] == public + 1
    [new] = [node for node in found["nodes"] if node["title"] == "Neue Vision"]
    assert new["path"] == f"{path(city.programme)}neue-vision/"
    assert preview(page, ROUTE, path=new["path"]) == {"route": {"__typename": "PageRoute"}}
    assert ask(ROUTE, path=new["path"])["data"] == {"route": {"__typename": "NotFoundRoute"}}
    assert VisionPage.objects.filter(title="Neue Vision").count() == 0


def test_an_edited_slug_moves_what_stands_below(ask, city, preview):
    page = edited(city.vision, slug="aachen-21")
    new = path(city.vision).replace("koeln-21", "aachen-21")

    found = preview(page, PAGE, path=new)["page"]

    assert found["path"] == new
    assert found["stages"]
    assert all(stage["path"].startswith(new) for stage in found["stages"])
    assert preview(page, PAGE, path=path(city.vision)) == {"page": None}


def test_what_is_archived_leaves_the_lists(city, preview):
    assert "Köln 21" not in titles(preview(edited(city.vision, is_archived=True), VISIONS))


def test_a_second_preview_takes_the_place_of_the_first(ask, city, admin_user):
    first = store(edited(city.vision, title="Eins"), admin_user)
    second = store(edited(city.vision, title="Zwei"), admin_user)
    others = store(edited(city.vision, title="Drei"), None)

    def title(draft):
        headers = {"X-Preview-Token": token(draft)}
        return ask(PAGE, headers=headers, path=path(city.vision))["data"]["page"]["title"]

    assert first == second != others
    assert [title(first), title(others)] == ["Zwei", "Drei"]


# The savepoint and its release, the search path read, set and set back, the draft of the token.
OF_A_PREVIEW = 6


@pytest.mark.parametrize("query", [PAGE, VISIONS, ROUTE], ids=["page", "list", "route"])
def test_a_preview_needs_a_fixed_number_of_statements_more(ask, city, statements, query):
    variables = {} if query is VISIONS else {"path": path(city.vision)}
    draft = store(edited(city.vision, title="Aachen 21"), None)
    statements.clear()
    ask(query, **variables)
    public = len(statements)
    statements.clear()

    ask(query, headers={"X-Preview-Token": token(draft)}, **variables)

    assert len(statements) - public == OF_A_PREVIEW


def test_a_connection_keeps_the_plans_of_what_is_public(ask, city, statements):
    """The same text would be planned anew each time, as it reads something else."""
    draft = store(edited(city.vision, title="Aachen 21"), None)
    statements.clear()
    ask(VISIONS)
    public = {*statements}

    ask(VISIONS, headers={"X-Preview-Token": token(draft)})

    seen = statements[len(public) :]
    assert public.isdisjoint(seen)
    assert {sql.removeprefix("/* graphql_api_preview */ ") for sql in seen} >= public


def test_nothing_public_is_written(city):
    documents = [*Document.objects.order_by("pk").values()]
    versions = Version.objects.count()

    store(edited(city.vision, title="Aachen 21", slug="aachen-21"), None)

    assert [*Document.objects.order_by("pk").values()] == documents
    assert Version.objects.count() == versions


WRONG = {
    "changed": lambda draft: token(draft) + "x",
    "cut": lambda draft: token(draft)[:-1],
    "unsigned": lambda draft: str(draft.id),
    "of another purpose": lambda draft: signing.dumps(str(draft.id), salt="another"),
    "no id": lambda draft: signing.dumps("nonsense", salt=SALT),
    "no text": lambda draft: signing.dumps(["a"], salt=SALT),
    "of nothing": lambda draft: token(Draft(expires_at=timezone.now())),
    "empty": lambda draft: "",
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_token_opens_nothing(client, city, wrong):
    draft = store(edited(city.vision, title="Aachen 21"), None)

    response = client.post(
        "/graphql/",
        {"query": VISIONS},
        content_type="application/json",
        headers={"X-Preview-Token": wrong(draft)},
    )

    assert response.json() == {
        "errors": [
            {
                "message": "This preview cannot be opened any more. Open it anew in the editor.",
                "extensions": {"code": "INVALID_PREVIEW_TOKEN"},
            }
        ]
    }
    assert response["Cache-Control"] == "private, no-store"


def test_an_expired_one_opens_nothing(ask, city):
    draft = store(edited(city.vision, title="Aachen 21"), None, lifetime=timedelta(seconds=-1))

    [error] = ask(VISIONS, headers={"X-Preview-Token": token(draft)})["errors"]

    assert error["extensions"]["code"] == "INVALID_PREVIEW_TOKEN"


def test_nobody_may_keep_an_answer(client, city):
    draft = store(edited(city.vision, title="Aachen 21"), None)

    response = client.get(
        "/graphql/",
        {"query": VISIONS},
        headers={"X-Preview-Token": token(draft), "Accept": "application/json"},
    )

    assert "Aachen 21" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"
    assert "X-Preview-Token" in response["Vary"]


def test_a_preview_is_not_of_the_past(ask, city):
    draft = store(city.vision, None)

    headers = {"X-Preview-Token": token(draft), "X-As-Of": "2020-01-01"}
    [error] = ask(VISIONS, headers=headers)["errors"]

    assert error["extensions"]["code"] == "INVALID_ARGUMENT"
