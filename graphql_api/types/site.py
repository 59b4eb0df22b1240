"""A site: its languages and what every page of it needs."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

import strawberry
from django.utils.translation import get_language_info, gettext, override

from graphql_api import conf
from graphql_api.context import chain
from graphql_api.documents.listing import Window
from graphql_api.documents.reading import Moment
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import normalised
from graphql_api.types.asking import asks_whole
from graphql_api.types.connection import Connection
from graphql_api.types.contact import ContactPointType
from graphql_api.types.declaration import document_type, register_snippet_type
from graphql_api.types.fields import Info, fact, parts, reference
from graphql_api.types.language import Direction, direction
from graphql_api.types.navigation import NavigationEntry, NavigationHandle, menu, stored
from graphql_api.types.node import Node
from graphql_api.types.page import Page
from graphql_api.types.sitemap import SitemapEntry, SiteRedirect, redirects_of, sitemap_of
from graphql_api.types.values import LocaleCode
from vision_pages.models import SiteSettings


@strawberry.type(description="A language of the site.")
class Locale:
    code: LocaleCode = strawberry.field(description="BCP 47 tag.")
    name: str = strawberry.field(description="Its name in itself, `Türkçe`.")
    dir: Direction = strawberry.field(description="The direction it is written in.")
    is_source: bool = strawberry.field(description="Pages are written in it first.")
    fallbacks: list[LocaleCode] = strawberry.field(
        description="What is served where a page is missing in it, best first."
    )

    @strawberry.field(description="Its name in another language, `Türkisch`.")
    def translated_name(
        self,
        locale: Annotated[
            LocaleCode | None,
            strawberry.argument(description="That language; the source language unless given."),
        ] = None,
    ) -> str:
        return translated_name(self.code, self.name, locale or conf.source_language())


@strawberry.type(description="A profile of the city on a social network.")
class SocialProfile:
    name: str | None = fact("The network.", required=True)
    url: str | None = fact("The profile.", required=True)


@strawberry.type(
    description="An entry of a navigation as editors wrote it; `Site.navigation` gives what can be "
    "shown."
)
class NavigationItem:
    label: str | None = fact("Its text, where it differs from the page's title.")
    page: Page | None = reference("The page it leads to, if it can be read.")
    url: str | None = fact("The address it leads to.")
    children: list["NavigationItem"] = parts("The entries below it.")


@register_snippet_type(
    SiteSettings,
    name="SiteSettings",
    description="What every page of a site needs beside its content.",
    facets=("site",),
    reads=("site",),
)
class SiteSettingsType(Node):
    publisher_name: str | None = fact("Who publishes the site, as search engines name it.")
    newsletter_text: str | None = fact("The invitation to the newsletter.")
    newsletter_url: str | None = fact("Where one subscribes to the newsletter.")
    social_profiles: list[SocialProfile] = parts("Profiles on social networks.")
    imprint_page: Page | None = reference("The imprint.")
    privacy_page: Page | None = reference("The privacy policy.")
    accessibility_page: Page | None = reference("The accessibility statement.")
    accessibility_feedback_email: str | None = fact("Where barriers are reported.")
    easy_language_page: Page | None = reference("The page about Leichte Sprache.")
    sign_language_page: Page | None = reference("The page about sign language.")
    default_contact: ContactPointType | None = reference("Whom to ask where a page names nobody.")
    main_navigation: list[NavigationItem] = parts("The main navigation as editors wrote it.")
    footer_navigation: list[NavigationItem] = parts(
        "The navigation at the foot as editors wrote it."
    )


@document_type(name="Site", description="A site.")
class SiteType(Node):
    name: str | None = fact("Its name.")
    hostname: str = fact("Its host name.")

    @strawberry.field(description="Its languages.")
    def locales(self) -> list[Locale]:
        return [locale(code, name) for code, name in conf.languages().items()]

    @strawberry.field(description="What every page of it needs, in a language.")
    async def settings(
        self, root: strawberry.Parent[Any], info: Info, locale: LocaleCode | None = None
    ) -> SiteSettingsType | None:
        rows = await settings_of(root, info, locale)
        return rows[0] if rows else None  # type: ignore[return-value]

    @strawberry.field(description="A navigation in a language, with the trail to where one is.")
    async def navigation(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        handle: NavigationHandle,
        locale: LocaleCode | None = None,
        active_path: str | None = None,
    ) -> list[NavigationEntry]:
        active = None if active_path is None else normalised(active_path)
        if handle is NavigationHandle.MENU:
            pages = await info.context.loader.menu(chain(locale), whole=asks_whole(info))
            return menu(pages, root.data.get("root"), active)
        rows = await settings_of(root, info, locale)
        return await stored(rows[0], handle, info, active) if rows else []

    @strawberry.field(
        description="All its pages but archived ones, in all languages, in the order of the tree."
    )
    def sitemap(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        first: int | None = None,
        after: str | None = None,
    ) -> Connection[SitemapEntry]:
        return sitemap_of(root, Window(first, after).checked(), there(root, info))

    @strawberry.field(
        description="Where old paths lead, if it can be read and no page stands there by now."
    )
    def redirects(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        first: int | None = None,
        after: str | None = None,
        changed_since: datetime | None = None,
    ) -> Connection[SiteRedirect]:
        return redirects_of(Window(first, after).checked(), there(root, info), changed_since)


async def settings_of(site: Row, info: Info, locale: str | None) -> list[Row]:
    return await info.context.loader.referring(
        f"site:{site.key}", chain(locale), frozenset({"SiteSettings"}), whole=True
    )


def there(site: Row, info: Info) -> Moment:
    """Give the moment of the operation at a site, which may be another one than the request's."""
    data = site.data
    return replace(info.context.moment, hostname=data["hostname"], port=data["port"], named=True)


def translated_name(code: str, name: str, locale: str) -> str:
    """Name a language as another one does; those that Django does not know keep their own name."""
    try:
        known = get_language_info(code)
    except KeyError:
        return name
    with override(locale):
        return gettext(known["name"]) if known["code"] == code else name


def locale(code: str, name: str) -> Locale:
    return Locale(
        code=LocaleCode(code),
        name=name,
        dir=direction(code),
        is_source=code == conf.source_language(),
        fallbacks=[LocaleCode(other) for other in chain(code)[1:]],
    )
