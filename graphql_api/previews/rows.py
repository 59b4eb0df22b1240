"""Writing the rows of a draft, with what search needs of them."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb

from graphql_api.documents.projection import STORED, DocumentRow
from graphql_api.documents.search.entries import as_json, entry, is_found, listed
from graphql_api.documents.store import dumps
from graphql_api.previews.models import Draft

COLUMNS = [name for name in STORED if name not in {"requires", "mentions"}]
SAID = ", ".join(COLUMNS)
OF_DOCUMENT = ", ".join(f"d.{name}" for name in COLUMNS)
ENTRY = ("head", "vector", "text")

WRITE = f"""
INSERT INTO graphql_api_draftrow (draft_id, document_id, {SAID}, head, vector, text)
SELECT %s, (
    SELECT d.id FROM graphql_api_document d WHERE d.key = said.key AND d.locale = said.locale
  ), {SAID}, head, vector, COALESCE(text, '')
FROM jsonb_populate_recordset(NULL::graphql_api_draftrow, %s) said
ON CONFLICT (draft_id, key, locale) DO NOTHING
"""
# What is moved says what it said; what the draft says already is not said again.
WRITE_MOVED = f"""
INSERT INTO graphql_api_draftrow (draft_id, document_id, {SAID}, head, vector, text)
SELECT %(draft)s, d.id, {OF_DOCUMENT.replace("d.path", "%(to)s || substr(d.path, %(cut)s)")},
  e.head, e.vector, COALESCE(e.text, '')
FROM graphql_api_document d LEFT JOIN graphql_api_searchentry e ON e.document_id = d.id
WHERE d.site = %(site)s AND d.locale = %(locale)s AND starts_with(d.path, %(from)s)
ON CONFLICT (draft_id, key, locale) DO NOTHING
"""
ADD_WORDS = """
INSERT INTO graphql_api_draftword (draft_id, locale, word, stem)
SELECT %s, said.locale, said.word, said.stem
FROM jsonb_to_recordset(%s) AS said(locale text, word text, stem text)
WHERE NOT EXISTS (
  SELECT FROM graphql_api_searchword w WHERE (w.locale, w.word) = (said.locale, said.word))
"""


def write(draft: Draft, rows: Iterable[DocumentRow]) -> None:
    """Write documents with their entries in search, and the words that nobody else says."""
    said = [(row, entry(row) if is_found(row) else None) for row in rows]
    values: Any = Jsonb([columns(row) | (found or {}) for row, found in said], dumps=dumps)
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [draft.pk, values])
        words = listed(found for _row, found in said if found)
        if words:
            cursor.execute(ADD_WORDS, [draft.pk, as_json(words)])


def columns(row: DocumentRow) -> dict[str, Any]:
    stored = row.stored()
    return {name: stored[name] for name in COLUMNS}


def write_moved(draft: Draft, own: DocumentRow, before: str) -> None:
    """Write the documents below an address that is another now, with their new ones."""
    place = {"site": own.site, "locale": own.locale, "from": before, "to": own.path}
    with connection.cursor() as cursor:
        cursor.execute(WRITE_MOVED, {"draft": draft.pk, "cut": len(before) + 1, **place})


def hide(draft: Draft, kind: str, keys: Iterable[str]) -> None:
    """Hide public documents that have no language."""
    rows = (draft.rows.model(draft=draft, kind=kind, key=key) for key in keys)
    draft.rows.bulk_create(rows, ignore_conflicts=True)
