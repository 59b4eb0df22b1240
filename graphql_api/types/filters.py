"""Filters and orders of lists: typed for clients, SQL over documents for the database."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, ClassVar

import strawberry

from graphql_api.types.conditions import (
    Conditions,
    below_initiative,
    by_status,
    has_location_within,
    in_language,
    in_period,
    serves_goals,
    serves_sdgs,
)
from graphql_api.types.language import LanguageFilter
from graphql_api.types.period import DateRange, StatusType
from graphql_api.types.place import BoundingBox
from graphql_api.types.project import ParticipationLevelType
from graphql_api.types.stage import StageKindType
from graphql_api.types.vision import ScopeType

CONDITIONS: dict[str, Any] = {
    "status": by_status,
    "period": in_period,
    "archived": lambda c, value: f"d.is_archived = {c.bind(value)}",
    "language": in_language,
    "scope": lambda c, values: c.facet("scope", values),
    "kind": lambda c, values: c.facet("kind", values),
    "participation_level": lambda c, values: c.facet("participation_level", values),
    "citywide": lambda c, value: c.facet("citywide", [str(value).lower()]),
    "vision": lambda c, keys: c.keyed("visions", "Vision", keys),
    "initiative": below_initiative,
    "strategy": lambda c, codes: c.coded("strategies", "Strategy", codes),
    "goal": serves_goals,
    "sdg": serves_sdgs,
    "field_of_action": lambda c, codes: c.coded("fields_of_action", "FieldOfAction", codes),
    "district": lambda c, codes: c.coded("locations.district", "District", codes),
    "within": has_location_within,
    "actor": lambda c, codes: c.coded("actors.actor", "Actor", codes),
}


class Filter:
    """A filter of one kind of document: its fields all hold, `or` and `not` as they say."""

    conditions: ClassVar[Mapping[str, Any]] = CONDITIONS

    and_: Any
    or_: Any
    not_: Any

    def sql(self, conditions: Conditions) -> str:
        """Give all that must hold."""
        return joined([*self.own(conditions).values(), *self.nested(conditions)])

    def own(self, conditions: Conditions) -> dict[str, str]:
        """Give the conditions of the filter's own fields, by their names."""
        return {
            name: condition(conditions, value)
            for name, condition in self.conditions.items()
            if (value := getattr(self, name, None)) is not None
        }

    def nested(self, conditions: Conditions) -> Iterable[str]:
        """Give the conditions of the filters inside this one."""
        yield from (other.sql(conditions) for other in self.and_ or [])
        if alternatives := self.or_:
            yield " OR ".join(f"({other.sql(conditions)})" for other in alternatives)
        if unwanted := self.not_:
            yield f"NOT COALESCE({unwanted.sql(conditions)}, FALSE)"


def joined(conditions: Iterable[str]) -> str:
    return " AND ".join(f"({condition})" for condition in conditions) or "TRUE"


def option(description: str, name: str | None = None) -> Any:
    return strawberry.field(default=None, description=description, name=name)


GOAL = "Codes of strategic goals; what serves a part of a goal serves the goal."
SDG = (
    "Numbers of the UN's sustainable development goals, 1 to 17; it serves a strategic goal that "
    "contributes to one of them."
)
WITHIN = "One of its locations lies in this part of the map."
ARCHIVED = "Archived or not; unless given, archived ones are left out."
LANGUAGE = "How it stands in the language asked for."


@strawberry.input(description="Which visions; all conditions must hold.")
class VisionFilter(Filter):
    status: list[StatusType] | None = option("How it stands today.")  # type: ignore[valid-type]
    period: DateRange | None = option("It happens in this span of days.")
    scope: list[ScopeType] | None = option("Whom it is about.")  # type: ignore[valid-type]
    strategy: list[str] | None = option("Codes of strategies.")
    goal: list[str] | None = option(GOAL)
    sdg: list[int] | None = option(SDG)
    field_of_action: list[str] | None = option("Codes of fields of action.")
    actor: list[str] | None = option("Codes of actors.")
    archived: bool | None = option(ARCHIVED)
    language: LanguageFilter | None = option(LANGUAGE)
    and_: list["VisionFilter"] | None = option("All of these hold.", "and")
    or_: list["VisionFilter"] | None = option("One of these holds.", "or")
    not_: "VisionFilter | None" = option("This does not hold.", "not")


@strawberry.input(description="Which projects; all conditions must hold.")
class ProjectFilter(Filter):
    status: list[StatusType] | None = option("How it stands today.")  # type: ignore[valid-type]
    period: DateRange | None = option("It happens in this span of days.")
    participation_level: list[ParticipationLevelType] | None = option(  # type: ignore[valid-type]
        "How far people take part."
    )
    vision: list[strawberry.ID] | None = option("Translation keys of visions it serves.")
    goal: list[str] | None = option(GOAL)
    sdg: list[int] | None = option(SDG)
    field_of_action: list[str] | None = option("Codes of fields of action.")
    district: list[str] | None = option("Codes of districts.")
    within: BoundingBox | None = option(WITHIN)
    actor: list[str] | None = option("Codes of actors.")
    citywide: bool | None = option("It concerns the whole city.")
    archived: bool | None = option(ARCHIVED)
    language: LanguageFilter | None = option(LANGUAGE)
    and_: list["ProjectFilter"] | None = option("All of these hold.", "and")
    or_: list["ProjectFilter"] | None = option("One of these holds.", "or")
    not_: "ProjectFilter | None" = option("This does not hold.", "not")


@strawberry.input(description="Which stages; all conditions must hold.")
class StageFilter(Filter):
    status: list[StatusType] | None = option("How it stands today.")  # type: ignore[valid-type]
    period: DateRange | None = option("It happens in this span of days.")
    kind: list[StageKindType] | None = option("What happens in it.")  # type: ignore[valid-type]
    initiative: list[strawberry.ID] | None = option(
        "Translation keys of the visions and projects it belongs to."
    )
    archived: bool | None = option(ARCHIVED)
    language: LanguageFilter | None = option(LANGUAGE)
    and_: list["StageFilter"] | None = option("All of these hold.", "and")
    or_: list["StageFilter"] | None = option("One of these holds.", "or")
    not_: "StageFilter | None" = option("This does not hold.", "not")


@strawberry.input(description="Which of the pages found; all conditions must hold.")
class SearchFilter(Filter):
    status: list[StatusType] | None = option("How it stands today.")  # type: ignore[valid-type]
    period: DateRange | None = option("It happens in this span of days.")
    goal: list[str] | None = option(GOAL)
    sdg: list[int] | None = option(SDG)
    field_of_action: list[str] | None = option("Codes of fields of action.")
    district: list[str] | None = option("Codes of districts.")
    within: BoundingBox | None = option(WITHIN)
    actor: list[str] | None = option("Codes of actors.")
    archived: bool | None = option(ARCHIVED)
    language: LanguageFilter | None = option(LANGUAGE)
    and_: list["SearchFilter"] | None = option("All of these hold.", "and")
    or_: list["SearchFilter"] | None = option("One of these holds.", "or")
    not_: "SearchFilter | None" = option("This does not hold.", "not")


class Order(Enum):
    """In which order documents are listed: its values are SQL over `d`."""


@strawberry.enum(description="In which order visions and projects are listed.")
class InitiativeOrder(Order):
    POSITION = "d.place"
    TITLE_ASC = "d.sort_key"
    TITLE_DESC = "d.sort_key DESC"
    START_ASC = "d.starts_on ASC NULLS LAST"
    START_DESC = "d.starts_on DESC NULLS LAST"
    PUBLISHED_ASC = "d.first_published_at ASC NULLS LAST"
    PUBLISHED_DESC = "d.first_published_at DESC NULLS LAST"


@strawberry.enum(description="In which order stages are listed.")
class StageOrder(Order):
    POSITION = "d.place"
    TITLE_ASC = "d.sort_key"
    TITLE_DESC = "d.sort_key DESC"
    START_ASC = "d.starts_on ASC NULLS LAST"
    START_DESC = "d.starts_on DESC NULLS LAST"


def ordering(orders: Iterable[Order] | None) -> str:
    """Give the SQL of an order; what it leaves open, the tree decides."""
    return ", ".join([*(str(order.value) for order in orders or []), "d.place", "d.key"])
