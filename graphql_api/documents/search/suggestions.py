"""Pages whose title, or former name, goes on as somebody began to type."""

from collections.abc import Sequence
from itertools import starmap

from graphql_api.documents import reading
from graphql_api.documents.choosing import in_chain
from graphql_api.documents.reading import FROM, READABLE, Moment, columns
from graphql_api.documents.rows import Row
from graphql_api.documents.search.hits import SERVED
from graphql_api.documents.search.queries import Query, some
from graphql_api.documents.tags import PAGES, note

SUGGESTIONS = f"""SELECT {{columns}} {FROM} JOIN (
  SELECT d.document_id, d.rank, d.length FROM (
    SELECT e.*, e.head @@ %(exact)s::tsquery AS rank,
      length(ts_filter(e.head, '{{{{a}}}}')) AS length
    FROM graphql_api_searchentry e WHERE e.head @@ %(wanted)s::tsquery
  ) d WHERE NOT d.is_archived AND {READABLE} AND {{served}}
  ORDER BY d.rank DESC, d.length, d.document_id LIMIT %(size)s
) found ON found.document_id = d.id ORDER BY found.rank DESC, found.length, found.document_id"""


def suggestions(
    queries: Sequence[Query], size: int, moment: Moment, *, whole: bool = False
) -> list[Row]:
    """Give the pages with a title that holds all words typed, of the last one the beginning."""
    note(PAGES)
    asking = [query for query in queries if query.parts]
    if not asking:
        return []
    chain = tuple(query.locale for query in queries)
    asked = {
        "wanted": some(query.beginning() for query in asking),
        "exact": some(query.every("exact") for query in asking),
        "locale": chain[0],
        "chain": list(chain),
        "size": size,
    }
    sql = SUGGESTIONS.format(
        served=SERVED if len(queries) > 1 else "TRUE",
        columns=columns("TRUE" if whole else "FALSE"),
    )
    rows = starmap(Row, reading.fetch(sql, {**moment.parameters(), **asked}))
    return [in_chain(row, chain) for row in rows]
