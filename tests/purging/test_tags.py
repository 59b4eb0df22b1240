"""Which answers bear cache tags, in which header, and what they name."""

from uuid import UUID

import pytest
from django.test import Client

from graphql_api.documents import tags
from graphql_api.documents.tags import tag
from graphql_api.models import Document

NONE = str(UUID(int=0))  # of no document
VISIONS = "{ visions { nodes { title } } }"
FILES = ["/sitemap.xml", "/robots.txt", "/feed.atom", "/events.ics"]
HEADERS = {"xkey", "Surrogate-Key", "Cache-Tag"}


def named(*named):
    return sorted([tag("everything"), *(tag(*one) for one in named)])


def xkey(answer):
    return answer.headers["xkey"].split(" ")


def bare(query, **headers):
    return Client().get("/graphql/", {"query": query}, headers=headers)


def page(path, fields="title"):
    return f'{{ page(by: {{path: "{path}"}}) {{ {fields} }} }}'


@pytest.mark.parametrize(
    ("name", "separator"), [("xkey", " "), ("Surrogate-Key", " "), ("Cache-Tag", ",")]
)
def test_each_product_has_its_header(city, settings, name, separator):
    settings.GRAPHQL_API_CACHE_TAG_HEADER = name

    answer = bare(VISIONS)

    assert answer.headers[name] == separator.join(named(("kind", "Vision de")))
    assert HEADERS & {*answer.headers} == {name}


def test_where_no_product_is_named_nothing_is_collected(city, settings, monkeypatch, statements):
    settings.GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
    tagged = bare(VISIONS)
    asked = [*statements]
    statements.clear()
    monkeypatch.setattr(tags, "Dependencies", None)
    for name in ("", "X-Tags"):
        settings.GRAPHQL_API_CACHE_TAG_HEADER = name
        answer = bare(VISIONS)

        assert answer.content == tagged.content
        assert {*answer.headers} == {*tagged.headers} - {"xkey"}
        assert statements == asked
        statements.clear()


@pytest.mark.parametrize(
    ("query", "about"),
    [
        (page("/de/"), [("path", "/de")]),
        (page("/de/nichts/"), [("path", "/de/nichts")]),
        ('{ vision(by: {translationKey: "%(none)s"}) { title } }', [("document", "%(none)s")]),
        (
            page("/de/stadt-der-zukunft/", "children { totalCount }"),
            [("path", "/de/stadt-der-zukunft"), ("children", "%(programme)s")],
        ),
        (
            '{ visions(locale: "en") { nodes { title } } }',
            [("kind", "Vision en"), ("kind", "Vision de")],
        ),
        (
            '{ visions(filter: {strategy: ["x"]}) { totalCount } }',
            [("kind", "Vision de"), ("kind", "Strategy")],
        ),
        (
            "{ visions { facets { goal { count } } } }",
            [("kind", "Vision de"), ("kind", "StrategicGoal")],
        ),
        ("{ districts { name } }", [("kind", "District de")]),
        ("{ site { name } }", []),
        ("{ site { sitemap { totalCount } } }", [("pages",)]),
        ("{ site { redirects { totalCount } } }", [("kind", "Redirect")]),
        ("{ site { navigation(handle: MENU) { label } } }", [("menu",)]),
        ("{ site { navigation(handle: MAIN) { label } } }", [("facet", "site:%(site)s")]),
        ("{ changes { nodes { id } } }", [("changes",)]),
        ('{ search(query: "Köln") { totalCount } }', [("pages",)]),
        ('{ searchSuggestions(query: "Kö") { title { html } } }', [("pages",)]),
        ('{ route(path: "/alt") { __typename } }', [("path", "/alt")]),
        ("{ __typename }", []),
    ],
)  # fmt: skip
def test_an_answer_names_what_it_rests_on(city, tagged, query, about):
    keys = {
        "programme": city.programme.translation_key,
        "site": Document.objects.get(kind="Site").key,
        "none": NONE,
    }
    answer = bare(query % keys)

    assert b'"errors"' not in answer.content
    assert xkey(answer) == named(*(tuple(part % keys for part in one) for one in about))


def test_a_list_names_what_its_documents_name(city, tagged):

    answer = bare("{ stages { nodes { title initiative { ... on Vision { title } } } } }")

    assert city.first.title.encode() in answer.content
    assert xkey(answer) == named(
        ("kind", "Stage de"), ("document", str(city.vision.translation_key))
    )


@pytest.mark.parametrize("path", FILES)
def test_files_rest_on_the_pages(city, tagged, path):
    answer = Client().get(path)

    assert answer.status_code == 200
    assert xkey(answer) == named(("pages",))
    assert xkey(Client().get(path, headers={"If-None-Match": "*"})) == xkey(answer)
    assert xkey(Client().head(path)) == xkey(answer)
    missing = Client().get(path, headers={"X-Site": "nirgends.example"})
    assert (missing.status_code, HEADERS & {*missing.headers}) == (404, set())


def test_what_no_cache_may_keep_bears_none(city, tagged):
    client = Client()
    answers = [
        bare("{ nonsense }"),
        bare("{ visions(first: 1000) { totalCount } }"),
        bare(""),
        bare(VISIONS, Authorization="Bearer x"),
        bare(VISIONS, **{"X-Preview-Token": "x"}),
        bare(VISIONS, Authorization="Basic x"),
        client.post("/graphql/", {"query": VISIONS}, content_type="application/json"),
    ]

    assert [HEADERS & {*one.headers} for one in answers] == [set()] * len(answers)


def test_where_there_is_no_room_tags_are_coarser(city, tagged, settings):
    query = f"""{{
      page(by: {{path: "/de/"}}) {{ title }} other: page(by: {{path: "/en/"}}) {{ title }}
      stages {{ nodes {{ initiative {{ ... on Vision {{ title }} }} }} }}
      vision(by: {{translationKey: "{NONE}"}}) {{ title }} }}"""
    # What was not found may come to be anything.
    always = [("kind", "Stage de"), ("document", NONE)]
    vision = ("document", str(city.vision.translation_key))

    found = []
    for room in (65, 64, 54, 53):
        settings.GRAPHQL_API_CACHE_TAG_BYTES = room
        found.append(bare(query).headers["xkey"])

    assert [one.split(" ") for one in found] == [
        named(*always, vision, ("path", "/de"), ("path", "/en")),
        named(*always, ("kind", "Vision"), ("pages",)),
        named(*always, ("kind", "Vision"), ("pages",)),
        named(("changes",)),
    ]
    assert [len(one) for one in found] == [65, 54, 54, 21]
