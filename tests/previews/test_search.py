"""Search through a draft finds by what it says, and by nothing that it no longer says."""

import pytest
from wagtail.models import Locale

from graphql_api.documents.search.models import SearchEntry, SearchWord
from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.factories import StageFactory, VisionFactory
from vision_pages.models import VisionPage

SEARCH = """query($text: String!, $types: [String!]) { search(query: $text, types: $types) {
  totalCount didYouMean facets { types { value count } years { value count } }
  edges { title { html } excerpt { html } node { path } } } }"""
SUGGEST = "query($text: String!) { searchSuggestions(query: $text) { title { html } } }"


@pytest.fixture
def search(ask):
    """Search as the frontend that shows a page as it is in memory; without one, as anybody."""

    def search(page, query, types=None):
        headers = {"X-Preview-Token": token(store(page, None))} if page else None
        return ask(SEARCH, headers=headers, text=query, types=types)["data"]["search"]

    return search


@pytest.fixture
def suggest(ask):
    def suggest(page, query):
        headers = {"X-Preview-Token": token(store(page, None))} if page else None
        found = ask(SUGGEST, headers=headers, text=query)["data"]["searchSuggestions"]
        return [one["title"]["html"] for one in found]

    return suggest


def edited(page, **values):
    found = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(found, name, value)
    return found


def titles(found) -> list[str]:
    return [edge["title"]["html"] for edge in found["edges"]]


def test_a_draft_is_found_by_what_it_says_now(city, search, suggest):
    draft = edited(city.vision, title="Aachen 21", summary="Ein Flussbad für alle.")

    assert titles(search(draft, "Aachen")) == ["<mark>Aachen</mark> 21"]
    [edge] = search(draft, "flussbad")["edges"]
    assert edge["excerpt"]["html"].startswith("Ein <mark>Flussbad</mark> für alle.")
    assert suggest(draft, "Aach") == ["<mark>Aachen</mark> 21"]
    assert search(draft, "Köln 21")["totalCount"] == 0
    assert suggest(draft, "Köln 2") == []
    assert titles(search(None, "Köln 21")) == ["<mark>Köln</mark> <mark>21</mark>"]
    assert search(None, "Flussbad")["totalCount"] == 0


def test_words_of_a_draft_widen_what_is_asked(city, search):
    """A compound that only the draft has, and a typing error in a word that only it has."""
    draft = edited(city.vision, title="Wasserschule")

    assert titles(search(draft, "Schule")) == ["<mark>Wasserschule</mark>"]
    assert search(draft, "Waserschule")["didYouMean"] == "Wasserschule"
    assert search(None, "Waserschule") == {
        "totalCount": 0, "didYouMean": None, "facets": {"types": [], "years": []}, "edges": [],
    }  # fmt: skip


def test_what_is_counted_is_the_draft_in_its_place(city, search):
    StageFactory(parent=city.vision, title="Dritte Stufe", start_date="2022")
    StageFactory(parent=city.vision, title="Vierte Stufe", start_date="2023")
    draft = edited(city.second, title="Zweite Stufe", start_date="1999")

    found = search(draft, "Stufe", types=["Stage"])

    assert found["totalCount"] == 3
    assert found["facets"] == {
        "types": [{"value": "Stage", "count": 3}],
        "years": [{"value": year, "count": 1} for year in (2023, 2022, 1999)],
    }


def test_a_new_page_is_found(city, search):
    page = VisionFactory.build(
        parent=None, title="Flussbad", slug="flussbad", locale=Locale.get_default()
    )
    page.depth = city.programme.depth + 1
    page.path = VisionPage._get_path(city.programme.path, page.depth, 99)

    [edge] = search(page, "Flussbad")["edges"]

    assert edge["node"]["path"].endswith("/flussbad/")


def test_what_moves_with_a_page_is_found_at_its_new_address(city, search):
    paths = [
        edge["node"]["path"]
        for edge in search(edited(city.vision, slug="aachen-21"), "erste")["edges"]
    ]

    assert [path for path in paths if path.endswith("/aachen-21/erste/")]
    assert not [path for path in paths if "koeln-21" in path]


def test_what_is_archived_is_not_found(city, search):
    assert search(edited(city.vision, is_archived=True), "Köln 21")["totalCount"] == 0


def test_one_connection_searches_drafts_and_what_is_public_in_turn(city, search):
    draft = edited(city.vision, title="Aachen 21")

    found = [search(page, "Aachen")["totalCount"] for page in (None, draft, None, draft)]

    assert found == [0, 1, 0, 1]


def test_nothing_of_it_gets_into_what_all_search(city):
    before = [*SearchEntry.objects.order_by("pk").values()], {*SearchWord.objects.values_list()}

    store(edited(city.vision, title="Wasserschule"), None)

    assert before == (
        [*SearchEntry.objects.order_by("pk").values()],
        {*SearchWord.objects.values_list()},
    )
