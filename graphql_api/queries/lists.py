"""The lists of pages and of occasions to take part."""

import strawberry

from graphql_api.documents.listing import Window
from graphql_api.lookups import (
    languages,
    listed,
    listed_events,
)
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
from graphql_api.types.lists import (
    ParticipationEventConnection,
    ProjectConnection,
    StageConnection,
    VisionConnection,
)
from graphql_api.types.values import (
    Fallback,
    LocaleCode,
)


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
    ) -> VisionConnection:
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
    ) -> ProjectConnection:
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
    ) -> StageConnection:
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
    ) -> ParticipationEventConnection:
        window = Window(first, after, last, before, offset)
        return listed_events(info, languages(locale, fallback), filter, order, window)
