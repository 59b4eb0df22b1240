"""Filters and orders of participation events, over the rows `e` of stages `d`."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar

import strawberry
from django.conf import settings

from graphql_api.types.conditions import Conditions, below_initiative, in_language, within
from graphql_api.types.filters import LANGUAGE, Filter, option
from graphql_api.types.language import LanguageFilter
from graphql_api.types.participation import (
    AttendanceModeType,
    EventFormatType,
    EventStateType,
)
from graphql_api.types.place import BoundingBox
from graphql_api.types.project import ParticipationLevelType

STARTS = "(e.value->>'starts_at')::timestamptz"
ENDS = "(e.value->>'ends_at')::timestamptz"
ALL_DAY = "(e.value->>'all_day')::boolean"

# The same rule as ParticipationEvent.state: a test compares them.
OPENS = f"""CASE
  WHEN {ALL_DAY} THEN date_trunc('day', {STARTS} AT TIME ZONE %(zone)s) AT TIME ZONE %(zone)s
  ELSE {STARTS} END"""
CLOSES = f"""CASE
  WHEN {ENDS} IS NOT NULL AND NOT {ALL_DAY} THEN {ENDS}
  ELSE (date_trunc('day', COALESCE({ENDS}, {STARTS}) AT TIME ZONE %(zone)s)
        + interval '1 day') AT TIME ZONE %(zone)s END"""
STATE = f"""CASE
  WHEN (e.value->>'cancelled')::boolean THEN 'cancelled'
  WHEN {STARTS} IS NULL OR {OPENS} > %(now)s THEN 'upcoming'
  WHEN {CLOSES} < %(now)s THEN 'closed'
  ELSE 'open' END"""


def one_of(name: str) -> Any:
    def condition(conditions: Conditions, values: list[Enum]) -> str:
        return f"e.value->>'{name}' = ANY({conditions.bind([value.value for value in values])})"

    return condition


def by_state(conditions: Conditions, values: list[Enum]) -> str:
    return f"{STATE} = ANY({conditions.bind([value.value for value in values])})"


def in_district(conditions: Conditions, codes: list[str]) -> str:
    return f"(e.value->>'district')::uuid = ANY {conditions.terms('District', codes)}"


def until(conditions: Conditions, moment: datetime) -> str:
    return f"{STARTS} < {conditions.bind(moment)}"


def since(conditions: Conditions, moment: datetime) -> str:
    return f"{CLOSES} >= {conditions.bind(moment)}"


@strawberry.input(description="Which participation events; all conditions must hold.")
class ParticipationEventFilter(Filter):
    state: list[EventStateType] | None = option("Whether one can take part now.")  # type: ignore[valid-type]
    starts_before: datetime | None = option("It begins before this moment.")
    ends_after: datetime | None = option("It is not over at this moment.")
    format: list[EventFormatType] | None = option("How people take part.")  # type: ignore[valid-type]
    attendance_mode: list[AttendanceModeType] | None = option(  # type: ignore[valid-type]
        "Where people take part."
    )
    level: list[ParticipationLevelType] | None = option("How far people take part.")  # type: ignore[valid-type]
    initiative: list[strawberry.ID] | None = option(
        "Translation keys of the visions and projects it belongs to."
    )
    district: list[str] | None = option("Codes of districts.")
    within: BoundingBox | None = option("It takes place in this part of the map.")
    language: LanguageFilter | None = option(LANGUAGE)
    and_: list["ParticipationEventFilter"] | None = option("All of these hold.", "and")
    or_: list["ParticipationEventFilter"] | None = option("One of these holds.", "or")
    not_: "ParticipationEventFilter | None" = option("This does not hold.", "not")

    conditions: ClassVar[Mapping[str, Any]] = {
        "state": by_state,
        "starts_before": until,
        "ends_after": since,
        "format": one_of("format"),
        "attendance_mode": one_of("attendance_mode"),
        "level": one_of("level"),
        "initiative": below_initiative,
        "district": in_district,
        "within": lambda c, box: within(c, box, "e.value"),
        "language": in_language,
    }


@strawberry.enum(description="In which order participation events are listed.")
class ParticipationEventOrder(Enum):
    STARTS_ASC = f"{STARTS} ASC NULLS LAST"
    STARTS_DESC = f"{STARTS} DESC NULLS LAST"


def zone() -> dict[str, str]:
    """Give the parameter that `STATE` needs: the site's time zone."""
    return {"zone": settings.TIME_ZONE}
