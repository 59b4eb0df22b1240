"""References in batches: one statement for each level of reference, whatever their kind."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from graphql_api.documents.choosing import (
    Chain,
    Kinds,
    by_position,
    first,
    in_use,
    served,
    upper_first,
)
from graphql_api.documents.properties import FIRST, condition, first_value, grouped, is_key
from graphql_api.documents.reading import Moment, readable
from graphql_api.documents.rows import Row
from graphql_api.documents.tags import Dependencies, current
from graphql_api.turns import running

POSITION_STEP = 4  # characters of a treebeard path for each level


@dataclass(slots=True)
class Request:
    """What one field wants: documents by one property, and how its answer is made of them.

    whole: with their texts, which cards leave out.
    """

    by: str
    values: frozenset[str]
    chain: Chain
    answer: Callable[[list[Row]], Any]
    whole: bool
    future: "asyncio.Future[Any]"

    @property
    def name(self) -> str:
        """The parameter in which the statement has the values of all requests like this one."""
        return f"{self.by}_whole" if self.whole else self.by


class Loader:
    """Collects what the fields of one level want, and reads it in one statement."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self.dependencies = current()
        self.pending: list[Request] = []
        self.known: dict[tuple[str, Chain], Row | None] = {}
        self.here: tuple[Row | None] | None = None

    def reference(self, key: str | None, chain: Chain, *, whole: bool = False) -> Any:
        """Give the document of a key, or None where there is none to read."""
        if key is None:
            return None
        if self.knows(key, chain, whole=whole):
            return self.known[key, chain]
        return self.ask("key", [key], chain, lambda rows: self.known[key, chain], whole=whole)

    async def found(self, key: str | None, chain: Chain, *, whole: bool = False) -> Row | None:
        """Give what `reference` gives, once it is there."""
        answer = self.reference(key, chain, whole=whole)
        return await answer if isinstance(answer, asyncio.Future) else answer

    async def found_all(self, keys: list[str], chain: Chain, *, whole: bool = False) -> list[Row]:
        """Give what `references` gives, once it is there."""
        answer = self.references(keys, chain, whole=whole)
        return await answer if isinstance(answer, asyncio.Future) else answer

    def references(self, keys: list[str], chain: Chain, *, whole: bool = False) -> Any:
        """Give the readable documents of `keys`, in their order."""
        if all(self.knows(key, chain, whole=whole) for key in keys):
            return self.found_before(keys, chain)
        return self.ask(
            "key", keys, chain, lambda rows: self.found_before(keys, chain), whole=whole
        )

    def found_before(self, keys: list[str], chain: Chain) -> list[Row]:
        return [row for key in keys if (row := self.known[key, chain])]

    def knows(self, key: str, chain: Chain, *, whole: bool) -> bool:
        """Say whether a document was read already, and enough of it."""
        if (key, chain) not in self.known:
            return False
        row = self.known[key, chain]
        return row is None or row.whole or not whole

    def children(
        self, parent: str, chain: Chain, kinds: Kinds = None, *, whole: bool = False
    ) -> Any:
        """Give the pages below a page, in the order of the tree."""
        return self.ask(
            "parent", [parent], chain, lambda rows: by_position(rows, chain, kinds), whole=whole
        )

    def referring(self, facet: str, chain: Chain, kinds: Kinds, *, whole: bool = False) -> Any:
        """Give the documents that carry a facet, such as `visions:<key>`."""
        return self.ask(
            "facet", [facet], chain, lambda rows: by_position(rows, chain, kinds), whole=whole
        )

    def first_referring(
        self, facet: str, chain: Chain, kind: str, most: int, *, whole: bool = False
    ) -> Any:
        """Give the first so many of a kind that carry a facet and are not archived, if not more."""
        return self.ask(
            "first",
            [first_value(facet, kind, most, chain)],
            chain,
            lambda rows: in_use(by_position(rows, chain, frozenset({kind}))),
            whole=whole,
        )

    def translations(self, key: str) -> Any:
        """Give a document in all its languages."""
        return self.ask("translation", [key], (), lambda rows: rows)

    def ancestors(self, row: Row, *, whole: bool = False) -> Any:
        """Give the readable pages above a page in its own language, the uppermost first."""
        path = row.position or ""
        steps = [path[:end] for end in range(POSITION_STEP, len(path), POSITION_STEP)]
        return self.ask(
            "position", steps, row.chain, lambda rows: upper_first(rows, row.chain), whole=whole
        )

    def at(self, path: str, *, whole: bool = False) -> Any:
        """Give the page at a public path, in the language the path is in."""
        return self.ask("path", [path], (), first, whole=whole)

    def at_any(self, paths: list[str]) -> Any:
        """Give the pages at any of these paths."""
        return self.ask("path", paths, (), lambda rows: rows)

    def redirect(self, path: str) -> Any:
        """Give the redirect from a path."""
        return self.ask("redirect", [path], (), first)

    def kind(self, kind: str, chain: Chain, *, whole: bool = False) -> Any:
        """Give all documents of a kind that has few."""
        return self.ask(
            "kind", [kind], chain, lambda rows: by_position(rows, chain, None), whole=whole
        )

    def menu(self, chain: Chain, *, whole: bool = False) -> Any:
        """Give the pages that editors show in menus, in the order of the tree."""
        return self.ask(
            "menu", ["menu"], chain, lambda rows: by_position(rows, chain, None), whole=whole
        )

    async def site(self) -> Row | None:
        """Give the site that the operation is about; it is read once.

        Each field waits by itself: one that is given up takes it from no other, and leaves nothing
        to be read behind.
        """
        if self.here is None:
            self.here = (await self.ask("site", ["Site"], (), first),)
        return self.here[0]

    def ask(
        self,
        by: str,
        values: Iterable[str],
        chain: Chain,
        answer: Callable[[list[Row]], Any],
        *,
        whole: bool = False,
    ) -> "asyncio.Future[Any]":
        turns = running()
        asked = frozenset(filter(is_key, values) if by == "key" else values)
        request = Request(by, asked, chain, answer, whole, turns.create_future())
        self.pending.append(request)
        if len(self.pending) == 1:
            turns.when_idle(self.settle)
        return request.future

    def settle(self) -> None:
        """Read what is asked for, once no field of this level can ask for more."""
        requests = [one for one in self.pending if not one.future.done()]
        self.pending = []
        if not requests:
            return
        try:
            rows = self.read(requests)
            if self.dependencies is not None:
                note(self.dependencies, requests, rows)
            self.deliver(requests, rows)
        except Exception as error:  # noqa: BLE001 (each waiting field must learn of it)
            for request in requests:
                if not request.future.done():
                    request.future.set_exception(error)

    def read(self, requests: list[Request]) -> list[Row]:
        wanted: dict[str, set[str]] = {}
        conditions: dict[bool, set[str]] = {True: set(), False: set()}
        locales = {""}
        for request in requests:
            wanted.setdefault(request.name, set()).update(request.values)
            asked = condition(request.by, request.name, request.values)
            conditions[request.whole].add(f"({asked})")
            locales.update(request.chain)
        where, whole = (
            " OR ".join(sorted(found)) or "FALSE"
            for found in (conditions[True] | conditions[False], conditions[True])
        )
        parameters = {name: sorted(values) for name, values in wanted.items()}
        firsts = wanted.get("first", set()) | wanted.get("first_whole", set())
        given = {**parameters, "locales": sorted(locales), "firsts": sorted(firsts)}
        return readable(where, given, self.moment, whole, FIRST if firsts else "")

    def deliver(self, requests: list[Request], rows: list[Row]) -> None:
        found = {by: grouped(rows, by) for by in {request.by for request in requests}}
        self.remember([one for one in requests if one.by == "key"], found.get("key", {}))
        for request in requests:
            matching = [row for value in request.values for row in found[request.by].get(value, [])]
            request.future.set_result(request.answer(matching))

    def remember(self, requests: list[Request], found: dict[str | None, list[Row]]) -> None:
        """Keep what was asked for by its key, for whoever asks again: once for each language."""
        for key, chain in {(key, one.chain) for one in requests for key in one.values}:
            self.known[key, chain] = first(served(found.get(key, []), chain))


def note(dependencies: Dependencies, requests: list[Request], rows: list[Row]) -> None:
    """Note what an answer with cache tags rests on."""
    for request in requests:
        dependencies.looked_up(request.by, request.values, request.chain)
    for row in rows:
        dependencies.read(row.key, row.kind)
