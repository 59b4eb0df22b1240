"""What every page says in the API, ours and the host's."""

import asyncio
from datetime import datetime
from typing import Any

import strawberry

from graphql_api.documents.listing import Window, sliced
from graphql_api.documents.registry import GENERIC_PAGE, Weight
from graphql_api.documents.rows import Row
from graphql_api.types.asking import asks_whole, found
from graphql_api.types.connection import Connection, connection
from graphql_api.types.declaration import document_type
from graphql_api.types.fields import Info, fact
from graphql_api.types.language import Language
from graphql_api.types.media import Image, ImageUse, image_field
from graphql_api.types.node import Node
from graphql_api.types.seo import Seo, canonical_url, seo


def hero(root: Row, name: str) -> ImageUse:
    data = root.data
    return ImageUse(data.get(name), data.get("hero_alt"), bool(data.get("hero_decorative")))


@strawberry.interface(description="A page: something with an address of its own.")
class Page(Node):
    title: str | None = fact("Its title.", required=True)
    slug: str | None = fact("The last part of its address.", required=True)
    summary: str | None = fact(
        "One or two sentences of plain text.", weight=Weight.LEAD, optional=True
    )
    image: Image | None = image_field(
        hero,
        "The image that stands for it.",
        "hero_image",
        reads=("hero_alt", "hero_decorative"),
        optional=True,
    )
    seo: Seo = seo("What search engines and social networks show.")

    @strawberry.field(description="The name of its type, for templates.")
    def type(self, root: strawberry.Parent[Any]) -> str:
        return str(root.kind)

    @strawberry.field(description="What all languages of this page have in common.")
    def translation_key(self, root: strawberry.Parent[Any]) -> strawberry.ID:
        return strawberry.ID(root.key)

    @strawberry.field(description="Its path on the site, with the language in front.")
    def path(self, root: strawberry.Parent[Any]) -> str | None:
        return root.path

    @strawberry.field(description="Its whole address.")
    async def url(self, root: strawberry.Parent[Any], info: Info) -> str | None:
        return await canonical_url(root, info)

    @strawberry.field(description="Its language, the one asked for, and its other languages.")
    def language(self, root: strawberry.Parent[Any]) -> Language:
        return Language(row=root)

    @strawberry.field(description="Left out of lists, still readable.")
    def is_archived(self, root: strawberry.Parent[Any]) -> bool:
        return bool(root.is_archived)

    @strawberry.field(description="When this version was published.")
    def published_at(self, root: strawberry.Parent[Any]) -> datetime | None:
        return root.published_at

    @strawberry.field(description="When it was published for the first time.")
    def first_published_at(self, root: strawberry.Parent[Any]) -> datetime | None:
        return root.first_published_at

    @strawberry.field(description="The readable page above it.")
    def parent(self, root: strawberry.Parent[Any], info: Info) -> "Page | None":
        return info.context.loader.reference(root.parent, root.chain, whole=asks_whole(info))

    @strawberry.field(description="The readable pages above it, the uppermost first.")
    def ancestors(self, root: strawberry.Parent[Any], info: Info) -> list["Page"]:
        return info.context.loader.ancestors(root, whole=asks_whole(info))

    @strawberry.field(description="The way to it: the readable pages above it, and itself.")
    async def breadcrumbs(self, root: strawberry.Parent[Any], info: Info) -> list["Page"]:
        above, here = await asyncio.gather(
            info.context.loader.ancestors(root, whole=asks_whole(info)), found(root, info)
        )
        return [*above, here]

    @strawberry.field(
        description=(
            "The readable pages beside it, itself included, in order; "
            "archived ones if it is archived."
        )
    )
    async def siblings(self, root: strawberry.Parent[Any], info: Info) -> list["Page"]:
        if root.parent is None:
            return [await found(root, info)]
        rows = await info.context.loader.children(root.parent, root.chain, whole=asks_whole(info))
        return listed_with(root, rows)

    @strawberry.field(
        description="The readable pages below it, in order; archived ones if it is archived."
    )
    async def children(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        type: list[str] | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Connection["Page"]:
        window = Window(first, after, last, before).checked()
        kinds = None if type is None else frozenset(type)
        rows = await info.context.loader.children(
            root.key, root.chain, kinds, whole=asks_whole(info)
        )
        return connection(sliced(listed_with(root, rows), window))


def listed_with(root: Any, rows: list[Any]) -> list[Any]:
    """Leave out what is archived, unless this page is too: what is archived stays whole."""
    return [row for row in rows if root.is_archived or not row.is_archived]


@document_type(name=GENERIC_PAGE, description="A page that has no type of its own in this schema.")
class GenericPage(Page):
    @staticmethod
    def is_type_of(obj: Any, info: Any) -> bool:
        return isinstance(obj, Row)
