"""When something happens and how it stands."""

from datetime import date
from enum import Enum
from typing import Any

import strawberry

from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Row
from graphql_api.types.fields import Info, derived, fact
from graphql_api.types.values import PartialDateType, partial_date
from vision_pages.status import Status

StatusType = strawberry.enum(
    Status, name="Status", description="How an initiative or a stage stands today."
)


@strawberry.input(description="A span of days; both ends belong to it.")
class DateRange:
    start: date | None = strawberry.field(default=None, description="The first day.")
    end: date | None = strawberry.field(default=None, description="The last day.")


@strawberry.enum(description="What a status rests on.")
class StatusSource(Enum):
    EDITOR = strawberry.enum_value("editor", description="An editor stated it.")
    OWN_DATES = strawberry.enum_value("own_dates", description="Its own start and end.")
    STAGES = strawberry.enum_value("stages", description="The dates of its stages.")


def status_source(description: str) -> Any:
    def resolve(root: Row, info: Info, name: str) -> StatusSource:
        data = root.data
        if data.get(name):
            return StatusSource.EDITOR
        derived_dates = root.starts_on and not (data.get("start_date") or data.get("end_date"))
        return StatusSource.STAGES if derived_dates else StatusSource.OWN_DATES

    return derived(resolve, description, "status_override")


@strawberry.interface(description="Something with a start, an end and a status.")
class Period:
    start_date: PartialDateType | None = partial_date("When it starts, as far as is known.")
    end_date: PartialDateType | None = partial_date("When it ends, as far as is known.")
    date_text: str | None = fact(
        "The period in words, for what a date cannot say.", weight=Weight.BODY
    )
    status_note: str | None = fact("Why the status differs from the dates.", weight=Weight.BODY)

    @strawberry.field(description="How it stands today, in the time zone of the site.")
    def status(self, root: strawberry.Parent[Any]) -> StatusType:  # type: ignore[valid-type]
        return Status(root.status)

    status_source: StatusSource = status_source("What the status rests on.")
