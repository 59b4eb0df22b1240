"""How root fields find documents: one page by what names it, or a page of a list."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import strawberry

from graphql_api import conf
from graphql_api.context import address, chain
from graphql_api.documents import feed
from graphql_api.documents.choosing import Chain, in_chain
from graphql_api.documents.facets import Counting
from graphql_api.documents.listing import Listing, Page, Window
from graphql_api.documents.rows import Row
from graphql_api.documents.selecting import IN_USE
from graphql_api.documents.sites import normalised, site_of
from graphql_api.errors import LimitExceeded
from graphql_api.types.asking import asks, asks_whole
from graphql_api.types.change import ChangeConnection, change_connection
from graphql_api.types.conditions import GOAL, Conditions
from graphql_api.types.event_filters import (
    ParticipationEventFilter,
    ParticipationEventOrder,
    zone,
)
from graphql_api.types.facets import VALUES, WITH_GOALS
from graphql_api.types.fields import Info
from graphql_api.types.filters import Filter, Order, ordering
from graphql_api.types.lists import CONNECTIONS, list_connection
from graphql_api.types.node import GlobalId, checked_key, is_node
from graphql_api.types.values import Fallback

TOTAL_COUNT = "totalCount"


@strawberry.input(one_of=True, description="Which page: by one of these.")
class PageBy:
    id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Its global id."
    )
    path: str | None = strawberry.field(default=strawberry.UNSET, description="Its path, `/de/…/`.")
    translation_key: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="What all its languages have in common."
    )


def languages(locale: str | None, fallback: Fallback) -> Chain:
    return chain(locale, fallback=fallback is Fallback.CHAIN)


async def page_by(info: Info, by: PageBy, locale: str | None, fallback: Fallback) -> Row | None:
    """Find a page; a path or an id also names the language, unless `locale` does."""
    loader, whole = info.context.loader, asks_whole(info)
    if isinstance(by.path, str):
        row: Row | None = await loader.at(normalised(by.path), whole=whole)
        if row is None or locale is None:
            return row and in_chain(row, languages(row.locale, fallback))
        return await loader.found(row.key, languages(locale, fallback), whole=whole)
    if isinstance(by.id, str):
        named = GlobalId.parse(by.id)
        wanted = languages(locale or named.locale, fallback)
        row = await loader.found(named.key, wanted, whole=whole)
        return row if row and row.kind == named.kind else None
    key = checked_key(by.translation_key or "")
    return await loader.found(key, languages(locale, fallback), whole=whole)


def of_kind(row: Row | None, kind: str) -> Any:
    return row if row is not None and row.kind == kind and row.path is not None else None


def listed(
    info: Info,
    kind: str,
    chain: Chain,
    filter: Filter | None,
    order: Sequence[Order] | None,
    window: Window,
) -> Any:
    """Give a page of a list; archived documents only to who asks for them."""
    conditions = Conditions(chain[0])
    own, nested = conditions_of(filter, conditions)
    if "archived" not in own:
        nested.append(IN_USE)
    listing = Listing(
        kind,
        chain,
        (*own.values(), *nested),
        ordering(order),
        parameters=conditions.parameters,
        whole=asks_whole(info),
    )
    page = read(listing, window, info)
    return list_connection(CONNECTIONS[kind], page, counting(kind, listing, own, nested))


def listed_events(
    info: Info,
    chain: Chain,
    filter: ParticipationEventFilter | None,
    order: list[ParticipationEventOrder] | None,
    window: Window,
) -> Any:
    """Give a page of the participation events of all stages that are not archived."""
    conditions = Conditions(chain[0])
    own, nested = conditions_of(filter, conditions)
    nested.append(IN_USE)
    orders = [one.value for one in order or [ParticipationEventOrder.STARTS_ASC]]
    listing = Listing(
        "Stage",
        chain,
        (*own.values(), *nested),
        ", ".join([*orders, "d.place", "e.value->>'id'"]),
        elements="participation_events",
        parameters=conditions.parameters | zone(),
        whole=asks_whole(info),
    )
    page = read(listing, window, info)
    kind = "ParticipationEvent"
    return list_connection(CONNECTIONS[kind], page, counting(kind, listing, own, nested))


def read(listing: Listing, window: Window, info: Info) -> Page:
    """Read a page of a list; it is counted only where somebody asks."""
    return listing.page(window.checked(), info.context.moment, counted=asks(TOTAL_COUNT, info))


def conditions_of(
    filter: Filter | None, conditions: Conditions
) -> tuple[dict[str, str], list[str]]:
    """Give the conditions of a filter's own fields by their names, and those inside it."""
    if filter is None:
        return {}, []
    return filter.own(conditions), list(filter.nested(conditions))


def counting(kind: str, listing: Listing, own: dict[str, str], nested: list[str]) -> Counting:
    """Say how the facets of a list are counted: what is chosen of one narrows the others."""
    values = VALUES[kind]
    chosen = {name: condition for name, condition in own.items() if name in values}
    required = [condition for name, condition in own.items() if name not in values]
    return Counting(
        replace(listing, conditions=(*required, *nested)),
        values,
        chosen,
        before=f"{WITH_GOALS}," if "goal" in values else "WITH",
        reads=[GOAL] if "goal" in values else (),
    )


async def nodes(info: Info, ids: list[strawberry.ID]) -> list[Any]:
    """Give what ids name, each in the very language it names."""
    if len(ids) > conf.max_page_size():
        raise LimitExceeded("page_size", conf.max_page_size(), len(ids))
    named = [GlobalId.parse(text) for text in ids]
    whole = asks_whole(info)
    found = await asyncio.gather(
        *(info.context.loader.found(one.key, (one.locale,), whole=whole) for one in named)
    )
    return [
        row if row and row.kind == one.kind and is_node(row, info.schema) else None
        for one, row in zip(named, found, strict=True)
    ]


def changes(info: Info, after: str | None, first: int | None) -> ChangeConnection:
    """Give a part of the feed: what changed behind a cursor, or from the beginning."""
    size = Window(first=first).checked().size
    seq = 0 if after is None else feed.seq_of(after)
    return change_connection(feed.changes(seq, size + 1, info.context.moment), size, seq)


async def singleton(info: Info, kind: str, chain: Chain) -> Any:
    """Give the first document of a kind in the order of the tree."""
    rows = await info.context.loader.kind(kind, chain, whole=asks_whole(info))
    return rows[0] if rows else None


async def coded(info: Info, kind: str, code: str, locale: str | None) -> Any:
    """Give the term with a code."""
    rows = await info.context.loader.kind(kind, chain(locale), whole=asks_whole(info))
    return next((row for row in rows if row.data.get("code") == code), None)


async def site(info: Info, hostname: str | None) -> Any:
    """Give a site by its host name; without one, the site that the request is for."""
    if hostname is None:
        return await info.context.loader.site()
    name, port = address(hostname)
    return site_of(replace(info.context.moment, hostname=name, port=port, named=True))
