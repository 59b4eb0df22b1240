"""Occasions to take part."""

from datetime import datetime
from typing import Annotated, Any

import strawberry
from django.urls import NoReverseMatch, reverse

from graphql_api.documents.rows import Part
from graphql_api.types.asking import found
from graphql_api.types.declaration import part_type
from graphql_api.types.fields import Info, fact, instant
from graphql_api.types.place import Place
from graphql_api.types.project import ParticipationLevelType
from vision_pages.models.participation import (
    AttendanceMode,
    EventFormat,
    EventState,
    ParticipationEvent,
)

StageType = Annotated["StageType", strawberry.lazy("graphql_api.types.stage")]  # type: ignore[misc]

EventFormatType = strawberry.enum(
    EventFormat, name="ParticipationFormat", description="How people take part."
)
AttendanceModeType = strawberry.enum(
    AttendanceMode, name="AttendanceMode", description="Where people take part."
)
EventStateType = strawberry.enum(
    EventState,
    name="ParticipationEventState",
    description="Whether one can take part now.",
)


TIMES = ("starts_at", "ends_at", "registration_deadline")


def event(part: Part) -> ParticipationEvent:
    """Give the event as the model that knows its state."""
    data = part.data
    times = {name: datetime.fromisoformat(data[name]) for name in TIMES if data.get(name)}
    return ParticipationEvent(
        cancelled=bool(data.get("cancelled")),
        all_day=bool(data.get("all_day")),
        registration_url=data.get("registration_url") or "",
        **times,
    )


@part_type(
    name="ParticipationEvent",
    description="One occasion to take part in a stage.",
    model=ParticipationEvent,
)
class ParticipationEventType(Place):
    title: str | None = fact("Its title.", required=True)
    description: str | None = fact("What it is about.")
    format: EventFormatType | None = fact("How people take part.", required=True)  # type: ignore[valid-type]
    level: ParticipationLevelType | None = fact("How far people take part.")  # type: ignore[valid-type]
    cancelled: bool = fact("It does not take place.")
    starts_at: datetime | None = instant("When it begins.", required=True)
    ends_at: datetime | None = instant("When it ends.")
    all_day: bool = fact("Only the days count, not the times.")
    attendance_mode: AttendanceModeType | None = fact(  # type: ignore[valid-type]
        "Where people take part.", required=True
    )
    participation_url: str | None = fact("Where one takes part online.")
    registration_required: bool = fact("One has to register.")
    registration_url: str | None = fact("Where one registers.")
    registration_deadline: datetime | None = instant("Until when one registers.")
    venue_name: str | None = fact("What the place is called.")
    accessibility_note: str | None = fact("How accessible the place is.")
    languages: list[str] = fact("BCP 47 tags of the languages spoken or signed.")
    target_group: str | None = fact("Whom it is for.")
    participant_count: int | None = fact("How many people took part.")
    result_summary: str | None = fact("What came of it, in brief.")

    @strawberry.field(description="Names it, the same in all languages.")
    def id(self, root: strawberry.Parent[Any]) -> strawberry.ID:
        return strawberry.ID(str(root.data["id"]))

    @strawberry.field(
        description="Where it is as a calendar file (iCalendar), on the API's host; null where the "
        "site offers none."
    )
    def calendar_path(self, root: strawberry.Parent[Any]) -> str | None:
        language = root.chain[0] if root.chain else root.row.locale
        try:
            return reverse("graphql_api_root:calendar_of", args=[language, root.data["id"]])
        except NoReverseMatch:
            return None

    @strawberry.field(description="Whether one can take part now.")
    def state(self, root: strawberry.Parent[Any], info: Info) -> EventStateType:  # type: ignore[valid-type]
        return event(root).state(info.context.moment.now)

    @strawberry.field(description="Whether one can register now.")
    def registration_open(self, root: strawberry.Parent[Any], info: Info) -> bool:
        return event(root).registration_open(info.context.moment.now)

    @strawberry.field(description="The stage it belongs to.")
    async def stage(self, root: strawberry.Parent[Any], info: Info) -> StageType:
        return await found(root.row, info)
