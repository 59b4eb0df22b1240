"""What changes made invalid, as cache tags, read from the versions: the outbox of all purges.

A version says what a document was before and is now: an answer that read it, or looked where it
stood or stands, has one of its tags. Some documents show what others are; they are named too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from graphql_api import conf
from graphql_api.documents.tags import (
    CHANGES,
    CHILDREN,
    DOCUMENT,
    EVERYTHING,
    FACET,
    KIND,
    MENU,
    PAGES,
    PATH,
    POSITION,
    in_language,
    path_of,
    tag,
)

# More than that, and everything is purged at once: Cloudflare takes 25 requests in one go, each of
# a hundred tags.
MOST_VERSIONS = 1_000
MOST_TAGS = 2_000

LAST = "SELECT COALESCE(max(seq), 0) FROM graphql_api_version"

COLUMNS = """{0}.kind, {0}.key::text, {0}.locale, {0}.path, {0}.position, {0}.parent::text,
  {0}.facets, {0}.data->>'path', {0}.data @> '{{"show_in_menus": true}}'"""
DATES = "{0}.parent, {0}.starts_on, {0}.ends_on, {0}.expires_at, {0}.data IS NULL"

# Each version with the one before it. shifts: an initiative without days of its own may have other
# days by it.
CHANGED = f"""SELECT {COLUMNS.format("v")}, {COLUMNS.format("b")},
  v.kind = 'Stage' AND ({DATES.format("v")}) IS DISTINCT FROM ({DATES.format("b")}) AS shifts
FROM graphql_api_version v LEFT JOIN LATERAL (
  SELECT * FROM graphql_api_version p
  WHERE p.key = v.key AND p.locale = v.locale AND p.seq < v.seq ORDER BY p.seq DESC LIMIT 1
) b ON TRUE
WHERE v.seq > %(after)s AND v.seq <= %(last)s ORDER BY v.seq LIMIT {MOST_VERSIONS + 1}"""

# Redirects that lead to what changed, or from where it stands; and initiatives whose days shift.
SHOWING = f"""SELECT {COLUMNS.format("d")} FROM graphql_api_document d
WHERE d.key = ANY(%(initiatives)s::uuid[]) AND d.starts_on IS NULL AND d.ends_on IS NULL
  OR d.kind = 'Redirect' AND (
  d.data->>'page' = ANY(%(keys)s) OR d.data->>'link_path' = ANY(%(paths)s)
  OR rtrim(d.data->>'path', '/') = ANY(%(bare)s))"""
SITE = "Site"
REDIRECT = "Redirect"


@dataclass(frozen=True, slots=True)
class Said:
    """What a version says of where it is found; redirected: the path that it leads away from."""

    kind: str
    key: str
    locale: str
    path: str | None
    position: str | None
    parent: str | None
    facets: Sequence[str]
    redirected: str | None
    is_in_menus: bool | None

    def named(self) -> Iterator[tuple[str, str]]:
        """Yield what about, and which value: of all answers that may say or find it."""
        yield CHANGES, ""
        yield DOCUMENT, self.key
        yield KIND, self.kind
        # What has no language is found in all of them.
        for language in [self.locale] if self.locale else conf.languages():
            yield KIND, in_language(self.kind, language)
        yield from self.places()
        if self.is_in_menus:
            yield MENU, ""
        if self.kind == SITE:
            yield EVERYTHING, ""

    def places(self) -> Iterator[tuple[str, str]]:
        found = [(CHILDREN, self.parent), (POSITION, self.position)]
        found += [(PATH, path and path_of(path)) for path in (self.path, self.leads_from)]
        found += [(FACET, facet) for facet in self.facets]
        named = [(about, value) for about, value in found if value]
        yield from named
        if named:
            yield PAGES, ""

    @property
    def leads_from(self) -> str | None:
        return self.redirected if self.kind == REDIRECT else None


WIDTH = len(Said.__slots__)


def last_seq() -> int:
    """Give the number of the last version."""
    [(last,)] = fetched(LAST, {})
    return int(last)


def invalid(after: int, last: int) -> list[str]:
    """Give the tags that the versions behind one, up to another, made invalid; in order.

    That of everything, where they are many, were counted anew, or it is not known what came before.
    """
    if not 0 < after <= last:
        return [tag(EVERYTHING)]
    rows = fetched(CHANGED, {"after": after, "last": last})
    if len(rows) > MOST_VERSIONS:
        return [tag(EVERYTHING)]
    named = {one for said in affected(rows) for one in said.named()}
    if len(named) > MOST_TAGS or (EVERYTHING, "") in named:
        return [tag(EVERYTHING)]
    return sorted(tag(*one) for one in named)


def affected(rows: Sequence[tuple[Any, ...]]) -> list[Said]:
    """Give what was and is said where something changed, and what shows that."""
    changed: list[Said] = []
    initiatives: set[str | None] = set()
    for *values, shifts in rows:
        both = [Said(*half) for half in (values[:WIDTH], values[WIDTH:]) if half[0] is not None]
        changed += both
        initiatives.update(said.parent for said in both if shifts)
    return [*changed, *showing(changed, initiatives - {None})]


def showing(changed: Sequence[Said], initiatives: set[str | None]) -> list[Said]:
    """Give the documents that show what others are, as they stand now."""
    paths = {said.path for said in changed if said.path}
    asked = {
        "initiatives": [*initiatives],
        "keys": [said.key for said in changed],
        "paths": [*paths],
        "bare": [path_of(path) for path in paths],
    }
    return [Said(*values) for values in fetched(SHOWING, asked)]


def fetched(sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
