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


@strawberry.type(description="Nothing that can be read stands there.")
class NotFoundRoute:
    locale: LocaleCode | None = strawberry.field(description="The language the path names.")
    alternates: list[Alternate] = strawberry.field(
        description="The same content in its released languages, where the path names one."
    )


RouteResult = Annotated[
    PageRoute | RedirectRoute | NotFoundRoute,
    strawberry.union("RouteResult", description="What stands at an address."),
]
