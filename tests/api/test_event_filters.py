"""The state of an event as SQL says it is the state as the pages say it, at every moment."""

from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from django.db import connection
from hypothesis import example, given
from hypothesis import strategies as st

from graphql_api.types.event_filters import CLOSES, STATE, zone
from vision_pages.models import ParticipationEvent

# The clock changes on the 28th of March, at two in the morning.
EVENING = datetime(2021, 3, 27, 22, tzinfo=UTC)
moments = st.builds(
    lambda minutes: EVENING + timedelta(minutes=minutes), st.integers(min_value=0, max_value=4320)
)
events = st.fixed_dictionaries(
    {
        "starts_at": st.none() | moments,
        "ends_at": st.none() | moments,
        "all_day": st.booleans(),
        "cancelled": st.booleans(),
    }
)


def said_by_sql(sql: str, event: dict[str, Any], **parameters: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {sql} FROM jsonb_array_elements(%(events)s) e",
            {"events": orjson.dumps([event]).decode(), **zone(), **parameters},
        )
        return cursor.fetchone()[0]


def case(start: int | None, end: int | None, now: int, **values: Any) -> dict[str, Any]:
    """Give an example by its minutes after the evening."""
    start, end, now = (
        None if minutes is None else EVENING + timedelta(minutes=minutes)
        for minutes in (start, end, now)
    )
    event = {"starts_at": start, "ends_at": end, "all_day": False, "cancelled": False}
    return {"event": event | values, "now": now}


@given(event=events, now=moments)
@example(**case(None, None, 0))
@example(**case(0, None, 0, cancelled=True))
@example(**case(60, None, 59))
@example(**case(60, None, 60))
@example(**case(60, 120, 120))
@example(**case(60, 120, 121))
@example(**case(120, None, 60 + 23 * 60))  # the end of a day of 23 hours
@example(**case(120, None, 61 + 23 * 60))
@example(**case(120, 180, 61, all_day=True))
@example(**case(120, 180, 59, all_day=True))
@example(**case(120, 180, 60 + 23 * 60, all_day=True))
@example(**case(120, 180, 61 + 23 * 60, all_day=True))
def test_sql_and_pages_give_one_state(event, now):
    assert said_by_sql(STATE, event, now=now) == ParticipationEvent(**event).state(now).value


@given(event=events.filter(lambda event: event["starts_at"]))
def test_sql_and_pages_close_an_event_at_one_moment(event):
    page = ParticipationEvent(**event)

    assert said_by_sql(CLOSES, event) == page.closes_at(page.starts_at)
