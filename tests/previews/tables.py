"""All that the API reads, as it is public or through a draft."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from graphql_api.previews.reading import reading_draft

BEGUN = datetime.now(UTC).replace(microsecond=0)
NEW = 2**62  # from where on a draft numbers what is not public

DOCUMENTS = """SELECT id, kind, key::text, locale, site, path, position, parent::text, content_hash,
  sort_key, starts_on, ends_on, status_override, is_archived, facets, first_published_at,
  published_at, expires_at, data, card FROM graphql_api_document"""
ENTRIES = """SELECT document_id AS id, kind, key::text, locale, site, expires_at, is_archived,
  starts_on, head::text, vector::text, text FROM graphql_api_searchentry"""
WORDS = "SELECT locale, word, stem FROM graphql_api_searchword ORDER BY locale, word"

Tables = dict[str, Any]


def tables(draft: UUID | None = None) -> Tables:
    """Read what the API reads: documents and entries by key and language, and all words."""
    with reading_draft(draft), connection.cursor() as cursor:
        found: Tables = {
            name: {place(row): row for row in rows(cursor, sql)}
            for name, sql in {"document": DOCUMENTS, "entry": ENTRIES}.items()
        }
        cursor.execute(WORDS)
        return found | {"words": dict.fromkeys(cursor.fetchall(), "")}


def rows(cursor: Any, sql: str) -> list[dict[str, Any]]:
    cursor.execute(sql)
    names = [column.name for column in cursor.description]
    found = [dict(zip(names, map(timeless, row), strict=True)) for row in cursor.fetchall()]
    for row in found:
        for name in {"data", "card"} & {*names}:
            row[name] = json.loads(row[name])
    return found


def timeless(value: Any) -> Any:
    """Say only that a moment lies in this run: publishing comes after its preview."""
    return "now" if isinstance(value, datetime) and value >= BEGUN else value


def place(row: dict[str, Any]) -> Any:
    """Name a row; a redirect by its path, as its key comes with its number."""
    if row["kind"] == "Redirect":
        row |= {"id": None, "key": None}
        return row["site"], row["data"]["path"]
    return row["key"], row["locale"]


def differences(preview: Tables, public: Tables) -> list[str]:
    """Say in which rows and columns a preview is another than what was published."""
    return [
        f"{name} {key} {column}: {shown!r} / {said!r}"
        for name in public
        for key in {**preview[name], **public[name]}
        for column, shown, said in compared(preview[name].get(key), public[name].get(key))
    ]


def compared(shown: Any, said: Any) -> list[tuple[str, Any, Any]]:
    if not (isinstance(shown, dict) and isinstance(said, dict)):
        return [] if shown == said else [("", shown, said)]
    if (shown["id"] or 0) > NEW:
        shown = {**shown, "id": said["id"]}
    if "data" in said:
        shown, said = ({**row["data"], **row, "data": None, "card": None} for row in (shown, said))
    return [
        (name, shown.get(name), said.get(name))
        for name in {**shown, **said}
        if shown.get(name) != said.get(name)
    ]
