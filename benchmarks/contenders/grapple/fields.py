"""The fields that the questions need, as wagtail-grapple's documentation tells to declare them."""

from typing import Any

from grapple.helpers import register_streamfield_block
from grapple.models import (
    GraphQLCollection,
    GraphQLForeignKey,
    GraphQLImage,
    GraphQLPage,
    GraphQLRichText,
    GraphQLStreamfield,
    GraphQLString,
)
from wagtail.blocks import RichTextBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from benchmarks.contenders.relations import (
    current_stage,
    language,
    served_visions,
    stages,
    state,
    translations,
    twenty_projects,
)
from vision_pages.blocks import BodyBlock
from vision_pages.models import (
    CreditedImage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StagePage,
    VisionPage,
)

CONTENT = [
    GraphQLString("summary"),
    GraphQLImage("hero_image"),
    GraphQLString("hero_alt"),
    GraphQLStreamfield("body"),
    GraphQLString("language"),
    GraphQLCollection(GraphQLPage, "translations"),
]
INITIATIVE = [
    GraphQLRichText("goal"),
    GraphQLCollection(GraphQLForeignKey, "stages", StagePage),
    GraphQLForeignKey("current_stage", StagePage),
]
FIELDS: dict[type, list[Any]] = {
    ProgrammePage: CONTENT,
    ProjectIndexPage: CONTENT,
    StagePage: [*CONTENT, GraphQLRichText("results"), GraphQLString("state")],
    VisionPage: [
        *CONTENT,
        *INITIATIVE,
        GraphQLRichText("vision_statement"),
        GraphQLCollection(GraphQLForeignKey, "projects", ProjectPage, source="twenty_projects"),
    ],
    ProjectPage: [
        *CONTENT,
        *INITIATIVE,
        GraphQLCollection(GraphQLForeignKey, "visions", VisionPage, source="served_visions"),
    ],
    CreditedImage: [GraphQLString("credit")],
}
# Grapple takes a field of a block that is named as an attribute of all blocks for that attribute.
RESERVED = {"label"}
METHODS = (translations, language, stages, current_stage)


def field(name: str, block: Any) -> Any:
    """Declare a block of a block by what it holds."""
    if isinstance(block, RichTextBlock):
        return GraphQLRichText(name)
    return GraphQLImage(name) if isinstance(block, ImageBlock) else GraphQLString(name)


for model, fields in FIELDS.items():
    model.graphql_fields = fields
    for method in METHODS if issubclass(model, Page) else ():
        setattr(model, method.__name__, property(method))
VisionPage.twenty_projects = property(twenty_projects)
ProjectPage.served_visions = property(served_visions)
StagePage.state = property(state)

for block in BodyBlock().child_blocks.values():
    block.__class__.graphql_fields = [
        field(name, child) for name, child in block.child_blocks.items() if name not in RESERVED
    ]
    register_streamfield_block(block.__class__)
