"""All pages of a site with their languages, in the order of the tree: what a sitemap lists."""

from dataclasses import dataclass
from datetime import datetime

import orjson

from graphql_api import conf
from graphql_api.documents.reading import READABLE, Moment, fetch
from graphql_api.documents.tags import PAGES, note

LISTED = f"""{READABLE} AND d.path IS NOT NULL AND NOT d.is_archived
  AND d.locale = ANY(%(languages)s)"""

PAGE = f"""WITH total AS (SELECT count(*)::int AS n FROM graphql_api_document d WHERE {LISTED}),
page AS (
  SELECT d.key, d.locale, d.path, d.position, d.published_at
  FROM graphql_api_document d WHERE {LISTED}
  ORDER BY d.position OFFSET %(start)s LIMIT %(size)s
)
SELECT total.n, page.locale, page.path, page.published_at, languages.paths::text
FROM total LEFT JOIN page ON TRUE LEFT JOIN LATERAL (
  SELECT jsonb_object_agg(d.locale, d.path) AS paths
  FROM graphql_api_document d WHERE d.key = page.key AND {LISTED}
) languages ON TRUE
ORDER BY page.position"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in one language; paths: where it stands in each of its languages."""

    locale: str
    path: str
    published_at: datetime | None
    paths: dict[str, str]


def entries(moment: Moment, start: int, size: int) -> tuple[int, list[Entry]]:
    """Give how many pages there are, each language counted, and some of them; one statement."""
    note(PAGES)
    asked = {"languages": [*conf.languages()], "start": start, "size": size}
    found = fetch(PAGE, {**moment.parameters(), **asked})
    entries = [
        Entry(locale, path, published_at, orjson.loads(paths))
        for _total, locale, path, published_at, paths in found
        if locale is not None
    ]
    return found[0][0], entries
