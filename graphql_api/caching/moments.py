"""Until when answers stay as they are by themselves: this is the one place that decides it.

What happens on a day begins and ends at midnight, where the site is: `Moment.today`. What has a
time, `Moment.now`, is asked of the documents: where they expire, where one can take part.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from graphql_api.documents.reading import fetch
from graphql_api.types.event_filters import CLOSES, OPENS, zone

# Something may hold at its last moment still, so what is asked at that moment is not kept.
NEXT = f"""SELECT LEAST(
  (SELECT min(d.expires_at) FROM graphql_api_document d WHERE d.expires_at >= %(now)s),
  (SELECT min(turn.moment) FROM graphql_api_document d
   CROSS JOIN LATERAL jsonb_array_elements(d.data->'participation_events') e
   CROSS JOIN LATERAL (VALUES
     ({OPENS}), ({CLOSES}), ((e.value->>'registration_deadline')::timestamptz)) turn (moment)
   WHERE d.kind = 'Stage' AND d.data->'participation_events' <> '[]'
     AND turn.moment >= %(now)s))"""


class NextChange:
    """The next moment at which answers of a version may change, read once for each version."""

    def __init__(self) -> None:
        self.known: tuple[object, datetime] | None = None

    def after(self, now: datetime, version: object) -> datetime:
        """Give the moment; what is read is what this thread's connection sees."""
        if self.known is not None:
            known, moment = self.known
            if known == version and now < moment:
                return moment
        found = min(midnight(now), self.read(now))
        self.known = version, found
        return found

    def read(self, now: datetime) -> datetime:
        [(found,)] = fetch(NEXT, {"now": now, **zone()})
        return midnight(now) if found is None else found


def midnight(now: datetime) -> datetime:
    """Give the end of the day."""
    tomorrow = timezone.localdate(now, timezone.get_default_timezone()) + timedelta(days=1)
    return datetime.combine(tomorrow, time.min, timezone.get_default_timezone())
