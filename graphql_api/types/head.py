"""The tags for the head of a page's HTML."""

from collections.abc import Iterable, Iterator

import strawberry
from strawberry.scalars import JSON

Attributes = dict[str, str]


@strawberry.type(
    description="A tag for the head of a page. Its values are plain: whoever writes HTML escapes "
    "them, as DOM functions and templates do by themselves."
)
class HeadTag:
    tag: str = strawberry.field(description="`title`, `meta`, `link` or `script`.")
    attributes: JSON = strawberry.field(description="Its attributes, names to values.")
    content: str | None = strawberry.field(
        description="The text inside it. That of a `script` is JSON without any `<`, so it goes "
        "there as it is."
    )


def tag(name: str, content: str | None = None, /, **attributes: str) -> HeadTag:
    return HeadTag(tag=name, attributes=JSON(attributes), content=content)


def named(values: Iterable[tuple[str, str | None]]) -> Iterator[HeadTag]:
    """Yield `<meta name>` for each value that there is."""
    return (tag("meta", name=name, content=value) for name, value in values if value)


def properties(values: Iterable[tuple[str, str | None]]) -> Iterator[HeadTag]:
    """Yield `<meta property>`, as Open Graph has them, for each value that there is."""
    return (tag("meta", property=name, content=value) for name, value in values if value)
