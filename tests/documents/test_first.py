"""The first documents that carry a facet: those that all of them would begin with."""

import asyncio
from itertools import product
from random import Random

import pytest

from graphql_api.documents import reading
from graphql_api.documents.choosing import in_use
from graphql_api.documents.loading import Loader
from graphql_api.documents.rows import Row
from graphql_api.turns import run
from tests.documents.random_documents import FACETS, MOMENT, documents

CHAINS = [("de",), ("en",), ("en", "de"), ("de", "en"), ("uk", "en", "de")]
KINDS = frozenset({"Project"})
ASKED = [*product(FACETS, CHAINS, (1, 3, 8, 40))]


@pytest.fixture
def stored(db, request):
    reading.connect()
    return documents(Random(request.param), 30)


SEEDS = pytest.mark.parametrize("stored", range(8), indirect=True)


def all_of_them(facet: str, chain: tuple[str, ...]) -> list[Row]:
    async def referring() -> list[Row]:
        return await Loader(MOMENT).referring(facet, chain, KINDS)

    return in_use(run(referring()))


def keys(rows: list[Row]) -> list[tuple[str, str]]:
    return [(row.key, row.locale) for row in rows]


@SEEDS
def test_alone(stored):
    async def first(facet, chain, most):
        return await Loader(MOMENT).first_referring(facet, chain, "Project", most)

    for facet, chain, most in ASKED:
        expected = all_of_them(facet, chain)
        found = run(first(facet, chain, most))
        assert keys(found[:most]) == keys(expected[:most]), (facet, chain, most)
        assert len(found) >= most or keys(found) == keys(expected)


@SEEDS
@pytest.mark.parametrize("others", [False, True])
def test_beside_whatever_else_is_asked(stored, others):
    """Others bring documents that are not the first, in languages that are not the best."""

    async def at_once():
        loader = Loader(MOMENT)
        found = [
            loader.first_referring(facet, chain, "Project", most, whole=most == 3)
            for facet, chain, most in ASKED
        ]
        if others:
            loader.referring(FACETS[0], ("de",), KINDS)
            loader.references([str(said.key) for said in stored], ("uk",))
        return await asyncio.gather(*found)

    found = run(at_once())

    for (facet, chain, most), rows in zip(ASKED, found, strict=True):
        expected = all_of_them(facet, chain)
        assert keys(rows[:most]) == keys(expected[:most]), (facet, chain, most)
        assert len(rows) >= most or keys(rows) == keys(expected)
        assert most != 3 or all(row.whole for row in rows)
