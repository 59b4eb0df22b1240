"""How the root fields `search` and `searchSuggestions` find pages."""

from collections.abc import Sequence
from typing import Any

from strawberry.relay import PageInfo

from graphql_api.documents.choosing import Chain
from graphql_api.documents.listing import Window, cursor
from graphql_api.documents.search.corrections import corrected
from graphql_api.documents.search.hits import Hits, Search
from graphql_api.documents.search.queries import Query, parsed
from graphql_api.documents.search.suggestions import suggestions
from graphql_api.documents.search.words import widened
from graphql_api.errors import InvalidArgument
from graphql_api.types.asking import asks_whole
from graphql_api.types.conditions import Conditions
from graphql_api.types.fields import Info
from graphql_api.types.filters import SearchFilter
from graphql_api.types.search import SearchConnection, SearchEdge, SearchSuggestion, facets

SUGGESTIONS = 8


def search(
    info: Info,
    text: str,
    chain: Chain,
    types: list[str] | None,
    years: list[int] | None,
    filter: SearchFilter | None,
    window: Window,
) -> SearchConnection:
    """Find pages by their words; archived ones only for who asks for them."""
    present(info)
    window.checked()
    conditions = Conditions(chain[0])
    search = Search(
        queries=widened([parsed(text, locale) for locale in chain]),
        types=types,
        years=years,
        conditions=() if filter and filter.archived is not None else ("NOT d.is_archived",),
        filter=filter.sql(conditions) if filter else "",
        parameters=conditions.parameters,
        whole=asks_whole(info),
    )
    return found(text, search.queries, search.page(window, info.context.moment))


def found(text: str, queries: Sequence[Query], hits: Hits) -> SearchConnection:
    by_locale = {query.locale: query for query in queries}
    cursors = [cursor(hits.start + index) for index in range(len(hits.hits))]
    return SearchConnection(
        edges=[
            SearchEdge(row=hit.row, text=hit.text, query=by_locale[hit.row.locale], cursor=place)
            for hit, place in zip(hits.hits, cursors, strict=True)
        ],
        nodes=[hit.row for hit in hits.hits],  # type: ignore[misc]
        page_info=PageInfo(
            has_next_page=hits.start + len(cursors) < hits.total,
            has_previous_page=hits.start > 0 and hits.total > 0,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        ),
        total_count=hits.total,
        facets=facets(hits),
        did_you_mean=corrected(text, queries, hits.hits),
    )


def suggest(info: Info, text: str, chain: Chain, first: int | None) -> list[SearchSuggestion]:
    """Give the pages whose titles go on as typed."""
    present(info)
    size = Window(first=SUGGESTIONS if first is None else first).checked().size
    queries = {locale: parsed(text, locale) for locale in chain}
    rows: list[Any] = suggestions(
        list(queries.values()), size, info.context.moment, whole=asks_whole(info)
    )
    return [SearchSuggestion(row=row, query=queries[row.locale]) for row in rows]


def present(info: Info) -> None:
    """Refuse to search a past moment: the words of what was said then are not kept."""
    if info.context.as_of is not None:
        raise InvalidArgument("Search knows what is said now, not what was said as of a moment.")
