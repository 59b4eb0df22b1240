"""The terms by which content is sorted: strategies, goals, fields of action, districts, actors."""

import strawberry

from graphql_api.context import chain
from graphql_api.lookups import coded
from graphql_api.types.actor import ActorType
from graphql_api.types.asking import asks_whole
from graphql_api.types.fields import Info
from graphql_api.types.taxonomy import (
    DistrictType,
    FieldOfActionType,
    StrategicGoalType,
    StrategyType,
)
from graphql_api.types.values import LocaleCode


@strawberry.type
class Terms:
    @strawberry.field(description="A strategy by its code.")
    async def strategy(
        self, info: Info, code: str, locale: LocaleCode | None = None
    ) -> StrategyType | None:
        return await coded(info, "Strategy", code, locale)

    @strawberry.field(description="All strategies, by code.")
    def strategies(self, info: Info, locale: LocaleCode | None = None) -> list[StrategyType]:
        return info.context.loader.kind("Strategy", chain(locale), whole=asks_whole(info))

    @strawberry.field(description="A strategic goal by its code.")
    async def strategic_goal(
        self, info: Info, code: str, locale: LocaleCode | None = None
    ) -> StrategicGoalType | None:
        return await coded(info, "StrategicGoal", code, locale)

    @strawberry.field(description="All strategic goals, by code.")
    def strategic_goals(
        self, info: Info, locale: LocaleCode | None = None
    ) -> list[StrategicGoalType]:
        return info.context.loader.kind("StrategicGoal", chain(locale), whole=asks_whole(info))

    @strawberry.field(description="All fields of action, by code.")
    def fields_of_action(
        self, info: Info, locale: LocaleCode | None = None
    ) -> list[FieldOfActionType]:
        return info.context.loader.kind("FieldOfAction", chain(locale), whole=asks_whole(info))

    @strawberry.field(description="All districts, by code.")
    def districts(self, info: Info, locale: LocaleCode | None = None) -> list[DistrictType]:
        return info.context.loader.kind("District", chain(locale), whole=asks_whole(info))

    @strawberry.field(description="Who takes part, by code.")
    def actors(self, info: Info, locale: LocaleCode | None = None) -> list[ActorType]:
        return info.context.loader.kind("Actor", chain(locale), whole=asks_whole(info))
