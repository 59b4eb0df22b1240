"""What crawlers ask of a site: all its pages, and where its old paths lead."""

from datetime import datetime
from typing import Any

import strawberry

from graphql_api.context import chains
from graphql_api.documents import redirects, sitemap
from graphql_api.documents.listing import Page, Window
from graphql_api.documents.reading import Moment
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import whole_address
from graphql_api.types.connection import connection
from graphql_api.types.hreflang import alternates


@strawberry.type(description="A language of a page, for search engines.")
class HreflangLink:
    hreflang: str = strawberry.field(description="The language, or `x-default`.")
    href: str = strawberry.field(description="The whole address.")


@strawberry.type(description="A page in one language, as a sitemap lists it.")
class SitemapEntry:
    loc: str = strawberry.field(description="Its whole address.")
    path: str = strawberry.field(description="Its path on the site.")
    lastmod: datetime | None = strawberry.field(description="When it was published last.")
    alternates: list[HreflangLink] = strawberry.field(
        description="All its released languages, itself and the default one included; none where "
        "there is but one."
    )


@strawberry.type(description="A path at which a page stood, or that an editor chose.")
class SiteRedirect:
    path: str = strawberry.field(description="The old path, without a slash at its end.")
    to: str = strawberry.field(description="Where it leads: to a path of the site, or elsewhere.")
    permanent: bool = strawberry.field(description="HTTP's 301, else 302.")
    changed_at: datetime | None = strawberry.field(
        description="When it, or the page that it leads to, changed last, as far as is known."
    )


def sitemap_of(site: Row, window: Window, moment: Moment) -> Any:
    total, entries = sitemap.entries(moment, window.start, window.size)
    return listed([entry(site, found) for found in entries], window, total)


def entry(site: Row, found: sitemap.Entry) -> SitemapEntry:
    links = alternates(found.locale, found.paths, site)
    return SitemapEntry(
        loc=whole_address(site, found.path),
        path=found.path,
        lastmod=found.published_at,
        alternates=[HreflangLink(hreflang=tag, href=href) for tag, href in links],
    )


def redirects_of(window: Window, moment: Moment, since: datetime | None) -> Any:
    total, leads = redirects.leads(chains(), moment, window.start, window.size, since)
    found = [
        SiteRedirect(path=one.path, to=one.to, permanent=one.permanent, changed_at=one.changed_at)
        for one in leads
    ]
    return listed(found, window, total)


def listed(nodes: list[Any], window: Window, total: int) -> Any:
    return connection(Page(nodes, window.start, total))
