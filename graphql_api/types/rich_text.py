"""Rich text: a tree with its links resolved, safe HTML, plain text."""

from typing import Any

import strawberry
from strawberry.scalars import JSON

from graphql_api.documents.rows import Part, Row
from graphql_api.types.fields import Info, derived
from graphql_api.types.rich_text_tree import html, plain, resolved


@strawberry.type(description="A formatted text.")
class RichText:
    tree: strawberry.Private[dict[str, Any]]

    @strawberry.field(description="The text as a tree of nodes; see the reference of its format.")
    def document(self) -> JSON:
        return JSON(self.tree)

    @strawberry.field(description="The text as safe HTML; links lead to the language served.")
    def html(self) -> str:
        return html(self.tree)

    @strawberry.field(description="The text without format.")
    def plain(self) -> str:
        return plain(self.tree)


def rich_text(description: str, name: str | None = None) -> Any:
    """A field that is a formatted text; null where nothing is written."""

    async def resolve(root: Row | Part, info: Info, name: str) -> RichText | None:
        tree = root.data.get(name)
        if not tree or not tree.get("children"):
            return None
        return RichText(tree=await resolved(tree, info.context.loader, root.chain))

    return derived(resolve, description, name)
