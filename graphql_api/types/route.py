"""What stands at an address."""

from typing import Annotated

import strawberry

from graphql_api.types.language import Alternate
from graphql_api.types.page import Page
from graphql_api.types.values import LocaleCode


@strawberry.type(description="A page stands there.")
class PageRoute:
    page: Page = strawberry.field(description="The page.")


@strawberry.type(description="What stood there stands elsewhere now.")
class RedirectRoute:
    to: str = strawberry.field(description="The new address.")
    permanent: bool = strawberry.field(description="It will not come back.")


@strawberry.type(description="A page stood there once and cannot be read any more: HTTP's 410.")
class GoneRoute:
    locale: LocaleCode | None = strawberry.field(description="The language the path names.")
    alternates: list[Alternate] = strawberry.field(
        description="The languages in which the same content can still be read."
    )


@strawberry.type(description="Nothing that can be read stands there, and nothing ever did.")
class NotFoundRoute:
    locale: LocaleCode | None = strawberry.field(description="The language the path names.")
    alternates: list[Alternate] = strawberry.field(
        description="The languages in which a page stands at the rest of the path."
    )


RouteResult = Annotated[
    PageRoute | RedirectRoute | GoneRoute | NotFoundRoute,
    strawberry.union("RouteResult", description="What stands at an address."),
]
