"""What changed, in the order in which it became visible: the versions as a resumable feed."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from graphql_api.documents import reading
from graphql_api.documents.reading import SITE, Moment
from graphql_api.documents.tags import CHANGES as ANY_CHANGE
from graphql_api.documents.tags import PATH, note, path_of
from graphql_api.errors import InvalidCursor

PREFIX = "seq:"
LAST_SEQ = 2**63

# Each thing once, with its last change; what left this site is withdrawn from it.
CHANGES = f"""WITH here AS (SELECT {SITE} AS site)
SELECT v.seq, v.kind, v.key::text, v.locale, v.valid_from, last.path,
  v.data IS NULL OR v.site IS DISTINCT FROM last.site AS withdrawn
FROM here CROSS JOIN graphql_api_version v
CROSS JOIN LATERAL (
  SELECT p.site, p.path FROM graphql_api_version p
  WHERE p.key = v.key AND p.locale = v.locale AND p.seq <= v.seq
    AND (p.site IS NULL OR p.kind = 'Site' OR p.site = here.site)
  ORDER BY p.seq DESC LIMIT 1
) last
WHERE v.seq > %(after)s AND v.valid_to IS NULL
ORDER BY v.seq LIMIT %(limit)s"""

# The page that stood at a path last; whether it can be read is for others to say.
STOOD_AT = f"""SELECT v.key::text FROM graphql_api_version v
WHERE v.path = %(path)s AND v.site = {SITE} AND v.seq IS NOT NULL
ORDER BY v.seq DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of one thing in one language."""

    seq: int
    kind: str
    key: str
    locale: str
    at: datetime
    path: str | None
    withdrawn: bool


def changes(after: int, limit: int, moment: Moment) -> list[Change]:
    """Give what changed behind a place in the feed, at most `limit` things."""
    note(ANY_CHANGE)
    found = reading.fetch(CHANGES, {**moment.parameters(), "after": after, "limit": limit})
    return [Change(*values) for values in found]


def stood_at(path: str, moment: Moment) -> str | None:
    """Give the key of the page that was public at a path last."""
    note(PATH, [path_of(path)])
    found = reading.fetch(STOOD_AT, {**moment.parameters(), "path": path})
    return str(found[0][0]) if found else None


def cursor(seq: int) -> str:
    """Name a place in the feed."""
    return urlsafe_b64encode(f"{PREFIX}{seq}".encode()).decode()


def seq_of(text: str) -> int:
    """Give the place a cursor names; raise InvalidCursor for one this feed did not give."""
    try:
        seq = int(urlsafe_b64decode(text.encode()).decode().removeprefix(PREFIX))
    except ValueError:
        seq = -1
    if not 0 <= seq < LAST_SEQ or cursor(seq) != text:
        raise InvalidCursor("This cursor is not one of this feed.")
    return seq
