"""What a document gives to search: its words by weight, and the text excerpts are cut from."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb

from graphql_api.documents.projection import DocumentRow
from graphql_api.documents.registry import Weight
from graphql_api.documents.search.analysis import MOST_LETTERS, analysed, stem
from graphql_api.documents.search.languages import language
from graphql_api.documents.search.texts import text

Entry = dict[str, Any]

HEAD = frozenset({Weight.TITLE, Weight.FORMER_NAME})

# What search needs of the document to count and to filter; a trigger keeps it the document's.
COPIED = "key, locale, kind, site, expires_at, is_archived, starts_on"
OF_DOCUMENT = ", ".join(f"d.{column}" for column in COPIED.split(", "))

SAID = """jsonb_to_recordset(%s) AS said(source text, head text, vector text, text text)
JOIN graphql_api_document d USING (source)"""
WRITE = f"""
INSERT INTO graphql_api_searchentry AS e (document_id, {COPIED}, head, vector, text)
SELECT d.id, {OF_DOCUMENT}, said.head::tsvector, said.vector::tsvector, said.text FROM {SAID}
ON CONFLICT (document_id) DO UPDATE
SET (head, vector, text) = (excluded.head, excluded.vector, excluded.text)
WHERE (e.head, e.vector, e.text) IS DISTINCT FROM (excluded.head, excluded.vector, excluded.text)
"""
ADD_WORDS = """
INSERT INTO graphql_api_searchword (locale, word, stem)
SELECT locale, word, stem FROM jsonb_to_recordset(%s) AS said(locale text, word text, stem text)
ON CONFLICT DO NOTHING
"""
# Of each source: whether its entry, or a word of the list, is another than it should be.
DIFFERENT = f"""
SELECT d.source FROM {SAID} LEFT JOIN graphql_api_searchentry e ON e.document_id = d.id
WHERE (e.{", e.".join(COPIED.split(", "))}, e.head, e.vector, e.text)
  IS DISTINCT FROM ({OF_DOCUMENT}, said.head::tsvector, said.vector::tsvector, said.text)
"""
MISSING_WORDS = """
SELECT DISTINCT locale, word
FROM jsonb_to_recordset(%s) AS said(locale text, word text, stem text)
WHERE NOT EXISTS (
  SELECT FROM graphql_api_searchword w
  WHERE (w.locale, w.word, w.stem) = (said.locale, said.word, said.stem))
"""
# A word stays when its last document goes, until this is run: it only widens what is asked.
FORGET = """
DELETE FROM graphql_api_searchword w WHERE NOT EXISTS (
  SELECT FROM ts_stat('SELECT vector FROM graphql_api_searchentry') s
  WHERE s.word = w.locale || ':' || w.word)
"""


def write(rows: Iterable[DocumentRow]) -> None:
    """Make the entries of these documents what they say."""
    entries = [entry(row) for row in rows if is_found(row)]
    if entries:
        with connection.cursor() as cursor:
            cursor.execute(WRITE, [as_json(entries)])
            cursor.execute(ADD_WORDS, [as_json(listed(entries))])


def different(rows: Iterable[DocumentRow]) -> set[str]:
    """Name the sources of those documents whose entries are not what they should be."""
    entries = [entry(row) for row in rows if is_found(row)]
    if not entries:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(DIFFERENT, [as_json(entries)])
        wrong = {source for (source,) in cursor.fetchall()}
        cursor.execute(MISSING_WORDS, [as_json(listed(entries))])
        missing = set(cursor.fetchall())
    return wrong | {
        one["source"]
        for one in entries
        if any((one["locale"], word) in missing for word in one["words"])
    }


def forget_unused_words() -> None:
    """Forget the words that no document has any more."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET)


def is_found(row: DocumentRow) -> bool:
    """Say whether search finds a document: a page, since it has an address to go to."""
    return row.path is not None


def entry(row: DocumentRow) -> Entry:
    """Give a document's entry: made of its kind, its language and its data alone."""
    said = list(weighted(row))
    whole = analysed(((weight.value, words) for weight, words in said), row.locale)
    head = ((weight.value, words) for weight, words in said if weight in HEAD)
    body = "\n".join(words for weight, words in said if weight not in HEAD)
    return {
        "source": row.source,
        "locale": row.locale,
        "head": analysed(head, row.locale).vector,
        "vector": whole.vector,
        "text": body[:MOST_LETTERS],
        "words": sorted(whole.words),
    }


def weighted(row: DocumentRow) -> Iterator[tuple[Weight, str]]:
    """Yield what a document says in words, the weightiest first."""
    weights = {} if row.registration is None else row.registration.weights
    for name in sorted(weights, key=lambda name: weights[name].value):
        if words := text(row.data.get(name)):
            yield weights[name], words


def listed(entries: Iterable[Entry]) -> list[dict[str, str]]:
    """Give the words of entries with their stems, in the order in which all writers take them."""
    found = sorted({(one["locale"], word) for one in entries for word in one["words"]})
    return [
        {"locale": locale, "word": word, "stem": stem(word, language(locale))}
        for locale, word in found
    ]


def as_json(value: Any) -> Any:
    return Jsonb(value, dumps=lambda found: json.dumps(found, ensure_ascii=False))
