"""Stages of visions and projects."""

from typing import Any

import strawberry

from graphql_api.types.asking import asks_whole
from graphql_api.types.content import Content
from graphql_api.types.declaration import register_page_type
from graphql_api.types.evidence import Evidence
from graphql_api.types.fields import Info, fact, parts
from graphql_api.types.initiative import Initiative
from graphql_api.types.participation import ParticipationEventType
from graphql_api.types.period import Period
from graphql_api.types.rich_text import RichText, rich_text
from graphql_api.types.values import PartialDateType, partial_date
from vision_pages.models import StagePage
from vision_pages.models.stage import StageKind

StageKindType = strawberry.enum(StageKind, name="StageKind", description="What happens in a stage.")


@register_page_type(
    StagePage,
    name="Stage",
    description="A stage on the way of a vision or a project.",
    facets=("kind",),
)
class StageType(Content, Period, Evidence):
    start_date: PartialDateType | None = partial_date(
        "When it starts, as far as is known.", required=True
    )
    kind: StageKindType | None = fact("What happens in it.", required=True)  # type: ignore[valid-type]
    results: RichText | None = rich_text("What came of it.")
    participation_events: list[ParticipationEventType] = parts("The occasions to take part in it.")

    @strawberry.field(description="The vision or project it belongs to.")
    def initiative(self, root: strawberry.Parent[Any], info: Info) -> Initiative | None:
        return info.context.loader.reference(root.parent, root.chain, whole=asks_whole(info))

    @strawberry.field(description="Its place among the readable stages beside it, from 1.")
    async def position(self, root: strawberry.Parent[Any], info: Info) -> int | None:
        kinds = frozenset({"Stage"})
        rows = await info.context.loader.children(root.parent, root.chain, kinds)
        keys = [row.key for row in rows]
        return keys.index(root.key) + 1 if root.key in keys else None
