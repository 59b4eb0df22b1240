"""A link: to a page, a file or another site."""

from enum import Enum
from typing import Any

import strawberry

from graphql_api.documents.rows import Part
from graphql_api.types.addresses import absolute, origin
from graphql_api.types.fields import Info, fact, reference
from graphql_api.types.media import FileType
from graphql_api.types.page import Page


@strawberry.enum(description="What a link leads to.")
class LinkKind(Enum):
    PAGE = "page"
    DOCUMENT = "document"
    URL = "url"


@strawberry.type(description="A link.")
class Link:
    label: str | None = fact("Its text.")
    page: Page | None = reference("The page it leads to, if it can be read.")
    document: FileType | None = reference("The file it leads to, if it can be read.")
    language: str | None = fact("BCP 47 tag of what it leads to, where it differs.")

    @strawberry.field(description="What it leads to; null when it is broken.")
    async def kind(self, root: strawberry.Parent[Any], info: Info) -> LinkKind | None:
        return None if await href(root, info) is None else kind(root)

    @strawberry.field(
        description="The address for `href`: of a page its path, of a file the whole address; "
        "null when it is broken."
    )
    async def href(self, root: strawberry.Parent[Any], info: Info) -> str | None:
        return await href(root, info)

    @strawberry.field(description="It leads to something that cannot be read.")
    async def broken(self, root: strawberry.Parent[Any], info: Info) -> bool:
        return await href(root, info) is None


def kind(part: Part) -> LinkKind:
    if part.data.get("page"):
        return LinkKind.PAGE
    return LinkKind.DOCUMENT if part.data.get("document") else LinkKind.URL


async def href(part: Part, info: Info) -> str | None:
    if kind(part) is LinkKind.URL:
        return part.data.get("url") or None
    key = part.data.get("page") or part.data.get("document")
    row = await info.context.loader.found(key, part.chain)
    if row is None:
        return None
    return row.path if row.path is not None else absolute(row.data.get("url"), origin(info))
