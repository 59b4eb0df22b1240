"""Rich text: a tree with its links resolved, safe HTML, plain text."""

from typing import Any, NewType

import strawberry

from graphql_api.documents.registry import Weight
from graphql_api.documents.rows import Part, Row
from graphql_api.types.addresses import origin
from graphql_api.types.fields import Info, derived
from graphql_api.types.link import Link
from graphql_api.types.rich_text_tree import headings, html, links, plain, resolved

RichTextDocument = NewType("RichTextDocument", dict[str, Any])

RICH_TEXT_DOCUMENT = strawberry.scalar(
    name="RichTextDocument",
    description="A formatted text as a tree of nodes with `type` and `children`. "
    "The API serves its JSON Schema at `rich-text.schema.json` and its TypeScript types at "
    "`rich-text.d.ts`, beside `schema.graphql`.",
    serialize=lambda tree: tree,
)


@strawberry.type(description="A heading inside a formatted text.")
class RichTextHeading:
    level: int = strawberry.field(description="Its rank, 1 to 6.")
    text: str = strawberry.field(description="Its words.")


@strawberry.type(description="A formatted text.")
class RichText:
    tree: strawberry.Private[dict[str, Any]]
    root: strawberry.Private[Row | Part]

    @strawberry.field(description="The text as a tree of nodes, addresses in its links.")
    async def document(self, info: Info) -> RichTextDocument:
        return RichTextDocument(await self.resolved(info))

    @strawberry.field(description="Its links, in their order.")
    def links(self) -> list[Link]:
        return [self.root.part(link) for link in links(self.tree)]  # type: ignore[misc]

    @strawberry.field(description="Its headings, in their order.")
    def headings(self) -> list[RichTextHeading]:
        return [RichTextHeading(level=level, text=text) for level, text in headings(self.tree)]

    @strawberry.field(description="The text as safe HTML; links lead to the language served.")
    async def html(self, info: Info) -> str:
        return html(await self.resolved(info))

    @strawberry.field(description="The text without format.")
    def plain(self) -> str:
        return plain(self.tree)

    async def resolved(self, info: Info) -> dict[str, Any]:
        return await resolved(self.tree, info.context.loader, self.root.chain, origin(info))


def rich_text(description: str, name: str | None = None, *, required: bool = False) -> Any:
    """A field that is a formatted text; null where nothing is written.

    Empty paragraphs are enough to publish what is required, and then they are what it says.
    """

    def resolve(root: Row | Part, info: Info, name: str) -> RichText | None:
        tree = root.data.get(name)
        if not tree or not (required or tree.get("children")):
            return None
        return RichText(tree=tree, root=root)

    return derived(resolve, description, name, weight=Weight.BODY, required=required)
