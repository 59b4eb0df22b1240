"""What lists can be narrowed to, with the number of what would be left."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Generic, TypeVar

import strawberry

from graphql_api.documents.choosing import Chain
from graphql_api.documents.facets import Counts, carried
from graphql_api.documents.reading import READABLE
from graphql_api.types.actor import ActorType
from graphql_api.types.asking import asks_whole
from graphql_api.types.conditions import GOAL as GOAL_KIND
from graphql_api.types.conditions import GOALS, SERVED
from graphql_api.types.event_filters import STATE
from graphql_api.types.fields import Info
from graphql_api.types.participation import AttendanceModeType, EventFormatType, EventStateType
from graphql_api.types.period import StatusType
from graphql_api.types.project import ParticipationLevelType
from graphql_api.types.stage import StageKindType
from graphql_api.types.taxonomy import (
    DistrictType,
    FieldOfActionType,
    StrategicGoalType,
    StrategyType,
)
from graphql_api.types.vision import ScopeType
from vision_pages.models.participation import AttendanceMode, EventFormat, EventState
from vision_pages.models.project import ParticipationLevel
from vision_pages.models.stage import StageKind
from vision_pages.models.vision import Scope
from vision_pages.status import Status

Value = TypeVar("Value")


@strawberry.type(description="A value that a list can be narrowed to.")
class Facet(Generic[Value]):
    value: Value = strawberry.field(description="What to filter by.")
    count: int = strawberry.field(description="How many would be left.")


@strawberry.type(description="A name that what was found can be narrowed to.")
class StringFacet(Facet[str]):
    pass


def one_of(kind: type[Enum], description: str) -> Any:
    """A facet whose values are those of an enum, in its order."""

    def resolver(root: strawberry.Parent[Any], info: Info):  # type: ignore[no-untyped-def]
        counts = root.counts[info.python_name]
        return [Facet(value=one, count=counts[one.value]) for one in kind if one.value in counts]

    return strawberry.field(resolver=resolver, description=description)


def numbers(description: str) -> Any:
    """A facet whose values are numbers, in their order."""

    def resolver(root: strawberry.Parent[Any], info: Info):  # type: ignore[no-untyped-def]
        counts = {int(value): count for value, count in root.counts[info.python_name].items()}
        return [Facet(value=number, count=counts[number]) for number in sorted(counts)]

    return strawberry.field(resolver=resolver, description=description)


def terms(description: str) -> Any:
    """A facet whose values are documents, the most frequent first.

    What cannot be read is left out.
    """

    async def resolver(root: strawberry.Parent[Any], info: Info):  # type: ignore[no-untyped-def]
        counts = root.counts[info.python_name]
        rows = await info.context.loader.found_all(
            sorted(counts), root.chain, whole=asks_whole(info)
        )
        return [
            Facet(value=row, count=counts[row.key]) for row in sorted(rows, key=by_count(counts))
        ]

    return strawberry.field(resolver=resolver, description=description)


def by_count(counts: Mapping[str, int]) -> Any:
    return lambda row: (-counts[row.key], row.data.get("name") or "", row.key)


STATUS = "How they stand today."
GOAL = "Strategic goals; what serves a part of a goal serves the goal."
SDG = "The UN's sustainable development goals that they contribute to, by their numbers."


@strawberry.type
class Counted:
    counts: strawberry.Private[Counts]
    chain: strawberry.Private[Chain]


NARROWED = (
    "The counts of a facet leave out what the filter chooses of it, so that something else can be "
    "chosen."
)


@strawberry.type(description=f"What visions can be narrowed to. {NARROWED}")
class VisionFacets(Counted):
    status: list[Facet[StatusType]] = one_of(Status, STATUS)  # type: ignore[valid-type]
    scope: list[Facet[ScopeType]] = one_of(Scope, "Whom they are about.")  # type: ignore[valid-type]
    strategy: list[Facet[StrategyType]] = terms("Strategies they are tied to.")
    goal: list[Facet[StrategicGoalType]] = terms(GOAL)
    sdg: list[Facet[int]] = numbers(SDG)
    field_of_action: list[Facet[FieldOfActionType]] = terms("Fields of action.")
    actor: list[Facet[ActorType]] = terms("Who takes part.")


@strawberry.type(description=f"What projects can be narrowed to. {NARROWED}")
class ProjectFacets(Counted):
    status: list[Facet[StatusType]] = one_of(Status, STATUS)  # type: ignore[valid-type]
    participation_level: list[Facet[ParticipationLevelType]] = one_of(  # type: ignore[valid-type]
        ParticipationLevel, "How far people take part."
    )
    goal: list[Facet[StrategicGoalType]] = terms(GOAL)
    sdg: list[Facet[int]] = numbers(SDG)
    field_of_action: list[Facet[FieldOfActionType]] = terms("Fields of action.")
    district: list[Facet[DistrictType]] = terms("Districts they happen in.")
    actor: list[Facet[ActorType]] = terms("Who takes part.")


@strawberry.type(description=f"What stages can be narrowed to. {NARROWED}")
class StageFacets(Counted):
    status: list[Facet[StatusType]] = one_of(Status, STATUS)  # type: ignore[valid-type]
    kind: list[Facet[StageKindType]] = one_of(StageKind, "What happens in them.")  # type: ignore[valid-type]


@strawberry.type(description=f"What participation events can be narrowed to. {NARROWED}")
class ParticipationEventFacets(Counted):
    state: list[Facet[EventStateType]] = one_of(  # type: ignore[valid-type]
        EventState, "Whether one can take part now."
    )
    format: list[Facet[EventFormatType]] = one_of(EventFormat, "How people take part.")  # type: ignore[valid-type]
    attendance_mode: list[Facet[AttendanceModeType]] = one_of(  # type: ignore[valid-type]
        AttendanceMode, "Where people take part."
    )
    level: list[Facet[ParticipationLevelType]] = one_of(  # type: ignore[valid-type]
        ParticipationLevel, "How far people take part."
    )
    district: list[Facet[DistrictType]] = terms("Districts they take place in.")


def element(name: str) -> str:
    return f"SELECT d.element->>'{name}'"


GOALS_OF = (
    f"SELECT goal.above::text FROM unnest(d.facets) f JOIN goal ON f = '{SERVED}' || goal.key"
)
SDGS_OF = f"""SELECT sdg.number FROM unnest(d.facets) f
JOIN goal ON f = '{SERVED}' || goal.key JOIN sdg ON sdg.goal = goal.above"""

# What these ask beside the documents: goals are few, and are looked at once.
WITH_GOALS = f"""{GOALS}, sdg (goal, number) AS MATERIALIZED (
  SELECT d.key, substr(s, {len("sdgs:") + 1}) FROM graphql_api_document d
  CROSS JOIN unnest(d.facets) s
  WHERE {READABLE} AND d.kind = '{GOAL_KIND}' AND starts_with(s, 'sdgs:')
)"""

# By kind, then by the names of the facets, which are those of the filters: SQL for the values.
VALUES: Mapping[str, Mapping[str, str]] = {
    "Vision": {
        "status": "SELECT d.status",
        "scope": carried("scope"),
        "strategy": carried("strategies"),
        "goal": GOALS_OF,
        "sdg": SDGS_OF,
        "field_of_action": carried("fields_of_action"),
        "actor": carried("actors.actor"),
    },
    "Project": {
        "status": "SELECT d.status",
        "participation_level": carried("participation_level"),
        "goal": GOALS_OF,
        "sdg": SDGS_OF,
        "field_of_action": carried("fields_of_action"),
        "district": carried("locations.district"),
        "actor": carried("actors.actor"),
    },
    "Stage": {"status": "SELECT d.status", "kind": carried("kind")},
    "ParticipationEvent": {
        "state": f"SELECT {STATE}".replace("e.value", "d.element"),
        "format": element("format"),
        "attendance_mode": element("attendance_mode"),
        "level": element("level"),
        "district": element("district"),
    },
}
