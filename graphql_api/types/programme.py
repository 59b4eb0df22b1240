"""The programme that holds everything together."""

from typing import Any

import strawberry

from graphql_api.types.asking import asks_whole
from graphql_api.types.content import Content
from graphql_api.types.declaration import register_page_type
from graphql_api.types.fields import Info, references
from graphql_api.types.leitbild import LeitbildHistoryType
from graphql_api.types.page import Page, listed_with
from graphql_api.types.vision import VisionType
from vision_pages.models import ProgrammePage


@register_page_type(
    ProgrammePage,
    name="Programme",
    description="The entrance to all that the city plans for what it wants to become.",
)
class ProgrammeType(Content):
    featured: list[Page] = references("The pages it shows first.")

    @strawberry.field(description="Its readable visions, in the order of the tree.")
    async def visions(self, root: strawberry.Parent[Any], info: Info) -> list[VisionType]:
        rows = await info.context.loader.children(
            root.key, root.chain, frozenset({"Vision"}), whole=asks_whole(info)
        )
        return listed_with(root, rows)

    @strawberry.field(description="The history of the Leitbild below it.")
    async def leitbild_history(
        self, root: strawberry.Parent[Any], info: Info
    ) -> LeitbildHistoryType | None:
        kinds = frozenset({"LeitbildHistory"})
        rows = await info.context.loader.children(
            root.key, root.chain, kinds, whole=asks_whole(info)
        )
        return rows[0] if rows else None
