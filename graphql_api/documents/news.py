"""The pages that were published last, in one language: what a feed of news tells."""

from dataclasses import dataclass
from datetime import datetime

from graphql_api.documents.reading import READABLE, Moment, fetch

# What they say is read once it is known which they are.
NEWEST = f"""SELECT d.key::text, d.path, d.data->>'title',
  COALESCE(NULLIF(d.data->>'summary', ''), d.data->>'search_description', ''),
  d.first_published_at, COALESCE(d.published_at, d.first_published_at)
FROM (
  SELECT d.id FROM graphql_api_document d
  WHERE {READABLE} AND d.path IS NOT NULL AND NOT d.is_archived AND d.locale = %(locale)s
    AND d.first_published_at IS NOT NULL
  ORDER BY d.first_published_at DESC, d.position LIMIT %(limit)s
) newest JOIN graphql_api_document d USING (id)
ORDER BY d.first_published_at DESC, d.position"""


@dataclass(frozen=True, slots=True)
class News:
    """A page that was published: for the first time, and as it is now."""

    key: str
    path: str
    title: str
    summary: str
    published_at: datetime
    updated_at: datetime


def newest(locale: str, limit: int, moment: Moment) -> list[News]:
    """Give the pages that were published last in a language, the newest first."""
    found = fetch(NEWEST, {**moment.parameters(), "locale": locale, "limit": limit})
    return [News(*values) for values in found]
