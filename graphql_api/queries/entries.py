"""The ways in to one thing: an address, a page, an id."""

import strawberry

from graphql_api.lookups import (
    PageBy,
    languages,
    nodes,
    of_kind,
    page_by,
    singleton,
    site,
)
from graphql_api.routing import route
from graphql_api.types.fields import Info
from graphql_api.types.leitbild import LeitbildHistoryType
from graphql_api.types.node import Node
from graphql_api.types.page import Page
from graphql_api.types.programme import ProgrammeType
from graphql_api.types.project import ProjectType
from graphql_api.types.route import RouteResult
from graphql_api.types.site import SiteType
from graphql_api.types.values import (
    Fallback,
    LocaleCode,
)
from graphql_api.types.vision import VisionType


@strawberry.type
class Entries:
    @strawberry.field(description="What stands at an address: the entry of a frontend.")
    async def route(self, info: Info, path: str) -> RouteResult:
        return await route(info, path)

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
        return await singleton(info, "Programme", languages(locale, fallback))

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

    @strawberry.field(description="The history of the Leitbild.")
    async def leitbild_history(
        self,
        info: Info,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
    ) -> LeitbildHistoryType | None:
        return await singleton(info, "LeitbildHistory", languages(locale, fallback))

    @strawberry.field(
        description="The site of the request, or the one with this host name. Settings and "
        "navigation of another site are told to those who ask that site, by `X-Site`."
    )
    async def site(self, info: Info, hostname: str | None = None) -> SiteType | None:
        return await site(info, hostname)

    @strawberry.field(description="Anything that has an id; null for what cannot be read.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        return (await nodes(info, [id]))[0]

    @strawberry.field(description="Several things by their ids, in their order.")
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        return await nodes(info, ids)
