"""Finding by words, and the feed of what changed."""

from typing import Annotated

import strawberry

from graphql_api.documents.listing import Window
from graphql_api.lookups import (
    changes,
    languages,
)
from graphql_api.searching import (
    search,
    suggest,
)
from graphql_api.types.change import ChangeConnection
from graphql_api.types.fields import Info
from graphql_api.types.filters import SearchFilter
from graphql_api.types.search import (
    SearchConnection,
    SearchSuggestion,
)
from graphql_api.types.values import (
    Fallback,
    LocaleCode,
)


@strawberry.type
class Finding:
    @strawberry.field(
        description="Pages by their words, the best first. Any text is a query: its first 300 "
        "letters and 12 words count, and words in quotation marks stand together."
    )
    def search(
        self,
        info: Info,
        query: str,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        types: list[str] | None = None,
        years: list[int] | None = None,
        filter: SearchFilter | None = None,
        first: int | None = None,
        after: str | None = None,
        offset: int | None = None,
    ) -> SearchConnection:
        window = Window(first, after, offset=offset)
        return search(info, query, languages(locale, fallback), types, years, filter, window)

    @strawberry.field(
        description="Pages whose title or former name goes on as typed; 8 unless asked otherwise."
    )
    def search_suggestions(
        self,
        info: Info,
        query: str,
        locale: LocaleCode | None = None,
        fallback: Fallback = Fallback.CHAIN,
        first: int | None = None,
    ) -> list[SearchSuggestion]:
        return suggest(info, query, languages(locale, fallback), first)

    @strawberry.field(
        description="What changed, oldest first, deletions included: a feed to be resumed."
    )
    def changes(
        self,
        info: Info,
        after: Annotated[
            str | None,
            strawberry.argument(description="Where to go on; from the beginning if null."),
        ] = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many changes at most.")
        ] = None,
    ) -> ChangeConnection:
        return changes(info, after, first)
