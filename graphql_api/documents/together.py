"""What many documents name, read for all of them with one request to the loader."""

from asyncio import Future
from collections.abc import Sequence
from functools import partial

from graphql_api.documents.choosing import Chain, Kinds, by_position
from graphql_api.documents.loading import Loader
from graphql_api.documents.rows import Row


async def references(
    loader: Loader, wanted: Sequence[tuple[list[str], Chain]], *, whole: bool = False
) -> list[list[Row]]:
    """Give the readable documents of each list of keys, in their order, in languages."""
    keys: dict[Chain, dict[str, None]] = {}
    for named, chain in wanted:
        keys.setdefault(chain, {}).update(dict.fromkeys(named))
    asked = [loader.references([*named], chain, whole=whole) for chain, named in keys.items()]
    for answer in asked:
        if isinstance(answer, Future):
            await answer
    return [loader.found_before(named, chain) for named, chain in wanted]


async def children(
    loader: Loader, parents: Sequence[tuple[str, Chain]], kinds: Kinds, *, whole: bool = False
) -> list[list[Row]]:
    """Give the pages below each page, in the order of the tree, in languages."""
    keys: dict[Chain, list[str]] = {}
    for key, chain in parents:
        keys.setdefault(chain, []).append(key)
    asked = {
        chain: loader.ask(
            "parent", of, chain, partial(by_position, chain=chain, kinds=kinds), whole=whole
        )
        for chain, of in keys.items()
    }
    below: dict[tuple[str | None, Chain], list[Row]] = {}
    for chain, answer in asked.items():
        for row in await answer:
            below.setdefault((row.parent, chain), []).append(row)
    return [[*below.get((key, chain), ())] for key, chain in parents]
