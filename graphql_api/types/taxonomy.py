"""The terms that content is sorted by."""

from typing import Any

import strawberry

from graphql_api.types.declaration import register_snippet_type
from graphql_api.types.fields import fact, reference
from graphql_api.types.language import Language
from graphql_api.types.node import Node
from vision_pages.models import District, FieldOfAction, StrategicGoal, Strategy


@strawberry.interface(description="A term with a code that is the same in every language.")
class Term(Node):
    code: str | None = fact("Stable and the same in every language.", required=True)
    name: str | None = fact("Its name.", required=True)
    description: str | None = fact("What it means.")

    @strawberry.field(description="Its language, the one asked for, and its other languages.")
    def language(self, root: strawberry.Parent[Any]) -> Language:
        return Language(row=root)


@register_snippet_type(
    Strategy, name="Strategy", description="A strategy that visions and goals belong to."
)
class StrategyType(Term):
    website_url: str | None = fact("Where it is presented.")


@register_snippet_type(
    StrategicGoal,
    name="StrategicGoal",
    description="A goal of a strategy.",
    facets=("strategy", "parent", "sdgs"),
)
class StrategicGoalType(Term):
    strategy: StrategyType | None = reference("The strategy it belongs to.")
    parent: "StrategicGoalType | None" = reference("The goal it is a part of.")
    sdgs: list[int] = fact("Numbers of the UN's sustainable development goals, 1 to 17.")


@register_snippet_type(
    FieldOfAction, name="FieldOfAction", description="A field that projects work in."
)
class FieldOfActionType(Term):
    pass


@register_snippet_type(District, name="District", description="A district of the city.")
class DistrictType(Term):
    number: int | None = fact("Its official number.")
