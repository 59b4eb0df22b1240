"""Pages of lists: wherever they are looked for, they are what all in order would give."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, product
from random import Random

import pytest

from graphql_api.documents import reading, selecting
from graphql_api.documents.listing import Listing, Window, cursor
from graphql_api.documents.models import Document
from graphql_api.documents.selecting import IN_USE
from tests.documents.random_documents import MOMENT, documents, is_readable


def is_of_field(said: Document) -> bool:
    return not said.is_archived and "field:1" in said.facets


Found = tuple[Document, str]  # what is served, and its place
CHAINS = [("de",), ("en", "de"), ("uk", "en", "de")]
FILTERS: dict[str, tuple[tuple[str, ...], Callable[[Document], bool]]] = {
    "in use": ((IN_USE,), lambda d: not d.is_archived),
    "of a field": ((IN_USE, FIELD := "d.facets && '{field:1}'"), is_of_field),
    "running": (
        (FIELD, "d.status = 'running'", "d.locale <> 'uk'"),
        lambda d: "field:1" in d.facets and d.starts_on.year == 2020 and d.locale != "uk",
    ),
    "none": (("d.sort_key > 'x'",), lambda _: False),
    "all": ((), lambda _: True),
}
ORDERS: dict[str, Callable[[Found], object]] = {
    "d.place, d.key": lambda found: (found[1], str(found[0].key)),
    "d.sort_key, d.place, d.key": lambda found: (found[0].sort_key, found[1], str(found[0].key)),
    "d.sort_key DESC, d.place, d.key": lambda found: (
        -ord(found[0].sort_key),
        found[1],
        str(found[0].key),
    ),
    "d.starts_on DESC NULLS LAST, d.place, d.key": lambda found: (
        -found[0].starts_on.year,
        found[1],
        str(found[0].key),
    ),
}
WINDOWS = [
    Window(first=0),
    Window(first=1),
    Window(first=3, offset=2),
    Window(first=4, after=cursor(6), before=cursor(9)),
    Window(first=3, before=cursor(2)),
    Window(first=5, offset=12),
    Window(first=50, offset=20),
    Window(first=3, offset=500),
]


def in_the_best(stored: list[Document], chain: tuple[str, ...]) -> Iterator[Found]:
    """Give each document in its best language, with its place in the last one's tree."""
    readable = [said for said in stored if said.locale in chain and is_readable(said)]
    readable.sort(key=lambda said: (str(said.key), chain.index(said.locale)))
    for _key, languages in groupby(readable, key=lambda said: said.key):
        several = [*languages]
        yield several[0], several[-1].position


@pytest.mark.parametrize("seed", range(6))
def test_a_page_is_cut_out_of_all_in_order(db, monkeypatch, seed):
    reading.connect()
    monkeypatch.setattr(selecting, "LONG", 1 + seed // 3)
    monkeypatch.setattr(selecting, "REACH", 1 + seed % 2)
    monkeypatch.setattr(selecting, "FILTERED_REACH", 1 + seed % 3)
    stored = documents(Random(seed), 40)
    for chain, (name, (conditions, holds)) in product(CHAINS, FILTERS.items()):
        found = [one for one in in_the_best(stored, chain) if holds(one[0])]
        for order, by in ORDERS.items():
            wanted = [(str(one.key), one.locale) for one, _place in sorted(found, key=by)]
            asked = Listing("Project", chain, conditions, order)
            for window, counted in product(WINDOWS, (False, True)):
                page = asked.page(window, MOMENT, counted=counted)
                end = min(window.start + window.size, len(wanted), window.stop or len(wanted))
                about = (chain, name, order, window, counted)
                assert keys(page.rows) == wanted[window.start : end], about
                assert page.goes_on == (window.start + len(page.rows) < len(wanted)), about
                assert page.total == len(wanted) or not counted, about


def keys(rows: Sequence) -> list[tuple[str, str]]:
    return [(row.key, row.locale) for row in rows]
