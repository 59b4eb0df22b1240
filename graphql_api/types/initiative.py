"""What visions and projects have in common."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import strawberry

from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Row
from graphql_api.documents.together import children
from graphql_api.types.actor import ActorRoleType, RoleType
from graphql_api.types.asking import asks_whole
from graphql_api.types.blocks import LinkBlockType
from graphql_api.types.content import Content
from graphql_api.types.evidence import Evidence
from graphql_api.types.fields import Info, derived, parts, reference, references, together
from graphql_api.types.period import Period
from graphql_api.types.rich_text import RichText, rich_text
from graphql_api.types.taxonomy import FieldOfActionType, StrategicGoalType
from vision_pages.models.actor import Role
from vision_pages.status import Status

StageType = Annotated["StageType", strawberry.lazy("graphql_api.types.stage")]  # type: ignore[misc]


def names(description: str) -> Any:
    def resolve(root: Row, info: Info, name: str) -> list[str]:
        return [item["value"]["value"] for item in root.data.get(name) or []]

    return derived(resolve, description, weight=Weight.FORMER_NAME)


async def stages(roots: Sequence[Row], info: Info, name: str) -> list[list[Row]]:
    parents = [(root.key, root.chain) for root in roots]
    return await children(
        info.context.loader, parents, frozenset({"Stage"}), whole=asks_whole(info)
    )


async def current_stages(roots: Sequence[Row], info: Info, name: str) -> list[Row | None]:
    return [current(rows) for rows in await stages(roots, info, name)]


@strawberry.interface(description="A vision or a project.")
class Initiative(Content, Period, Evidence):
    goal: RichText | None = rich_text("What it is to achieve.", required=True)
    achievements: RichText | None = rich_text("What has been achieved.")
    outlook: RichText | None = rich_text("What comes next.")
    strategic_goals: list[StrategicGoalType] = references("The goals it serves.")
    fields_of_action: list[FieldOfActionType] = references("The fields it works in.")
    foundations: list[LinkBlockType] = parts("Plans and concepts it builds on.")
    successor: "Initiative | None" = reference("Where it is continued.")
    former_names: list[str] = names("What it was called before.")

    @strawberry.field(description="Who takes part and can be read, optionally only in one role.")
    async def actors(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        role: RoleType | None = None,  # type: ignore[valid-type]
    ) -> list[ActorRoleType]:
        rows = root.data.get("actors") or []
        if role is not None:
            rows = [row for row in rows if row["role"] == Role(role).value]
        keys = [row["actor"] for row in rows if row["actor"]]
        readable = {one.key for one in await info.context.loader.found_all(keys, root.chain)}
        return [root.part(row) for row in rows if row["actor"] in readable]

    stages: list[StageType] = strawberry.field(
        resolver=together(stages), description="Its readable stages, in the order of the tree."
    )
    current_stage: StageType | None = strawberry.field(
        resolver=together(current_stages),
        description="The running stage that began last, else the next planned, else the last.",
    )


def current(stages: list[Row]) -> Row | None:
    """Choose the current one of an initiative's stages."""
    running = [stage for stage in stages if stage.status == Status.RUNNING]
    if running:
        return max(running, key=lambda stage: stage.starts_on or date.min)
    planned = [stage for stage in stages if stage.status == Status.PLANNED]
    return planned[0] if planned else (stages[-1] if stages else None)
