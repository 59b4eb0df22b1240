"""The root fields: the ways into the documents."""

from typing import Annotated

import strawberry

from graphql_api.context import chain
from graphql_api.documents.listing import Window
from graphql_api.lookups import (
    PageBy,
    changes,
    coded,
    languages,
    listed,
    listed_events,
    nodes,
    of_kind,
    page_by,
    singleton,
    site,
)
from graphql_api.routing import route
from graphql_api.searching import search, suggest
from graphql_api.types.actor import ActorType
from graphql_api.types.change import ChangeConnection
from graphql_api.types.connection import Connection
from graphql_api.types.event_filters import ParticipationEventFilter, ParticipationEventOrder
from graphql_api.types.fields import Info
from graphql_api.types.filters import InitiativeOrder, ProjectFilter, SearchFilter, VisionFilter
from graphql_api.types.leitbild import LeitbildHistoryType
from graphql_api.types.node import Node
from graphql_api.types.page import Page
from graphql_api.types.participation import ParticipationEventType
from graphql_api.types.programme import ProgrammeType
from graphql_api.types.project import ProjectType
from graphql_api.types.route import RouteResult
from graphql_api.types.search import SearchConnection, SearchSuggestion
from graphql_api.types.site import SiteType
from graphql_api.types.stage import StageType
from graphql_api.types.taxonomy import (
    DistrictType,
    FieldOfActionType,
    StrategicGoalType,
    StrategyType,
)
from graphql_api.types.values import Fallback, LocaleCode
from graphql_api.types.vision import VisionType


@strawberry.type(description="What can be asked.")
class Query:
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
        return await singleton(info, "LeitbildHistory", languages(locale, fallback))

    @strawberry.field(description="Stages of visions and projects, in the order of the tree.")
    def stages(
        self,
        info: Info,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
    ) -> Connection[StageType]:
        window = Window(first, after, last, before, offset)
        return listed(info, "Stage", languages(locale, fallback), None, None, window)

    @strawberry.field(description="The occasions to take part, of all stages.")
    def participation_events(
        self,
        info: Info,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        filter: ParticipationEventFilter | None = None,
        order: list[ParticipationEventOrder] | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
    ) -> Connection[ParticipationEventType]:
        window = Window(first, after, last, before, offset)
        return listed_events(info, languages(locale, fallback), filter, order, window)

    @strawberry.field(
        description="Pages by their words, the best first. Any text is a query: its first 300 "
        "letters and 12 words count, and words in quotation marks stand together."
    )
    def search(
        self,
        info: Info,
        query: str,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        types: list[str] | None = None,
        years: list[int] | None = None,
        filter: SearchFilter | None = None,
        first: int | None = None,
        after: str | None = None,
        offset: int | None = None,
    ) -> SearchConnection:
        window = Window(first, after, offset=offset)
        return search(info, query, languages(locale, fallback), types, years, filter, window)

    @strawberry.field(
        description="Pages whose title or former name goes on as typed; 8 unless asked otherwise."
    )
    def search_suggestions(
        self,
        info: Info,
        query: str,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        first: int | None = None,
    ) -> list[SearchSuggestion]:
        return suggest(info, query, languages(locale, fallback), first)

    @strawberry.field(description="A strategy by its code.")
    async def strategy(
        self, info: Info, code: str, locale: LocaleCode | None = None
    ) -> StrategyType | None:
        return await coded(info, "Strategy", code, locale)

    @strawberry.field(description="All strategies, by code.")
    def strategies(self, info: Info, locale: LocaleCode | None = None) -> list[StrategyType]:
        return info.context.loader.kind("Strategy", chain(locale))

    @strawberry.field(description="A strategic goal by its code.")
    async def strategic_goal(
        self, info: Info, code: str, locale: LocaleCode | None = None
    ) -> StrategicGoalType | None:
        return await coded(info, "StrategicGoal", code, locale)

    @strawberry.field(description="All strategic goals, by code.")
    def strategic_goals(
        self, info: Info, locale: LocaleCode | None = None
    ) -> list[StrategicGoalType]:
        return info.context.loader.kind("StrategicGoal", chain(locale))

    @strawberry.field(description="All fields of action, by code.")
    def fields_of_action(
        self, info: Info, locale: LocaleCode | None = None
    ) -> list[FieldOfActionType]:
        return info.context.loader.kind("FieldOfAction", chain(locale))

    @strawberry.field(description="All districts, by code.")
    def districts(self, info: Info, locale: LocaleCode | None = None) -> list[DistrictType]:
        return info.context.loader.kind("District", chain(locale))

    @strawberry.field(description="Who takes part, by code.")
    def actors(self, info: Info, locale: LocaleCode | None = None) -> list[ActorType]:
        return info.context.loader.kind("Actor", chain(locale))

    @strawberry.field(description="The site of the request, or the one with this host name.")
    async def site(self, info: Info, hostname: str | None = None) -> SiteType | None:
        return await site(info, hostname)

    @strawberry.field(
        description="What changed, oldest first, deletions included: a feed to be resumed."
    )
    def changes(
        self,
        info: Info,
        after: Annotated[
            str | None,
            strawberry.argument(description="Where to go on; from the beginning if null."),
        ] = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many changes at most.")
        ] = None,
    ) -> ChangeConnection:
        return changes(info, after, first)

    @strawberry.field(description="Anything that has an id; null for what cannot be read.")
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        return (await nodes(info, [id]))[0]

    @strawberry.field(description="Several things by their ids, in their order.")
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        return await nodes(info, ids)
