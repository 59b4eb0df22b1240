"""Relay's connections, with the count of all and the nodes without their edges."""

from typing import Any, Generic, TypeVar

import strawberry
from strawberry.relay import PageInfo

from graphql_api.documents.listing import Page, cursor

NodeType = TypeVar("NodeType")


@strawberry.type(description="A node of a list, with its place.")
class Edge(Generic[NodeType]):
    node: NodeType = strawberry.field(description="The node.")
    cursor: str = strawberry.field(description="Its place, for `after` and `before`.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[NodeType]):
    edges: list[Edge[NodeType]] = strawberry.field(description="The nodes with their places.")
    nodes: list[NodeType] = strawberry.field(description="The nodes alone.")
    page_info: PageInfo = strawberry.field(description="What lies before and behind this page.")
    total_count: int = strawberry.field(description="How many there are in all.")


def connection(page: Page) -> Any:
    """Give a page of documents as a connection."""
    total: Any = page.total  # none where nobody asks for it
    cursors = [cursor(page.start + index) for index in range(len(page.rows))]
    return Connection(
        edges=[Edge(node=row, cursor=place) for row, place in zip(page.rows, cursors, strict=True)],
        nodes=list(page.rows),
        page_info=PageInfo(
            has_next_page=page.goes_on,
            has_previous_page=page.has_begun,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        ),
        total_count=total,
    )
