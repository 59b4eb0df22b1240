"""Search: what is found, in which order, with what beside it."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from graphql_api.documents.search.models import SearchEntry
from tests.factories import FieldOfActionFactory, ProjectFactory, StageFactory, VisionFactory

SEARCH = """query($text: String!, $locale: LocaleCode, $fallback: Fallback! = CHAIN,
  $types: [String!], $years: [Int!], $filter: SearchFilter, $first: Int, $after: String,
  $offset: Int) {
  search(query: $text, locale: $locale, fallback: $fallback, types: $types, years: $years,
    filter: $filter, first: $first, after: $after, offset: $offset) {
    totalCount didYouMean
    facets { types { value count } years { value count } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { title }
    edges { cursor node { __typename title path }
      title { html } excerpt { html parts { text marked } } }
  } }"""
SUGGEST = """query($text: String!, $locale: LocaleCode, $first: Int) {
  searchSuggestions(query: $text, locale: $locale, first: $first) {
    title { html } node { __typename path } } }"""


@pytest.fixture
def statements(monkeypatch):
    """Collect the statements that searching runs."""
    from graphql_api.documents import reading

    seen = []
    fetch = reading.fetch

    def counted(sql, parameters):
        seen.append(sql)
        return fetch(sql, parameters)

    monkeypatch.setattr(reading, "fetch", counted)
    return seen


def titles(answer: dict) -> list[str]:
    assert "errors" not in answer, answer
    return [edge["node"]["title"] for edge in answer["data"]["search"]["edges"]]


@pytest.fixture
def waste(city):
    """Three pages about waste: one in its title, one in its lead, one deep in its text."""
    deep = VisionFactory(parent=city.programme, title="Saubere Stadt", start_date="2010")
    deep.vision_statement = f"<p>{'Viele Wörter stehen davor. ' * 20}Weniger Müll für alle.</p>"
    deep.save_revision().publish()
    ProjectFactory(
        parent=city.index,
        title="Leise Wagen",
        serves=[city.vision],
        start_date="2021",
        summary="Elektrisch holen sie den Müll & mehr.",
    )
    ProjectFactory(
        parent=city.index, title="Die Müllabfuhr", serves=[city.vision], start_date="2021"
    )
    return deep


def test_the_whole_answer(ask, waste, statements):
    answer = ask(SEARCH, text="müll", first=2)

    assert answer["data"]["search"] == {
        "totalCount": 3,
        "didYouMean": None,
        "facets": {
            "types": [{"value": "Project", "count": 2}, {"value": "Vision", "count": 1}],
            "years": [{"value": 2021, "count": 2}, {"value": 2010, "count": 1}],
        },
        "nodes": [{"title": "Die Müllabfuhr"}, {"title": "Leise Wagen"}],
        "pageInfo": {
            "hasNextPage": True,
            "hasPreviousPage": False,
            "startCursor": "b2Zmc2V0OjA=",
            "endCursor": "b2Zmc2V0OjE=",
        },
        "edges": [
            {
                "cursor": "b2Zmc2V0OjA=",
                "node": {
                    "__typename": "Project",
                    "title": "Die Müllabfuhr",
                    "path": "/de/stadt-der-zukunft/projekte/die-muellabfuhr/",
                },
                "title": {"html": "Die <mark>Müllabfuhr</mark>"},
                "excerpt": {
                    "html": "Kurz gesagt. Eine lebenswerte Stadt.",
                    "parts": [{"text": "Kurz gesagt. Eine lebenswerte Stadt.", "marked": False}],
                },
            },
            {
                "cursor": "b2Zmc2V0OjE=",
                "node": {
                    "__typename": "Project",
                    "title": "Leise Wagen",
                    "path": "/de/stadt-der-zukunft/projekte/leise-wagen/",
                },
                "title": {"html": "Leise Wagen"},
                "excerpt": {
                    "html": "Elektrisch holen sie den <mark>Müll</mark> &amp; mehr. "
                    "Eine lebenswerte Stadt.",
                    "parts": [
                        {"text": "Elektrisch holen sie den ", "marked": False},
                        {"text": "Müll", "marked": True},
                        {"text": " & mehr. Eine lebenswerte Stadt.", "marked": False},
                    ],
                },
            },
        ],
    }
    assert len(statements) == 2


def test_an_excerpt_is_cut_around_the_words(ask, waste):
    answer = ask(SEARCH, text="müll", types=["Vision"])
    [edge] = answer["data"]["search"]["edges"]
    html = edge["excerpt"]["html"]

    assert html.startswith("… ")
    assert html.endswith("Weniger <mark>Müll</mark> für alle.")
    assert len("".join(part["text"] for part in edge["excerpt"]["parts"])) <= 244


def test_markup_in_a_text_comes_out_as_text(ask, city):
    ProjectFactory(
        parent=city.index,
        title="<script>alert(1)</script> Gefahr",
        serves=[city.vision],
        summary="<img src=x onerror=alert(1)> Gefahr & Not",
    )
    [edge] = ask(SEARCH, text="gefahr alert")["data"]["search"]["edges"]

    assert edge["title"]["html"] == (
        "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; <mark>Gefahr</mark>"
    )
    assert edge["excerpt"]["html"].startswith(
        "&lt;img src=x onerror=<mark>alert</mark>(1)&gt; <mark>Gefahr</mark> &amp; Not"
    )


def test_an_apostrophe_inside_a_marked_word_is_escaped(ask, city):
    ProjectFactory(parent=city.index, title="Wie geht's weiter", serves=[city.vision])
    [edge] = ask(SEARCH, text="gehts")["data"]["search"]["edges"]

    assert edge["title"]["html"] == "Wie <mark>geht&#x27;s</mark> weiter"


def test_a_former_name_finds_the_page_before_those_that_mention_it(ask, city):
    city.vision.former_names = [("name", "Smart City Cologne")]
    city.vision.save_revision().publish()
    ProjectFactory(
        parent=city.index,
        title="Sensoren",
        summary="Ein Vorhaben der Smart City Cologne: smart, smart, smart.",
        serves=[city.vision],
    )

    assert titles(ask(SEARCH, text="smart city")) == ["Köln 21", "Sensoren"]


def test_pages_follow_each_other(ask, city):
    for number in range(7):
        ProjectFactory(parent=city.index, title=f"Brücke {number}", serves=[city.vision])
    first = ask(SEARCH, text="brücken", first=3)
    after = first["data"]["search"]["pageInfo"]["endCursor"]
    second = ask(SEARCH, text="brücken", first=3, after=after)
    last = ask(SEARCH, text="brücken", first=3, offset=6)
    beyond = ask(SEARCH, text="brücken", first=3, offset=60)
    found = [titles(one) for one in (first, second, last)]

    assert sorted(title for page in found for title in page) == [
        f"Brücke {number}" for number in range(7)
    ]
    assert [len(one) for one in found] == [3, 3, 1]
    assert last["data"]["search"]["pageInfo"]["hasNextPage"] is False
    assert (titles(beyond), beyond["data"]["search"]["totalCount"]) == ([], 7)


def test_pages_behind_those_ranked_by_all_their_words_follow_too(ask, city, monkeypatch):
    from graphql_api.documents.search import hits

    monkeypatch.setattr(hits, "PAGE", hits.PAGE.replace("200", "2"))
    for number in range(5):
        ProjectFactory(
            parent=city.index, title=f"Brücke {number}", serves=[city.vision], start_date="2001"
        )
    all_at_once = titles(ask(SEARCH, text="brücke"))
    one_by_one = [titles(ask(SEARCH, text="brücke", first=1, offset=n))[0] for n in range(5)]

    assert one_by_one == all_at_once
    assert len(set(one_by_one)) == 5


def test_facets_leave_out_what_is_chosen_of_them(ask, waste):
    def facets(**chosen):
        found = ask(SEARCH, text="müll", **chosen)["data"]["search"]
        return (
            found["totalCount"],
            {one["value"]: one["count"] for one in found["facets"]["types"]},
            {one["value"]: one["count"] for one in found["facets"]["years"]},
        )

    assert facets(types=["Vision"]) == (1, {"Project": 2, "Vision": 1}, {2010: 1})
    assert facets(years=[2021]) == (2, {"Project": 2}, {2021: 2, 2010: 1})
    assert facets(types=["Vision"], years=[2021]) == (0, {"Project": 2}, {2010: 1})
    assert facets(types=["Unfug"]) == (0, {"Project": 2, "Vision": 1}, {})
    assert facets(types=[]) == (0, {"Project": 2, "Vision": 1}, {})


def test_filters_are_those_of_lists(ask, waste, statements):
    field = FieldOfActionFactory(code="abfall")
    waste.fields_of_action.set([field])
    waste.save_revision().publish()
    StageFactory(parent=waste, title="Müll sammeln", start_date="2001", end_date="2002")

    assert titles(ask(SEARCH, text="müll", filter={"fieldOfAction": ["abfall"]})) == [waste.title]
    assert titles(ask(SEARCH, text="müll", filter={"status": ["COMPLETED"]})) == ["Müll sammeln"]
    assert titles(ask(SEARCH, text="müll", filter={"period": {"end": "2005-01-01"}})) == [
        "Müll sammeln"
    ]
    assert len(statements) == 6


def test_archived_pages_are_found_by_who_asks_for_them(ask, waste):
    waste.is_archived = True
    waste.save_revision().publish()

    assert waste.title not in titles(ask(SEARCH, text="müll"))
    assert titles(ask(SEARCH, text="müll", filter={"archived": True})) == [waste.title]
    assert len(titles(ask(SEARCH, text="müll", filter={"archived": False}))) == 2


def test_a_misspelt_query_finds_and_is_corrected(ask, waste, statements):
    answer = ask(SEARCH, text="die Müllabfur, bitte")
    assert answer["data"]["search"]["totalCount"] == 0

    answer = ask(SEARCH, text="die Müllabfur!")
    assert titles(answer) == ["Die Müllabfuhr"]
    assert answer["data"]["search"]["didYouMean"] == "die Müllabfuhr!"
    assert len(statements) == 6


def test_a_correction_names_no_word_of_a_page_that_is_gone(ask, waste):
    Page.objects.filter(title="Die Müllabfuhr").update(live=False)
    answer = ask(SEARCH, text="Müllabfur")

    assert (titles(answer), answer["data"]["search"]["didYouMean"]) == ([], None)


@pytest.fixture
def translated(city, english):
    city.programme.get_parent().copy_for_translation(english)
    programme = city.programme.copy_for_translation(english, copy_parents=True)
    programme.save_revision().publish()
    vision = city.vision.copy_for_translation(english)
    vision.title = "Cologne 21"
    vision.save_revision().publish()
    return vision


def test_each_page_is_found_in_its_best_language_alone(ask, city, translated):
    assert titles(ask(SEARCH, text="Köln 21", locale="en")) == []
    assert titles(ask(SEARCH, text="Cologne 21", locale="en")) == ["Cologne 21"]
    assert titles(ask(SEARCH, text="Köln 21")) == ["Köln 21"]
    assert titles(ask(SEARCH, text="Standortmarken", locale="en")) == ["Standortmarke Köln"]
    assert titles(ask(SEARCH, text="Standortmarken", locale="en", fallback="NONE")) == []


def test_an_unpublished_translation_gives_way_to_the_source(ask, city, translated):
    translated.refresh_from_db()
    translated.unpublish()

    assert titles(ask(SEARCH, text="Köln 21", locale="en")) == ["Köln 21"]


def test_suggestions_are_titles_that_go_on_as_typed(ask, city, statements):
    city.vision.former_names = [("name", "Smart City Cologne")]
    city.vision.save_revision().publish()

    def suggested(text, **more):
        found = ask(SUGGEST, text=text, **more)["data"]["searchSuggestions"]
        return [one["title"]["html"] for one in found]

    assert suggested("Kö") == ["<mark>Köln</mark> 21", "Standortmarke <mark>Köln</mark>"]
    assert suggested("koeln 2") == ["<mark>Köln</mark> <mark>21</mark>"]
    assert suggested("smart ci") == ["Köln 21"]
    assert suggested("köln", first=1) == ["<mark>Köln</mark> 21"]
    assert suggested("lebenswert") == suggested("") == suggested("?!") == []
    assert len(statements) == 5


def test_too_many_are_refused_and_nothing_is_asked_for_no_word(ask, city, statements):
    for text in ("", "   ", "?!", "\x00", "😀", "\"\" ''"):
        assert titles(ask(SEARCH, text=text)) == []
    refused = [
        ask(SEARCH, text="köln", first=101),
        ask(SUGGEST, text="köln", first=101),
        ask(SEARCH, text="köln", after="x"),
        ask(SEARCH, text="köln", headers={"X-As-Of": "2020-01-01"}),
        ask(SUGGEST, text="köln", headers={"X-As-Of": "2020-01-01"}),
    ]

    assert [answer["errors"][0]["extensions"]["code"] for answer in refused] == [
        "PAGE_SIZE_EXCEEDED",
        "PAGE_SIZE_EXCEEDED",
        "INVALID_CURSOR",
        "INVALID_ARGUMENT",
        "INVALID_ARGUMENT",
    ]
    assert statements == []


SIGNS = st.sampled_from(["'", '"', "\\", "%", "_", "&", "|", "!", "(", ")", ":*", "<->", "\x00"])
WORDS = st.sampled_from(["köln", "Stadt", "und", "21", "*innen", "-", "ـ", "\u200f", "ß"])
TEXTS = st.lists(SIGNS | WORDS | st.just(" ") | st.text(max_size=5), max_size=30).map("".join)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=TEXTS | st.text(), locale=st.sampled_from(["de", "en", "tr", "uk", "ar", "fr"]))
@example(text="köln " * 5000, locale="de")
@example(text="a" * 3000, locale="uk")
@example(text="(((" + "köln" * 40 + '"', locale="de")
@example(text="%(now)s %s {} {conditions}", locale="en")
def test_no_text_is_an_error(ask, city, text, locale):
    for query in (SEARCH, SUGGEST):
        answer = ask(query, text=text, locale=locale)
        assert "errors" not in answer, (text, answer)


def test_what_is_not_public_is_not_counted(ask, waste):
    hidden = SearchEntry.objects.filter(document__data__title="Leise Wagen")
    hidden.update(expires_at="2001-01-01T00:00Z")
    assert ask(SEARCH, text="müll")["data"]["search"]["totalCount"] == 2

    assert ask(SUGGEST, text="leise")["data"]["searchSuggestions"] == []

    hidden.update(expires_at=None, site=99)
    assert ask(SUGGEST, text="leise")["data"]["searchSuggestions"] == []
    answer = ask(SEARCH, text="müll")["data"]["search"]
    assert (answer["totalCount"], answer["facets"]["types"]) == (
        2,
        [{"value": "Project", "count": 1}, {"value": "Vision", "count": 1}],
    )


def test_the_documented_operations_work(ask, waste):
    text = Path("docs/reference/search.md").read_text(encoding="utf-8")
    operations = re.findall(r"```graphql\n(.*?)```", text, re.DOTALL)
    answers = [ask(operation, text="müll") for operation in operations]

    assert [list(answer) for answer in answers] == [["data"], ["data"]]
    assert answers[0]["data"]["search"]["totalCount"] == 3
    assert len(answers[1]["data"]["searchSuggestions"]) == 1
