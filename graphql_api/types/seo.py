"""What search engines and social networks show of a page."""

import asyncio
from collections.abc import Iterator
from typing import Any

import strawberry

from graphql_api.documents.listing import Listing, Page, Window
from graphql_api.documents.rows import Row
from graphql_api.documents.selecting import IN_USE
from graphql_api.documents.sites import whole_address
from graphql_api.types.declaration import stored
from graphql_api.types.fields import Info, derived, value
from graphql_api.types.head import HeadTag, named, properties, tag
from graphql_api.types.hreflang import alternates
from graphql_api.types.responsive_image import ImagePreset, ResponsiveImage, responsive
from graphql_api.types.structured_data import LISTS, WORKS, Known, json_ld

# Of a long list search engines learn the beginning; the rest is in the sitemap.
LISTED = 100


@strawberry.type(
    description="What search engines and social networks show of a page, ready for its head."
)
class Seo:
    row: strawberry.Private[Row]
    gathering: strawberry.Private["asyncio.Task[Known | None] | None"] = None

    async def known(self, info: Info) -> Known | None:
        """Read what the description of the page names, once."""
        if self.gathering is None:
            self.gathering = asyncio.ensure_future(gathered(self.row, info))
        return await self.gathering

    @strawberry.field(description="The title for search results, else the page's own.")
    def title(self) -> str | None:
        return title(self.row)

    @strawberry.field(description="The text for search results, else the page's summary.")
    def description(self) -> str | None:
        return description(self.row)

    @strawberry.field(
        description="The one address of this content: of a fallback, that in the language served."
    )
    async def canonical_url(self, info: Info) -> str | None:
        return await canonical_url(self.row, info)

    @strawberry.field(
        description="Whether search engines may show it, for `<meta name=robots>`. Archived pages "
        "are left out, as they are of lists."
    )
    def robots(self) -> str:
        return robots(self.row)

    @strawberry.field(description="The preview for social networks: 1200 by 630 pixels.")
    async def image(self, info: Info) -> ResponsiveImage | None:
        return await image(self.row, info)

    @strawberry.field(
        description="What it says to machines in the vocabulary of schema.org: JSON-LD, without "
        "any `<`, so it goes into `<script type=application/ld+json>` as it is."
    )
    async def json_ld(self, info: Info) -> str | None:
        known = await self.known(info)
        return json_ld(known) if known else None

    @strawberry.field(
        description="All of this as tags, with Open Graph and the released languages of the page."
    )
    async def head(self, info: Info) -> list[HeadTag]:
        known, languages = await asyncio.gather(
            self.known(info), info.context.loader.translations(self.row.key)
        )
        return [*tags(known, await image(self.row, info), languages)] if known else []


def title(row: Row) -> str | None:
    return value(row, "seo_title") or value(row, "title")


def description(row: Row) -> str | None:
    return value(row, "search_description") or stored(row, "summary") or None


def robots(row: Row) -> str:
    return "noindex, follow" if row.is_archived else "index, follow"


async def canonical_url(row: Row, info: Info) -> str | None:
    site = await info.context.loader.site()
    return whole_address(site, row.path) if site and row.path else None


async def image(row: Row, info: Info) -> ResponsiveImage | None:
    use = stored(row, "image")
    key = use.get("image") if isinstance(use, dict) else use
    found = await info.context.loader.found(key, row.chain)
    return responsive(found, ImagePreset.OPEN_GRAPH, info) if found else None


async def gathered(row: Row, info: Info) -> Known | None:
    """Read what a page's description names: one level of references."""
    loader = info.context.loader
    site, settings, above, preview = await asyncio.gather(
        loader.site(),
        loader.kind("SiteSettings", row.chain, whole=True),
        loader.ancestors(row),
        image(row, info),
    )
    if site is None or row.path is None:
        return None
    return Known(
        row=row,
        site=site,
        settings=settings[0] if settings else None,
        above=above,
        listed=listed(row, info),
        image=preview.src if preview else None,
    )


def listed(row: Row, info: Info) -> Page | None:
    """Read the beginning of what a page lists."""
    if row.kind not in LISTS:
        return None
    kind, order = LISTS[row.kind]
    conditions = (IN_USE, "d.parent = %(parent)s")
    listing = Listing(kind, row.chain, conditions, order, parameters={"parent": row.key})
    return listing.page(Window(first=LISTED), info.context.moment)


def tags(known: Known, image: ResponsiveImage | None, languages: list[Row]) -> Iterator[HeadTag]:
    row, address = known.row, known.address(known.row)
    paths = {language.locale: language.path for language in languages if language.path}
    yield tag("title", title(row) or "")
    yield from named([("description", description(row)), ("robots", robots(row))])
    yield tag("link", rel="canonical", href=address)
    for language, href in alternates(row.locale, paths, known.site):
        yield tag("link", rel="alternate", hreflang=language, href=href)
    yield from open_graph(known, address)
    yield from preview(row, image)
    yield tag("script", json_ld(known), type="application/ld+json")


def open_graph(known: Known, address: str) -> Iterator[HeadTag]:
    row = known.row
    yield from properties(
        [
            ("og:type", "article" if row.kind in WORKS else "website"),
            ("og:title", title(row)),
            ("og:description", description(row)),
            ("og:url", address),
            ("og:site_name", known.site.data.get("name")),
        ]
    )
    if row.kind in WORKS:
        yield from properties(
            (f"article:{name}_time", at.isoformat() if at else None)
            for name, at in (("published", row.first_published_at), ("modified", row.published_at))
        )


def preview(row: Row, image: ResponsiveImage | None) -> Iterator[HeadTag]:
    """Yield the preview image; X and others read the rest as Open Graph has it."""
    card = "summary"
    if image is not None:
        card = "summary_large_image"
        yield from properties(
            [
                ("og:image", image.src),
                ("og:image:width", str(image.width or "")),
                ("og:image:height", str(image.height or "")),
                ("og:image:alt", row.data.get("hero_alt")),
            ]
        )
    yield from named([("twitter:card", card)])


def seo(what: str) -> Any:
    def resolve(root: Row, info: Info, name: str) -> Seo:
        return Seo(row=root)

    return derived(resolve, what, "seo_title", reads=("search_description",))
