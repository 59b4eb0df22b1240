"""Visions."""

from typing import Annotated, Any

import strawberry

from graphql_api.documents.choosing import in_use
from graphql_api.documents.listing import Page, Window, sliced
from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Row
from graphql_api.types.asking import asks, asks_whole
from graphql_api.types.blocks import QualityBlockType
from graphql_api.types.connection import Connection, connection
from graphql_api.types.declaration import register_page_type
from graphql_api.types.fields import Info, derived, fact, keys, parts, references
from graphql_api.types.initiative import Initiative
from graphql_api.types.rich_text import RichText, rich_text
from graphql_api.types.taxonomy import StrategyType
from vision_pages.models import VisionPage
from vision_pages.models.vision import Scope

ScopeType = strawberry.enum(Scope, name="Scope", description="Whom a vision is about.")
ProjectType = Annotated["ProjectType", strawberry.lazy("graphql_api.types.project")]  # type: ignore[misc]
LeitbildEntryType = Annotated["LeitbildEntryType", strawberry.lazy("graphql_api.types.leitbild")]  # type: ignore[misc]


def linked_visions(description: str) -> Any:
    async def resolve(root: Row, info: Info, name: str) -> list[Row]:
        loader, chain, whole = info.context.loader, root.chain, asks_whole(info)
        kinds = frozenset({"Vision"})
        there = loader.referring(f"{name}:{root.key}", chain, kinds, whole=whole)
        here = loader.found_all(keys(root, name), chain, whole=whole)
        linked = [*await here, *await there]
        return list({row.key: row for row in linked}.values())

    return derived(resolve, description)


@strawberry.type(description="A page of the projects of a vision.")
class VisionProjectConnection(Connection[ProjectType]):
    pass


@register_page_type(
    VisionPage,
    name="Vision",
    description="What the city or its administration wants to become.",
    facets=(
        "scope",
        "strategies",
        "strategic_goals",
        "fields_of_action",
        "actors.actor",
        "linked_visions",
    ),
    reads=("actors",),
)
class VisionType(Initiative):
    scope: ScopeType | None = fact("Whom it is about.", required=True)  # type: ignore[valid-type]
    motto: str | None = fact("The vision in one sentence.", weight=Weight.LEAD)
    vision_statement: RichText | None = rich_text("The picture of the future.", required=True)
    qualities: list[QualityBlockType] = parts("Values and qualities it stands for.")
    strategies: list[StrategyType] = references("The strategies it is tied to.")
    linked_visions: list["VisionType"] = linked_visions(
        "Visions linked with it, whichever side stores the link."
    )

    @strawberry.field(description="The readable projects that serve it.")
    async def projects(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> VisionProjectConnection:
        return connection(await projects(root, Window(first, after, last, before).checked(), info))

    @strawberry.field(description="The entries of the Leitbild history about it.")
    def leitbild_entries(self, root: strawberry.Parent[Any], info: Info) -> list[LeitbildEntryType]:
        kinds = frozenset({"LeitbildEntry"})
        return info.context.loader.referring(
            f"related_visions:{root.key}", root.chain, kinds, whole=asks_whole(info)
        )


async def projects(vision: Row, window: Window, info: Info) -> Page:
    """Read no more than the page has, where neither its end nor their number is asked for."""
    facet, whole, loader = f"visions:{vision.key}", asks_whole(info), info.context.loader
    if window.last is not None or asks("totalCount", info):
        rows = await loader.referring(facet, vision.chain, frozenset({"Project"}), whole=whole)
        return sliced(in_use(rows), window)
    most = window.start + window.size + 1
    rows = await loader.first_referring(facet, vision.chain, "Project", most, whole=whole)
    return sliced(rows, window, most)
