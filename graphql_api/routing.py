"""What an address leads to: the one entry of a frontend."""

import asyncio
from typing import Any

from graphql_api import conf
from graphql_api.context import chain
from graphql_api.documents.feed import stood_at
from graphql_api.documents.reading import in_chain
from graphql_api.documents.rows import Row
from graphql_api.lookups import normalised
from graphql_api.types.fields import Info
from graphql_api.types.language import Alternate, alternates
from graphql_api.types.route import GoneRoute, NotFoundRoute, PageRoute, RedirectRoute
from graphql_api.types.values import LocaleCode


async def route(info: Info, path: str) -> Any:
    """Say what stands at a path in the path's own language; what stood there once; or nothing."""
    bare = normalised(path)
    code = bare.split("/")[1]
    loader = info.context.loader
    row, redirect = await asyncio.gather(loader.at(bare), loader.redirect(bare.rstrip("/")))
    if row is not None:
        return PageRoute(page=in_chain(row, chain(row.locale)))  # type: ignore[arg-type]
    if redirect is not None and (to := await destination(info, redirect, bare)):
        return RedirectRoute(to=to, permanent=bool(redirect.data.get("permanent")))
    locale = LocaleCode(code) if code in conf.languages() else None
    if key := stood_at(bare, info.context.moment):
        return moved_or_gone(await loader.translations(key), locale)
    return NotFoundRoute(locale=locale, alternates=await elsewhere(info, bare, locale))


def moved_or_gone(rows: list[Row], locale: LocaleCode | None) -> RedirectRoute | GoneRoute:
    """Lead to where a page stands now in the same language, or say that it is gone."""
    for row in rows:
        if row.locale == locale and row.path is not None:
            return RedirectRoute(to=row.path, permanent=True)
    return GoneRoute(locale=locale, alternates=alternates(rows))


async def elsewhere(info: Info, path: str, locale: LocaleCode | None) -> list[Alternate]:
    """Find what stands at the rest of a path in other languages."""
    if locale is None:
        return []
    rest = path.removeprefix(f"/{locale}")
    rows = await info.context.loader.at_any([f"/{code}{rest}" for code in conf.languages()])
    keys = {row.key for row in rows}
    found = await asyncio.gather(*map(info.context.loader.translations, keys))
    return alternates([row for rows in found for row in rows])


async def destination(info: Info, redirect: Row, path: str) -> str | None:
    """Give the address a redirect leads to; None where it cannot be read."""
    if not redirect.data.get("page"):
        return redirect.data.get("link") or None
    code = path.split("/")[1]
    target = await info.context.loader.found(
        redirect.data["page"], chain(code if code in conf.languages() else None)
    )
    return target.path if target is not None else None
