"""A site: its languages and what every page of it needs."""

from typing import Any

import strawberry

from graphql_api import conf
from graphql_api.context import chain
from graphql_api.documents.rows import Row
from graphql_api.types.contact import ContactPointType
from graphql_api.types.declaration import document_type
from graphql_api.types.fields import Info, fact, parts, reference
from graphql_api.types.language import Direction, direction
from graphql_api.types.node import Node
from graphql_api.types.page import Page
from graphql_api.types.values import LocaleCode
from vision_pages.models import SiteSettings


@strawberry.type(description="A language of the site.")
class Locale:
    code: LocaleCode = strawberry.field(description="BCP 47 tag.")
    name: str = strawberry.field(description="Its name in itself.")
    dir: Direction = strawberry.field(description="The direction it is written in.")
    is_source: bool = strawberry.field(description="Pages are written in it first.")
    fallbacks: list[LocaleCode] = strawberry.field(
        description="What is served where a page is missing in it, best first."
    )


@strawberry.type(description="A profile of the city on a social network.")
class SocialProfile:
    name: str | None = fact("The network.")
    url: str | None = fact("The profile.")


@strawberry.type(description="An entry of a navigation.")
class NavigationItem:
    label: str | None = fact("Its text, where it differs from the page's title.")
    page: Page | None = reference("The page it leads to, if it can be read.")
    url: str | None = fact("The address it leads to.")
    children: list["NavigationItem"] = parts("The entries below it.")


@document_type(
    name="SiteSettings",
    description="What every page of a site needs beside its content.",
    model=SiteSettings,
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
    main_navigation: list[NavigationItem] = parts("The main navigation.")
    footer_navigation: list[NavigationItem] = parts("The navigation at the foot.")


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
        rows: list[Row] = await info.context.loader.referring(
            f"site:{root.key}", chain(locale), frozenset({"SiteSettings"})
        )
        return rows[0] if rows else None  # type: ignore[return-value]


def locale(code: str, name: str) -> Locale:
    return Locale(
        code=LocaleCode(code),
        name=name,
        dir=direction(code),
        is_source=code == conf.source_language(),
        fallbacks=[LocaleCode(other) for other in chain(code)[1:]],
    )
