"""What stands at an address, and pages by what names them."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from graphql_api.documents.identity import key_of, source_of
from graphql_api.documents.models import Document
from graphql_api.types.node import GlobalId
from tests.committing import stamp
from tests.factories import VisionFactory

ROUTE = """query($path: String!) { route(path: $path) { __typename
  ... on PageRoute { page { title language { locale isFallback } } }
  ... on RedirectRoute { to permanent }
  ... on GoneRoute { locale alternates { path } }
  ... on NotFoundRoute { locale alternates { path } } } }"""

VISION = "/de/stadt-der-zukunft/koeln-21/"


@pytest.mark.parametrize(
    "path", [VISION, VISION.strip("/"), f"{VISION}?a=1", f"{VISION}#b", f"/{VISION}/"]
)
def test_a_page_stands_there(ask, city, statements, path):
    answer = ask(ROUTE, path=path)

    page = {"title": "Köln 21", "language": {"locale": "de", "isFallback": False}}
    assert answer == {"data": {"route": {"__typename": "PageRoute", "page": page}}}
    assert len(statements) == 1


@pytest.mark.parametrize(
    ("path", "locale"), [("/de/nichts/", "de"), ("/", None), ("", None), ("/xx/", None)]
)
def test_nothing_stands_there(ask, city, path, locale):
    answer = ask(ROUTE, path=path)

    route = {"__typename": "NotFoundRoute", "locale": locale, "alternates": []}
    assert answer == {"data": {"route": route}}


@pytest.mark.parametrize("path", ["\0", "/de/\0/"])
def test_what_no_address_can_hold_is_refused(ask, city, path):
    answer = ask(ROUTE, path=path)

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["INVALID_ARGUMENT"]


def test_the_language_comes_from_the_path_and_no_other_is_served(ask, city, statements):
    answer = ask(ROUTE, path="/en/stadt-der-zukunft/koeln-21/")

    route = {"__typename": "NotFoundRoute", "locale": "en", "alternates": [{"path": VISION}]}
    assert answer == {"data": {"route": route}}
    # The path; what stood there; the same path in other languages; the languages of that.
    assert len(statements) == 4


def test_of_what_is_hidden_no_other_language_is_told(ask, city):
    city.vision.unpublish()

    answer = ask(ROUTE, path="/en/stadt-der-zukunft/koeln-21/")

    assert answer["data"]["route"]["alternates"] == []


def test_a_redirect_of_the_site_comes_before_one_of_all_sites(ask, city):
    Redirect.objects.create(old_path="/de/alt", redirect_link="https://alle.example/")
    Redirect.objects.create(
        old_path="/de/alt", redirect_link="https://eine.example/", site=Site.objects.get()
    )
    Redirect.objects.create(old_path="/de/älter", redirect_link="https://alle.example/")

    assert ask(ROUTE, path="/de/alt/")["data"]["route"]["to"] == "https://eine.example/"


def test_a_redirect_is_no_node(ask, city):
    redirect = Redirect.objects.create(old_path="/de/alt", redirect_link="https://example.org/")
    node = GlobalId("Redirect", key_of(redirect), "")

    assert ask("query($id: ID!) { node(id: $id) { id } }", id=str(node)) == {"data": {"node": None}}


@pytest.mark.parametrize("path", ["/de/m%C3%BCll", "/de/m%c3%bcll/?a=%C3%BC", "de/müll/"])
def test_an_address_may_be_written_with_percent_signs(ask, city, path):
    city.programme.get_parent().add_child(instance=Page(title="Müll", slug="müll"))
    Redirect.objects.create(old_path="/de/abfälle", redirect_link="https://example.org/")

    assert ask(ROUTE, path=path)["data"]["route"]["page"]["title"] == "Müll"
    by_path = "query($path: String!) { page(by: {path: $path}) { title } }"
    assert ask(by_path, path=path) == {"data": {"page": {"title": "Müll"}}}
    assert ask(ROUTE, path="/de/abf%C3%A4lle")["data"]["route"]["to"] == "https://example.org/"


@pytest.mark.parametrize("path", ["/de/%", "/de/%00/", "/de/%ff/", "/de/%2f/", "/de/100%25"])
def test_a_percent_sign_that_stands_for_nothing_leads_nowhere(ask, city, path):
    assert ask(ROUTE, path=path)["data"]["route"]["__typename"] == "NotFoundRoute"


def test_a_renamed_page_is_found_at_its_new_address(ask, city, django_capture_on_commit_callbacks):
    stamp()
    with django_capture_on_commit_callbacks(execute=True):
        city.vision.slug = "stadtvision"
        city.vision.save_revision().publish()

    answer = ask(ROUTE, path=VISION)

    to = "/de/stadt-der-zukunft/stadtvision/"
    route = {"__typename": "RedirectRoute", "to": to, "permanent": True}
    assert answer == {"data": {"route": route}}
    assert ask(ROUTE, path=to)["data"]["route"]["page"]["title"] == "Köln 21"


def test_a_page_is_renamed_in_one_language_and_stays_in_the_others(
    ask, city, english, django_capture_on_commit_callbacks
):
    translation = city.vision.copy_for_translation(english, copy_parents=True)
    translation.save_revision().publish()
    stamp()
    with django_capture_on_commit_callbacks(execute=True):
        translation.refresh_from_db()
        translation.slug = "cologne-21"
        translation.save_revision().publish()

    answer = ask(ROUTE, path="/en/stadt-der-zukunft/koeln-21/")

    to = "/en/stadt-der-zukunft/cologne-21/"
    route = {"__typename": "RedirectRoute", "to": to, "permanent": True}
    assert answer == {"data": {"route": route}}
    assert [ask(ROUTE, path=path)["data"]["route"]["__typename"] for path in (to, VISION)] == [
        "PageRoute",
        "PageRoute",
    ]


def test_what_stood_there_and_is_gone_says_so_and_no_more(ask, city):
    stamp()
    city.vision.unpublish()

    answer = ask(ROUTE, path=VISION)

    route = {"__typename": "GoneRoute", "locale": "de", "alternates": []}
    assert answer == {"data": {"route": route}}


def test_what_is_gone_in_one_language_is_offered_in_the_others(ask, city, english):
    translation = city.vision.copy_for_translation(english, copy_parents=True)
    translation.title = "Cologne 21"
    translation.slug = "cologne-21"
    translation.save_revision().publish()
    path = Document.objects.get(source=source_of(translation)).path
    stamp()
    translation.refresh_from_db()
    translation.unpublish()

    answer = ask(ROUTE, path=path)

    assert answer["data"]["route"] == {
        "__typename": "GoneRoute",
        "locale": "en",
        "alternates": [{"path": VISION}],
    }


def test_what_moved_is_found_without_a_redirect(ask, city):
    stamp()
    city.vision.slug = "stadtvision"
    city.vision.save_revision().publish()
    Redirect.objects.all().delete()

    answer = ask(ROUTE, path=VISION)

    to = "/de/stadt-der-zukunft/stadtvision/"
    route = {"__typename": "RedirectRoute", "to": to, "permanent": True}
    assert answer == {"data": {"route": route}}


def test_what_was_never_public_never_stood_there(ask, city):
    VisionFactory(parent=city.programme, title="Entwurf", live=False)
    stamp()

    answer = ask(ROUTE, path="/de/stadt-der-zukunft/entwurf/")

    assert answer["data"]["route"]["__typename"] == "NotFoundRoute"


def test_a_redirect_to_what_cannot_be_read_leads_nowhere(ask, city):
    Redirect.objects.create(old_path="/de/alt", redirect_page=city.vision, site=Site.objects.get())
    city.vision.unpublish()

    answer = ask(ROUTE, path="/de/alt/")

    assert answer["data"]["route"]["__typename"] == "NotFoundRoute"


def test_a_redirect_to_an_address(ask, city):
    Redirect.objects.create(
        old_path="/de/alt", redirect_link="https://www.example.org/", is_permanent=False
    )

    answer = ask(ROUTE, path="/de/alt")

    route = {"__typename": "RedirectRoute", "to": "https://www.example.org/", "permanent": False}
    assert answer == {"data": {"route": route}}


def by(city, name: str) -> dict:
    key = str(city.vision.translation_key)
    named = {"path": VISION, "translationKey": key, "id": str(GlobalId("Vision", key, "de"))}
    return {name: named[name]}


@pytest.mark.parametrize("name", ["path", "translationKey", "id"])
def test_a_page_by_what_names_it(ask, city, statements, name):
    query = """query($by: PageBy!) {
      page(by: $by) { title } vision(by: $by) { title } project(by: $by) { title } }"""

    answer = ask(query, by=by(city, name))

    title = {"title": "Köln 21"}
    assert answer == {"data": {"page": title, "vision": title, "project": None}}
    assert len(statements) == 1


def test_a_page_by_two_names_is_refused(ask, city):
    query = "query($by: PageBy!) { page(by: $by) { title } }"

    answer = ask(query, by=by(city, "path") | by(city, "id"))

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["VALIDATION_ERROR"]


@pytest.mark.parametrize("field", ["id", "translationKey"])
@pytest.mark.parametrize("value", ["", "x", "ä", "VmlzaW9u", "VmlzaW9uOng6ZGU="])
def test_what_is_no_id_is_refused(ask, city, statements, field, value):
    query = "query($by: PageBy!) { page(by: $by) { title } }"

    answer = ask(query, by={field: value})

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["INVALID_ID"]
    assert statements == []


def test_nodes_by_their_ids(ask, city, statements):
    key = str(city.vision.translation_key)
    right, wrong_kind = GlobalId("Vision", key, "de"), GlobalId("Project", key, "de")
    wrong_locale = GlobalId("Vision", key, "en")
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"

    answer = ask(query, ids=[str(right), str(wrong_kind), str(wrong_locale)])

    found = {"__typename": "Vision", "id": str(right)}
    assert answer == {"data": {"nodes": [found, None, None]}}
    assert len(statements) == 1


def test_too_many_nodes_are_refused(ask, city):
    one = str(GlobalId("Vision", str(city.vision.translation_key), "de"))

    answer = ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=[one] * 101)

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["PAGE_SIZE_EXCEEDED"]


def test_an_unknown_language_is_refused(ask, city):
    answer = ask('{ visions(locale: "xx") { totalCount } }')

    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNKNOWN_LOCALE"]


def test_an_alias_in_its_own_language_is_a_page_of_its_own(ask, city):
    other = VisionFactory(parent=city.programme, title="Andere")
    city.first.create_alias(parent=other)

    answer = ask(ROUTE, path="/de/stadt-der-zukunft/andere/erste/")

    assert answer["data"]["route"]["page"]["title"] == "Erste"
