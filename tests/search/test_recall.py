"""Whether people find what they look for: each query of the table, and what it must not find."""

from random import Random
from uuid import UUID

import pytest
from django.utils import timezone

from graphql_api.documents.listing import Window
from graphql_api.documents.projection import DocumentRow
from graphql_api.documents.reading import Moment, connect
from graphql_api.documents.registry import Registration, Weight
from graphql_api.documents.search.hits import Search
from graphql_api.documents.search.models import SearchWord
from graphql_api.documents.search.queries import parsed
from graphql_api.documents.search.words import widened
from graphql_api.documents.store import write
from tests.search.city import BESIDE, CASES, MISSED, PAGES

WEIGHTS = {"title": Weight.TITLE, "former_names": Weight.FORMER_NAME, "body": Weight.BODY}
REGISTRATION = Registration("Project", (), weights=WEIGHTS)


@pytest.fixture
def pages(db):
    write((), [document(number, *page) for number, page in enumerate(PAGES)])
    SearchWord.objects.bulk_create(noise(), ignore_conflicts=True)
    connect()


def document(number, locale, title, body, former_names):
    data = {"title": title, "body": body, "former_names": [*former_names]}
    return DocumentRow(
        "Project", str(UUID(int=number)), f"a.b:{number}", data, title, REGISTRATION, locale,
        path=f"/{number}/",
    )  # fmt: skip


def noise() -> list[SearchWord]:
    """Give words of other pages: among them nobody may be led astray."""
    random = Random(21)
    made = {
        "".join(random.choice("bdfgklmnprstw") + random.choice("aeiou") for _ in range(syllables))
        + random.choice(["", "n", "r", "t", "ung"])
        for syllables in (2, 3, 4)
        for _ in range(1500)
    }
    known = {"heirat", "separate", "inserat", "zierrat", "burgerlich", "muse", "maus", "raus"}
    return [SearchWord(locale="de", word=word, stem=word) for word in sorted(made | known)]


def titles(locale: str, query: str) -> list[str]:
    moment = Moment(timezone.now(), timezone.localdate(), "localhost")
    hits = Search(widened([parsed(query, locale)])).page(Window(first=100), moment)
    return [hit.row.data["title"] for hit in hits.hits]


def test_the_table_is_found_but_for_what_is_known_to_be_missed(pages):
    answers = {case: titles(case.locale, case.query) for case in CASES}
    missed = [(c.locale, c.query) for c, found in answers.items() if c.found not in found]
    wrong = [(c.query, one) for c, found in answers.items() for one in c.absent if one in found]
    beside = {
        (c.locale, c.query): rest
        for c, found in answers.items()
        if (rest := [title for title in found if title != c.found])
    }

    assert (missed, wrong, beside) == (MISSED, [], BESIDE)
    assert len(CASES) == 75


@pytest.mark.parametrize(
    ("locale", "query", "first"),
    [
        ("de", "Burg", "Die Burg über dem Tal"),
        ("de", "Bürger", "Bürger*innen gestalten mit"),
        ("de", "verwaltung", "Perspektiven der Verwaltung"),
        ("de", "digital", "Köln 21"),
    ],
)
def test_the_title_comes_first(pages, locale, query, first):
    assert titles(locale, query)[0] == first
