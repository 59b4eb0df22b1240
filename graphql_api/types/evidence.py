"""What proves a page: key facts, downloads, council decisions, sources."""

import datetime

import strawberry

from graphql_api.types.blocks import DownloadBlockType, KeyFactBlockType
from graphql_api.types.declaration import part_type
from graphql_api.types.editing import Editable
from graphql_api.types.fields import day, fact, parts, reference
from graphql_api.types.media import FileType
from graphql_api.types.values import PartialDateType, partial_date
from vision_pages.blocks import Outcome

OutcomeType = strawberry.enum(
    Outcome, name="CouncilDecisionOutcome", description="What a body made of a paper."
)


@part_type(
    name="CouncilDecision",
    description="A decision of the council or one of its bodies; always in German.",
)
class CouncilDecision(Editable):
    body_name: str | None = fact("The body that decides.", required=True)
    date: PartialDateType | None = partial_date(
        "When it decides or was to decide, as far as is known.", required=True
    )
    reference: str | None = fact("The number of the paper, such as `1908/2021`.")
    title: str | None = fact("The title of the paper.")
    outcome: OutcomeType | None = fact("What came of it.")  # type: ignore[valid-type]
    paper_url: str | None = fact("Where the paper can be read.")
    oparl_url: str | None = fact("The paper as an OParl object.")

    @strawberry.field(description="BCP 47 tag of the language of these texts.")
    def lang(self) -> str:
        return "de"


@part_type(name="SourceReference", description="Where a statement comes from.")
class SourceReference(Editable):
    title: str | None = fact("What the source is called.", required=True)
    url: str | None = fact("Where it can be read.")
    document: FileType | None = reference("The source as a file.")
    accessed_on: datetime.date | None = day("When it was read last.")


@strawberry.interface(description="Something that names its evidence.")
class Evidence:
    key_facts: list[KeyFactBlockType] = parts("Figures.")
    downloads: list[DownloadBlockType] = parts("Files.")
    council_decisions: list[CouncilDecision] = parts("Decisions of the council and its bodies.")
