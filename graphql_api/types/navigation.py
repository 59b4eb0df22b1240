"""Navigation as a frontend shows it: a tree, and the trail in it to where the reader is."""

from collections.abc import Iterable, Iterator
from enum import Enum

import strawberry

from graphql_api.documents.rows import Part, Row
from graphql_api.types.asking import asks_whole
from graphql_api.types.fields import Info, as_part
from graphql_api.types.page import Page

STORED = {"MAIN": "main_navigation", "FOOTER": "footer_navigation"}
HOME = "/de/"
LEGAL = ("imprint_page", "privacy_page", "accessibility_page")


@strawberry.enum(description="Which navigation of a site.")
class NavigationHandle(Enum):
    MAIN = strawberry.enum_value("MAIN", description="The main one, from the site settings.")
    FOOTER = strawberry.enum_value("FOOTER", description="At the foot, from the site settings.")
    LEGAL = strawberry.enum_value(
        "LEGAL", description="Imprint, privacy policy and accessibility statement."
    )
    MENU = strawberry.enum_value(
        "MENU", description="The pages that editors show in menus, as they stand in the tree."
    )


@strawberry.type(description="An entry of a navigation; one that leads nowhere is not there.")
class NavigationEntry:
    label: str = strawberry.field(description="Its text: the editor's, else the page's title.")
    href: str = strawberry.field(description="Where it leads: to a path of the site, or elsewhere.")
    page: Page | None = strawberry.field(description="The page it leads to, if it is one.")
    is_current: bool = strawberry.field(
        description="It is the active path, for `aria-current=page`."
    )
    is_active: bool = strawberry.field(
        description="The active path is it, or below it, or below an entry below it. The home page "
        "is above all, and so only active when the reader is there."
    )
    children: list["NavigationEntry"] = strawberry.field(description="The entries below it.")


async def stored(
    settings: Row, handle: NavigationHandle, info: Info, active: str | None
) -> list[NavigationEntry]:
    """Give a navigation that the site settings hold."""
    if handle is NavigationHandle.LEGAL:
        keys = [key for name in LEGAL if (key := settings.data.get(name))]
        rows = await info.context.loader.found_all(keys, settings.chain, whole=asks_whole(info))
        return [entry(row.data.get("title"), row, None, [], active) for row in rows]
    items = [as_part(settings, item) for item in settings.data.get(STORED[handle.value]) or []]
    keys = sorted({key for item in with_children(items) if (key := item.data.get("page"))})
    rows = await info.context.loader.found_all(keys, settings.chain, whole=asks_whole(info))
    return [*entries(items, {row.key: row for row in rows}, active)]


def children(item: Part) -> list[Part]:
    return [as_part(item, child) for child in item.data.get("children") or []]


def with_children(items: list[Part]) -> Iterator[Part]:
    for item in items:
        yield item
        yield from with_children(children(item))


def entries(
    items: list[Part], pages: dict[str, Row], active: str | None
) -> Iterator[NavigationEntry]:
    for item in items:
        page = pages.get(item.data.get("page") or "")
        url = item.data.get("url") or None
        if page is not None or url is not None:
            label = item.data.get("label") or (page.data.get("title") if page else "")
            yield entry(label, page, url, entries(children(item), pages, active), active)


def menu(pages: list[Row], above: str | None, active: str | None) -> list[NavigationEntry]:
    """Give the pages below the one with a key that are shown in menus, and those below them."""
    return [
        entry(page.data.get("title"), page, None, menu(pages, page.key, active), active)
        for page in pages
        if page.parent == above
    ]


def entry(
    label: str | None,
    page: Row | None,
    url: str | None,
    children: Iterable[NavigationEntry],
    active: str | None,
) -> NavigationEntry:
    path = page.path if page else None
    below = [*children]
    return NavigationEntry(
        label=label or "",
        href=path or url or "",
        page=page,  # type: ignore[arg-type]
        is_current=path is not None and path == active,
        is_active=is_on_the_way(path, active) or any(child.is_active for child in below),
        children=below,
    )


def is_on_the_way(path: str | None, active: str | None) -> bool:
    """Say whether a page is the active one or stands above it; the home page stands above all."""
    if path is None or active is None:
        return False
    is_home = path.count("/") <= HOME.count("/")
    return path == active or (active.startswith(path) and not is_home)
