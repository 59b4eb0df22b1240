"""The lists of pages and of occasions to take part."""

import strawberry

from graphql_api.documents.listing import Window
from graphql_api.lookups import (
    languages,
    listed,
    listed_events,
)
from graphql_api.types.connection import Connection
from graphql_api.types.event_filters import (
    ParticipationEventFilter,
    ParticipationEventOrder,
)
from graphql_api.types.fields import Info
from graphql_api.types.filters import (
    InitiativeOrder,
    ProjectFilter,
    StageFilter,
    StageOrder,
    VisionFilter,
)
from graphql_api.types.participation import ParticipationEventType
from graphql_api.types.project import ProjectType
from graphql_api.types.stage import StageType
from graphql_api.types.values import (
    Fallback,
    LocaleCode,
)
from graphql_api.types.vision import VisionType


@strawberry.type
class Lists:
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

    @strawberry.field(description="Stages of visions and projects.")
    def stages(
        self,
        info: Info,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        filter: StageFilter | None = None,
        order: list[StageOrder] | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        offset: int | None = None,
    ) -> Connection[StageType]:
        window = Window(first, after, last, before, offset)
        return listed(info, "Stage", languages(locale, fallback), filter, order, window)

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
