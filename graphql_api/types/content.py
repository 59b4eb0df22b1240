"""What every page of ours says beside what every page says."""

import strawberry

from graphql_api.documents.registry import Weight
from graphql_api.types.block import Block, blocks
from graphql_api.types.blocks import SignLanguageVideo
from graphql_api.types.contact import ContactPointType
from graphql_api.types.fields import fact, parts, references
from graphql_api.types.page import Page


@strawberry.interface(description="A page written by the city's editors.")
class Content(Page):
    summary: str | None = fact(
        "One or two sentences of plain text.", weight=Weight.LEAD, required=True
    )
    body: list[Block] = blocks("The content, block by block.")
    sign_language_videos: list[SignLanguageVideo] = parts(
        "The content in German Sign Language.", "sign_language_video"
    )
    contacts: list[ContactPointType] = references("Whom to ask.")
