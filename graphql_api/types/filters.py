"""Filters and orders of lists: typed for clients, SQL over documents for the database."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, ClassVar

import strawberry

from graphql_api.documents.reading import READABLE
from graphql_api.types.period import StatusType
from graphql_api.types.project import ParticipationLevelType
from graphql_api.types.vision import ScopeType


class Conditions:
    """SQL conditions with their parameters, which never mix."""

    def __init__(self) -> None:
        self.parameters: dict[str, Any] = {}

    def bind(self, value: Any) -> str:
        name = f"filter{len(self.parameters)}"
        self.parameters[name] = value
        return f"%({name})s"

    def facet(self, name: str, values: list[Any]) -> str:
        """The document carries one of the values of a facet."""
        wanted = [f"{name}:{getattr(value, 'value', value)}" for value in values]
        return f"d.facets && {self.bind(wanted)}::text[]"

    def coded(self, name: str, kind: str, codes: list[str]) -> str:
        """The document names one of the readable terms with these codes."""
        return self.naming(name, kind, f"d.data->>'code' = ANY({self.bind(codes)})")

    def keyed(self, name: str, kind: str, keys: list[str]) -> str:
        """The document names one of the readable documents with these keys."""
        return self.naming(name, kind, f"d.key::text = ANY({self.bind(keys)})")

    def naming(self, name: str, kind: str, which: str) -> str:
        """What cannot be read is named by nobody, or filters would tell of it."""
        return f"""d.facets && (
            SELECT COALESCE(array_agg({self.bind(name + ":")} || d.key), '{{}}')
            FROM graphql_api_document d
            WHERE {READABLE} AND d.kind = {self.bind(kind)} AND {which})"""


@strawberry.input(description="A span of days; both ends belong to it.")
class DateRange:
    start: date | None = strawberry.field(default=None, description="The first day.")
    end: date | None = strawberry.field(default=None, description="The last day.")


def in_period(conditions: Conditions, period: DateRange) -> str:
    """The document's own days and the period have a day in common."""
    starts, ends = conditions.bind(period.end), conditions.bind(period.start)
    return (
        f"({starts}::date IS NULL OR d.starts_on <= {starts}::date) AND "
        f"({ends}::date IS NULL OR d.ends_on IS NULL OR d.ends_on >= {ends}::date) AND "
        "d.starts_on IS NOT NULL"
    )


CONDITIONS: dict[str, Any] = {
    "status": lambda c, values: f"d.status = ANY({c.bind([str(v.value) for v in values])})",
    "period": in_period,
    "archived": lambda c, value: f"d.is_archived = {c.bind(value)}",
    "scope": lambda c, values: c.facet("scope", values),
    "participation_level": lambda c, values: c.facet("participation_level", values),
    "citywide": lambda c, value: c.facet("citywide", [str(value).lower()]),
    "vision": lambda c, keys: c.keyed("visions", "Vision", keys),
    "strategy": lambda c, codes: c.coded("strategies", "Strategy", codes),
    "goal": lambda c, codes: c.coded("strategic_goals", "StrategicGoal", codes),
    "field_of_action": lambda c, codes: c.coded("fields_of_action", "FieldOfAction", codes),
    "district": lambda c, codes: c.coded("locations.district", "District", codes),
    "actor": lambda c, codes: c.coded("actors.actor", "Actor", codes),
}


class Filter:
    """A filter of one kind of document: its fields all hold, `or` and `not` as they say."""

    conditions: ClassVar[Mapping[str, Any]] = CONDITIONS

    and_: Any
    or_: Any
    not_: Any

    def sql(self, conditions: Conditions) -> str:
        held = self.own(conditions) + [other.sql(conditions) for other in self.and_ or []]
        if alternatives := self.or_:
            held.append(" OR ".join(f"({other.sql(conditions)})" for other in alternatives))
        if unwanted := self.not_:
            held.append(f"NOT COALESCE({unwanted.sql(conditions)}, FALSE)")
        return " AND ".join(f"({condition})" for condition in held) or "TRUE"

    def own(self, conditions: Conditions) -> list[str]:
        """Give the conditions of the filter's own fields."""
        return [
            condition(conditions, value)
            for name, condition in self.conditions.items()
            if (value := getattr(self, name, None)) is not None
        ]


def option(description: str, name: str | None = None) -> Any:
    return strawberry.field(default=None, description=description, name=name)


@strawberry.input(description="Which visions; all conditions must hold.")
class VisionFilter(Filter):
    status: list[StatusType] | None = option("How it stands today.")  # type: ignore[valid-type]
    period: DateRange | None = option("It happens in this span of days.")
    scope: list[ScopeType] | None = option("Whom it is about.")  # type: ignore[valid-type]
    strategy: list[str] | None = option("Codes of strategies.")
    goal: list[str] | None = option("Codes of strategic goals.")
    field_of_action: list[str] | None = option("Codes of fields of action.")
    actor: list[str] | None = option("Codes of actors.")
    archived: bool | None = option("Archived or not; unless given, archived ones are left out.")
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
    goal: list[str] | None = option("Codes of strategic goals.")
    field_of_action: list[str] | None = option("Codes of fields of action.")
    district: list[str] | None = option("Codes of districts.")
    actor: list[str] | None = option("Codes of actors.")
    citywide: bool | None = option("It concerns the whole city.")
    archived: bool | None = option("Archived or not; unless given, archived ones are left out.")
    and_: list["ProjectFilter"] | None = option("All of these hold.", "and")
    or_: list["ProjectFilter"] | None = option("One of these holds.", "or")
    not_: "ProjectFilter | None" = option("This does not hold.", "not")


@strawberry.input(description="Which of the pages found; all conditions must hold.")
class SearchFilter(Filter):
    status: list[StatusType] | None = option("How it stands today.")  # type: ignore[valid-type]
    period: DateRange | None = option("It happens in this span of days.")
    goal: list[str] | None = option("Codes of strategic goals.")
    field_of_action: list[str] | None = option("Codes of fields of action.")
    district: list[str] | None = option("Codes of districts.")
    actor: list[str] | None = option("Codes of actors.")
    archived: bool | None = option("Archived or not; unless given, archived ones are left out.")
    and_: list["SearchFilter"] | None = option("All of these hold.", "and")
    or_: list["SearchFilter"] | None = option("One of these holds.", "or")
    not_: "SearchFilter | None" = option("This does not hold.", "not")


@strawberry.enum(description="In which order visions and projects are listed.")
class InitiativeOrder(Enum):
    POSITION = "d.position"
    TITLE_ASC = "d.sort_key"
    TITLE_DESC = "d.sort_key DESC"
    START_ASC = "d.starts_on ASC NULLS LAST"
    START_DESC = "d.starts_on DESC NULLS LAST"
    PUBLISHED_ASC = "d.first_published_at ASC NULLS LAST"
    PUBLISHED_DESC = "d.first_published_at DESC NULLS LAST"


def ordering(orders: list[InitiativeOrder] | None) -> str:
    """Give the SQL of an order; what it leaves open, the tree decides."""
    return ", ".join([*(order.value for order in orders or []), "d.position", "d.key"])
