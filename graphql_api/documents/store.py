"""Writing documents and their entries in search: only what differs, so that nothing is announced
for nothing.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb

from graphql_api.documents.projection import STORED, DocumentRow
from graphql_api.documents.search import entries

VALUES = ", ".join(STORED)
NEW = ", ".join(f"excluded.{column}" for column in STORED)
OLD = ", ".join(f"d.{column}" for column in STORED)

WITHDRAW = "DELETE FROM graphql_api_document WHERE source = ANY(%s)"
WRITE = f"""
INSERT INTO graphql_api_document AS d ({VALUES})
SELECT {VALUES} FROM jsonb_populate_recordset(NULL::graphql_api_document, %s)
ON CONFLICT (source) DO UPDATE SET ({VALUES}) = ROW ({NEW})
WHERE ({OLD}) IS DISTINCT FROM ({NEW})
RETURNING source
"""


def write(sources: Iterable[str], rows: list[DocumentRow]) -> set[str]:
    """Make `rows` the documents of `sources`, and name those of them that were others, or none.

    A source without a row is withdrawn. Search follows what was written.
    """
    gone = sorted({*sources} - {row.source for row in rows})
    written: set[str] = set()
    with connection.cursor() as cursor:
        if gone:
            cursor.execute(WITHDRAW, [gone])
        if rows:
            values: Any = Jsonb([row.stored() for row in rows], dumps=dumps)
            cursor.execute(WRITE, [values])
            written = {source for (source,) in cursor.fetchall()}
    entries.write(row for row in rows if row.source in written)
    return written


def dumps(value: object) -> str:
    return json.dumps(value, default=str)
