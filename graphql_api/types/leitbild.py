"""The history of the Leitbild."""

import datetime
from typing import Annotated, Any

import strawberry

from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Row
from graphql_api.types.asking import asks_whole
from graphql_api.types.content import Content
from graphql_api.types.declaration import register_page_type
from graphql_api.types.evidence import Evidence, SourceReference
from graphql_api.types.fields import Info, fact, parts, references
from graphql_api.types.page import listed_with
from graphql_api.types.values import PartialDateType, partial_date
from graphql_api.types.vision import VisionType
from graphql_api.types.wording import WordingChange, wording_changes
from vision_pages.models import LeitbildEntryPage, LeitbildHistoryPage
from vision_pages.models.leitbild import HistoryOrder

HistoryOrderType = strawberry.enum(
    HistoryOrder, name="HistoryOrder", description="Which entry comes first."
)
ENTRY = frozenset({"LeitbildEntry"})


@register_page_type(
    LeitbildEntryPage,
    name="LeitbildEntry",
    description="One event in the history of the Leitbild.",
    facets=("related_visions", "is_highlight"),
)
class LeitbildEntryType(Content, Evidence):
    date: PartialDateType | None = partial_date(
        "When it happened, as far as is known.", required=True
    )
    end_date: PartialDateType | None = partial_date("When it ended, as far as is known.")
    date_text: str | None = fact("The date in words.", weight=Weight.BODY)
    wording: str | None = fact(
        "The Leitbild in its own words, as it holds from then on.",
        "statement",
        weight=Weight.LEAD,
    )
    sources: list[SourceReference] = parts("Where this is known from.")
    related_visions: list[VisionType] = references("The visions it is about.")
    is_highlight: bool = fact("It stands out in the history.")


@strawberry.type(description="What changed between two statements of the Leitbild.")
class StatementChanges:
    earlier: LeitbildEntryType = strawberry.field(description="The entry that held earlier.")
    later: LeitbildEntryType = strawberry.field(description="The entry that held later.")
    wording: list[WordingChange] = strawberry.field(
        description="The pieces of both in their order; no changes where they are one."
    )


@register_page_type(
    LeitbildHistoryPage,
    name="LeitbildHistory",
    description="How the city's Leitbild came to be and changed.",
)
class LeitbildHistoryType(Content):
    order: HistoryOrderType | None = fact("Which entry comes first.", required=True)  # type: ignore[valid-type]

    @strawberry.field(description="Its readable entries, by their dates.")
    async def entries(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        order: Annotated[
            HistoryOrderType | None,  # type: ignore[valid-type]
            strawberry.argument(
                description="Which entry comes first; as the page says unless given."
            ),
        ] = None,
    ) -> list[LeitbildEntryType]:
        rows = await info.context.loader.children(
            root.key, root.chain, ENTRY, whole=asks_whole(info)
        )
        wanted = HistoryOrder(order or root.data.get("order") or HistoryOrder.DATE_ASC)
        return dated(listed_with(root, rows), wanted)  # type: ignore[return-value]

    @strawberry.field(description="The entry whose statement held on a day; today unless given.")
    async def statement(
        self, root: strawberry.Parent[Any], info: Info, on: datetime.date | None = None
    ) -> LeitbildEntryType | None:
        rows = await info.context.loader.children(
            root.key, root.chain, ENTRY, whole=asks_whole(info)
        )
        return statement_on(rows, on or info.context.moment.today)  # type: ignore[return-value]

    @strawberry.field(
        description="What changed between the statements of two days; null where one had none."
    )
    async def changes(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        from_: Annotated[
            datetime.date, strawberry.argument(name="from", description="The earlier day.")
        ],
        to: Annotated[
            datetime.date | None,
            strawberry.argument(description="The later day; today unless given."),
        ] = None,
    ) -> StatementChanges | None:
        rows = await info.context.loader.children(
            root.key, root.chain, ENTRY, whole=asks_whole(info)
        )
        earlier = statement_on(rows, from_)
        later = statement_on(rows, to or info.context.moment.today)
        if earlier is None or later is None:
            return None
        return StatementChanges(
            earlier=earlier,  # type: ignore[arg-type]
            later=later,  # type: ignore[arg-type]
            wording=wording_changes(earlier.data["statement"], later.data["statement"]),
        )


def dated(entries: list[Row], order: HistoryOrder) -> list[Row]:
    """Sort entries by their date; those of the same day stay in the order of the tree."""
    descending = order == HistoryOrder.DATE_DESC
    return sorted(entries, key=lambda row: row.starts_on or datetime.date.max, reverse=descending)


def statement_on(entries: list[Row], day: datetime.date) -> Row | None:
    """Find the entry with the last statement made until a day."""
    made = [
        row
        for row in dated(entries, HistoryOrder.DATE_ASC)
        if row.data.get("statement") and row.starts_on and row.starts_on <= day
    ]
    return made[-1] if made else None
