"""Small questions, each about few look-ups, and the tags that their answers bear."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.test import Client

from graphql_api.documents.models import Document
from graphql_api.types.node import GlobalId

Question = tuple[str, str]  # a query, and its variables as JSON

OF_PAGES = (
    "id title path publishedAt",
    "parent { title }",
    "ancestors { title }",
    "breadcrumbs { path }",
    "siblings { path }",
    "children { totalCount nodes { title } }",
    "seo { head { tag attributes { name value } } jsonLd }",
    "language { alternates { path } }",
    "... on Vision { status stages { title status } currentStage { title } }",
    "... on Vision { actors { actor { name } } contacts { name phone } image { alt } }",
    "... on Vision { successor { title status } body(flat: true) { __typename id } }",
    "... on Vision { projects { totalCount } leitbildEntries { title } linkedVisions { title } }",
    "... on Stage { initiative { title status } position participationEvents { title } }",
)
QUESTIONS = (
    "{ visions { totalCount nodes { title status } } }",
    '{ visions(locale: "en", fallback: NONE) { nodes { title } } }',
    '{ visions(locale: "en") { nodes { title isArchived } } }',
    "{ projects(filter: {status: [PLANNED]}) { nodes { path } } }",
    "{ stages(first: 1) { totalCount } }",
    "{ visions { facets { status { value count } goal { count } sdg { count } } } }",
    '{ visions(filter: {goal: ["a"]}) { totalCount } }',
    "{ participationEvents { nodes { title stage { title } } } }",
    "{ programme { title } }",
    "{ site { name hostname } }",
    "{ site { navigation(handle: MENU) { label href } } }",
    "{ site { navigation(handle: MAIN) { label href } } }",
    "{ site { settings { newsletterUrl imprintPage { title } } } }",
    "{ site { sitemap { nodes { path lastmod } } } }",
    "{ site { redirects { nodes { path to } } } }",
    "{ changes(first: 100) { nodes { id action } } }",
    '{ search(query: "Titel 7") { totalCount nodes { title } } }',
    '{ searchSuggestions(query: "Ti") { node { path } } }',
    "{ actors { name } }",
    "{ strategicGoals { name } }",
    "{ __typename }",
)
ROUTE = """query($path: String!) { route(path: $path) { __typename
  ... on PageRoute { page { title } } ... on RedirectRoute { to permanent }
  ... on GoneRoute { alternates { path } } ... on NotFoundRoute { alternates { path } } } }"""
NODE = "query($id: ID!) { node(id: $id) { id ... on ContactPoint { name } ... on Page { title } } }"
# Paths at which something may come to stand.
PATHS = ("/de/", "/en/", "/alt/1/", "/alt/2/", "/alt/3/", "/de/adresse-1-1/", "/en/vision-1/")


@dataclass(frozen=True)
class Answer:
    """What was answered, and by which tags it is purged."""

    data: str
    tags: frozenset[str]


def questions() -> Iterator[Question]:
    """Yield questions about lists, and about all that can be asked for now."""
    yield from ((query, "{}") for query in QUESTIONS)
    yield from ((ROUTE, json.dumps({"path": path})) for path in PATHS)
    for kind, key, locale, path in Document.objects.values_list("kind", "key", "locale", "path"):
        named = {"id": str(GlobalId(kind, str(key), locale))}
        if path is None:
            yield NODE, json.dumps(named)
            continue
        yield ROUTE, json.dumps({"path": path})
        fields = OF_PAGES[key.int % len(OF_PAGES)]
        query = f"query($by: PageBy!) {{ page(by: $by) {{ {fields} }} }}"
        yield query, json.dumps({"by": {"path": path}})
        yield query, json.dumps({"by": named})


def answers(client: Client, asked: Iterable[Question]) -> dict[Question, Answer]:
    """Ask by address, each once; what bears no tags is left out."""
    found = ((one, answer(client, *one)) for one in dict.fromkeys(asked))
    return {one: said for one, said in found if said is not None}


def answer(client: Client, query: str, variables: str = "{}") -> Answer | None:
    response = client.get("/graphql/", {"query": query, "variables": variables})
    found = response.json()
    tags = response.headers.get("xkey")
    assert ("errors" in found) == (tags is None), (query, found)
    return tags and Answer(json.dumps(found["data"]), frozenset(tags.split(" ")))
