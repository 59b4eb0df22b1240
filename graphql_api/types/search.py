"""What a search gives: pages with the places where the words stand, facets, corrections."""

from html import escape

import strawberry
from strawberry.relay import PageInfo

from graphql_api.documents.rows import Row
from graphql_api.documents.search.excerpts import Piece, excerpt, marked
from graphql_api.documents.search.hits import Hits
from graphql_api.documents.search.queries import Query
from graphql_api.types.facets import Facet, StringFacet
from graphql_api.types.fields import value
from graphql_api.types.page import Page


@strawberry.type(description="A piece of a text: a word found, or what stands between two.")
class MarkedTextPart:
    text: str = strawberry.field(description="Plain text.")
    marked: bool = strawberry.field(description="It is what was searched for.")


@strawberry.type(description="A text in which the words found are marked.")
class MarkedText:
    pieces: strawberry.Private[list[Piece]]

    @strawberry.field(description="As safe HTML: nothing but text and `<mark>`.")
    def html(self) -> str:
        return "".join(
            f"<mark>{escape(piece.text)}</mark>" if piece.marked else escape(piece.text)
            for piece in self.pieces
        )

    @strawberry.field(description="Piece by piece, to be marked in the frontend's own way.")
    def parts(self) -> list[MarkedTextPart]:
        return [MarkedTextPart(text=piece.text, marked=piece.marked) for piece in self.pieces]


@strawberry.type(description="A page that was found.")
class SearchEdge:
    row: strawberry.Private[Row]
    text: strawberry.Private[str]
    query: strawberry.Private[Query]
    cursor: str = strawberry.field(description="Its place, for `after`.")

    @strawberry.field(description="The page.")
    def node(self) -> Page:
        return self.row  # type: ignore[return-value]

    @strawberry.field(description="The page's title.")
    def title(self) -> MarkedText:
        return MarkedText(pieces=marked(value(self.row, "title") or "", self.query))

    @strawberry.field(
        description="The part of the page's text that holds most of the words, "
        "or its beginning where only title or former name hold them; 240 letters at most."
    )
    def excerpt(self) -> MarkedText:
        return MarkedText(pieces=excerpt(self.text, self.query))


@strawberry.type(
    description="What the pages found can be narrowed to. The counts of a facet leave out what is "
    "chosen of it, so that something else can be chosen."
)
class SearchFacets:
    types: list[StringFacet] = strawberry.field(
        description="The names of types, for `types`, the most frequent first."
    )
    years: list[Facet[int]] = strawberry.field(
        description="Years in which something begins or happened, for `years`, the latest first."
    )


@strawberry.type(description="A page of what was found, the best first.")
class SearchConnection:
    edges: list[SearchEdge] = strawberry.field(description="The pages with their excerpts.")
    nodes: list[Page] = strawberry.field(description="The pages alone.")
    page_info: PageInfo = strawberry.field(description="What lies before and behind.")
    total_count: int = strawberry.field(description="How many were found in all.")
    facets: SearchFacets = strawberry.field(description="What they can be narrowed to.")
    did_you_mean: str | None = strawberry.field(
        description="The query in better spelling, where a word of it is in no page; "
        "what is found is found by this one."
    )


@strawberry.type(description="A page whose title or former name goes on as typed.")
class SearchSuggestion:
    row: strawberry.Private[Row]
    query: strawberry.Private[Query]

    @strawberry.field(description="The page's title.")
    def title(self) -> MarkedText:
        return MarkedText(pieces=marked(value(self.row, "title") or "", self.query, least=1))

    @strawberry.field(description="The page.")
    def node(self) -> Page:
        return self.row  # type: ignore[return-value]


def facets(hits: Hits) -> SearchFacets:
    types = sorted(hits.types.items(), key=lambda one: (-one[1], one[0]))
    years = sorted(hits.years.items(), reverse=True)
    return SearchFacets(
        types=[StringFacet(value=kind, count=count) for kind, count in types],
        years=[Facet(value=year, count=count) for year, count in years],
    )
