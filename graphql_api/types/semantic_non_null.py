"""`@semanticNonNull`: for clients that handle errors apart, what is published is never null."""

from typing import Any

import strawberry
from strawberry.schema_directive import Location


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="semanticNonNull",
    description="Null only with an error of its own, or in the preview of a draft: editors have to "
    "fill it in before they publish. Clients that handle errors apart may take it for `!`. "
    "As in https://specs.apollo.dev/nullability/v0.4.",
)
class SemanticNonNull:
    levels: list[int] = strawberry.field(
        default=(0,), description="What is meant: 0 the field itself, 1 what its list holds."
    )


def directives(*, required: bool) -> list[Any]:
    """Give the directives of a field that is required to publish, or of one that is not."""
    return [SemanticNonNull(levels=strawberry.UNSET)] if required else []
