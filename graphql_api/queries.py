"""The root fields: the ways into the documents."""

import asyncio
from typing import Any

import strawberry

from graphql_api import conf
from graphql_api.context import chain
from graphql_api.documents.listing import Listing, Window
from graphql_api.documents.loading import Chain
from graphql_api.documents.reading import in_chain
from graphql_api.documents.rows import Row
from graphql_api.errors import PageSizeExceeded
from graphql_api.types.connection import Connection, connection
from graphql_api.types.fields import Info
from graphql_api.types.filters import (
    Conditions,
    Filter,
    InitiativeOrder,
    ProjectFilter,
    VisionFilter,
    ordering,
)
from graphql_api.types.leitbild import LeitbildHistoryType
from graphql_api.types.node import GlobalId, Node, checked_key
from graphql_api.types.page import Page
from graphql_api.types.programme import ProgrammeType
from graphql_api.types.project import ProjectType
from graphql_api.types.values import Fallback, LocaleCode
from graphql_api.types.vision import VisionType


@strawberry.input(one_of=True, description="Which page: by one of these.")
class PageBy:
    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Its global id.")
    path: str | None = strawberry.field(default=strawberry.UNSET, description="Its path, `/de/…/`.")
    translation_key: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="What all its languages have in common."
    )


def argument(description: str) -> Any:
    return strawberry.argument(description=description)


def languages(locale: str | None, fallback: Fallback) -> Chain:
    return chain(locale, fallback=fallback is Fallback.CHAIN)


async def page_by(info: Info, by: PageBy, locale: str | None, fallback: Fallback) -> Row | None:
    """Find a page; a path or an id also names the language, unless `locale` does."""
    loader = info.context.loader
    if by.path:
        row: Row | None = await loader.at(normalised(by.path))
        if row is None or locale is None:
            return row and in_chain(row, languages(row.locale, fallback))
        return await loader.found(row.key, languages(locale, fallback))
    if by.id:
        named = GlobalId.parse(by.id)
        row = await loader.found(named.key, languages(locale or named.locale, fallback))
        return row if row and row.kind == named.kind else None
    return await loader.found(checked_key(by.translation_key or ""), languages(locale, fallback))


def normalised(path: str) -> str:
    """Write a path as documents do: without query, between slashes."""
    bare = path.partition("?")[0].partition("#")[0].strip("/")
    return f"/{bare}/" if bare else "/"


def of_kind(row: Row | None, kind: str) -> Any:
    return row if row is not None and row.kind == kind and row.path is not None else None


def listed(
    info: Info,
    kind: str,
    chain: Chain,
    filter: Filter | None,
    order: list[InitiativeOrder] | None,
    window: Window,
) -> Any:
    """Give a page of a list; archived documents only to who asks for them."""
    conditions = Conditions()
    held = [filter.sql(conditions)] if filter else []
    if filter is None or getattr(filter, "archived", None) is None:
        held.append("NOT d.is_archived")
    listing = Listing((kind,), chain, tuple(held), ordering(order), conditions.parameters)
    return connection(listing.page(window.checked(), info.context.moment))


@strawberry.type(description="What can be asked.")
class Query:
    @strawberry.field(description="A page of any type.")
    async def page(
        self,
        info: Info,
        by: PageBy,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
    ) -> Page | None:
        row = await page_by(info, by, locale, fallback)
        return row if row is not None and row.path is not None else None  # type: ignore[return-value]

    @strawberry.field(description="The programme: the one named, else the site's first.")
    async def programme(
        self,
        info: Info,
        by: PageBy | None = None,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
    ) -> ProgrammeType | None:
        if by is not None:
            return of_kind(await page_by(info, by, locale, fallback), "Programme")
        rows = await info.context.loader.kind("Programme", languages(locale, fallback))
        return rows[0] if rows else None

    @strawberry.field(description="A vision.")
    async def vision(
        self,
        info: Info,
        by: PageBy,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
    ) -> VisionType | None:
        return of_kind(await page_by(info, by, locale, fallback), "Vision")

    @strawberry.field(description="A project.")
    async def project(
        self,
        info: Info,
        by: PageBy,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
    ) -> ProjectType | None:
        return of_kind(await page_by(info, by, locale, fallback), "Project")

    @strawberry.field(description="Visions.")
    def visions(
        self,
        info: Info,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        filter: VisionFilter | None = None,
        order: list[InitiativeOrder] | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
    ) -> Connection[VisionType]:
        window = Window(first, after, last, before, offset)
        return listed(info, "Vision", languages(locale, fallback), filter, order, window)

    @strawberry.field(description="Projects.")
    def projects(
        self,
        info: Info,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        filter: ProjectFilter | None = None,
        order: list[InitiativeOrder] | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
    ) -> Connection[ProjectType]:
        window = Window(first, after, last, before, offset)
        return listed(info, "Project", languages(locale, fallback), filter, order, window)

    @strawberry.field(description="The history of the Leitbild.")
    async def leitbild_history(
        self,
        info: Info,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
    ) -> LeitbildHistoryType | None:
        rows = await info.context.loader.kind("LeitbildHistory", languages(locale, fallback))
        return rows[0] if rows else None

    @strawberry.field(description="Anything that has an id; null for what cannot be read.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        return (await nodes(info, [id]))[0]

    @strawberry.field(description="Several things by their ids, in their order.")
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        return await nodes(info, ids)


async def nodes(info: Info, ids: list[strawberry.ID]) -> list[Any]:
    """Give what ids name, each in the very language it names."""
    if len(ids) > conf.max_page_size():
        raise PageSizeExceeded(f"At most {conf.max_page_size()} ids at once.")
    named = [GlobalId.parse(text) for text in ids]
    found = await asyncio.gather(
        *(info.context.loader.found(one.key, (one.locale,)) for one in named)
    )
    return [
        row if row is not None and row.kind == one.kind else None
        for one, row in zip(named, found, strict=True)
    ]
