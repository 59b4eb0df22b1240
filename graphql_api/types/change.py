"""The feed of changes: what became public or was withdrawn, to be asked again and again."""

from datetime import datetime
from enum import Enum
from typing import Any

import strawberry
from strawberry.relay import PageInfo

from graphql_api.documents import feed
from graphql_api.types.asking import asks_whole
from graphql_api.types.fields import Info
from graphql_api.types.node import GlobalId, Node
from graphql_api.types.values import LocaleCode


@strawberry.enum(description="What happened to a thing last.")
class ChangeAction(Enum):
    PUBLISHED = strawberry.enum_value("published", description="It became public, or says more.")
    WITHDRAWN = strawberry.enum_value("withdrawn", description="It is not public any more.")


@strawberry.type(description="The last change of one thing in one language.")
class Change:
    change: strawberry.Private[feed.Change]

    @strawberry.field(description="The thing's id, also of what is gone.")
    def id(self) -> strawberry.ID:
        change = self.change
        return strawberry.ID(str(GlobalId(change.kind, change.key, change.locale)))

    @strawberry.field(description="The name of its type.")
    def type(self) -> str:
        return self.change.kind

    @strawberry.field(description="Its language; null for what has none.")
    def locale(self) -> LocaleCode | None:
        return LocaleCode(self.change.locale) if self.change.locale else None

    @strawberry.field(description="What happened to it last.")
    def action(self) -> ChangeAction:
        return ChangeAction.WITHDRAWN if self.change.withdrawn else ChangeAction.PUBLISHED

    @strawberry.field(description="When that became visible.")
    def at(self) -> datetime:
        return self.change.at

    @strawberry.field(description="A page's path; of one that is gone, the last it had.")
    def path(self) -> str | None:
        return self.change.path

    @strawberry.field(description="The thing as it is now; null for what cannot be read.")
    async def node(self, info: Info) -> Node | None:
        change = self.change
        if change.withdrawn or info.schema.get_type_by_name(change.kind) is None:
            return None
        row: Any = await info.context.loader.found(
            change.key, (change.locale,), whole=asks_whole(info)
        )
        return row


@strawberry.type(description="A change with its place in the feed.")
class ChangeEdge:
    node: Change = strawberry.field(description="The change.")
    cursor: str = strawberry.field(description="Its place in the feed.")


@strawberry.type(
    description="A part of the feed of changes. Ask on with `after: endCursor` until "
    "`hasNextPage` is false, keep `endCursor`, and ask again later: nothing is missed. "
    "A thing that changed several times comes once, with its last change."
)
class ChangeConnection:
    edges: list[ChangeEdge] = strawberry.field(description="The changes with their places.")
    nodes: list[Change] = strawberry.field(description="The changes alone.")
    page_info: PageInfo = strawberry.field(
        description="Whether there is more; `endCursor` is where to go on, also if nothing came."
    )


def change_connection(found: list[feed.Change], size: int, after: int) -> ChangeConnection:
    """Give a part of the feed of which one change more was read than is shown."""
    shown = [Change(change=change) for change in found[:size]]
    cursors = [feed.cursor(change.seq) for change in found[:size]]
    return ChangeConnection(
        edges=[ChangeEdge(node=node, cursor=at) for node, at in zip(shown, cursors, strict=True)],
        nodes=shown,
        page_info=PageInfo(
            has_next_page=len(found) > size,
            has_previous_page=after > 0,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else feed.cursor(after),
        ),
    )
