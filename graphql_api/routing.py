"""What an address leads to: the one entry of a frontend."""

import asyncio
from typing import Any

from graphql_api import conf
from graphql_api.context import chain, chains
from graphql_api.documents.choosing import in_chain
from graphql_api.documents.feed import stood_at
from graphql_api.documents.redirects import lead
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import normalised
from graphql_api.types.asking import asks_whole
from graphql_api.types.fields import Info
from graphql_api.types.language import Alternate, alternates
from graphql_api.types.route import GoneRoute, NotFoundRoute, PageRoute, RedirectRoute
from graphql_api.types.values import LocaleCode


async def route(info: Info, path: str) -> Any:
    """Say what stands at a path in the path's own language; what stood there once; or nothing."""
    bare = normalised(path)
    code = bare.split("/")[1]
    loader, moment = info.context.loader, info.context.moment
    row, redirect = await asyncio.gather(
        loader.at(bare, whole=asks_whole(info)), loader.redirect(bare.rstrip("/"))
    )
    if row is not None:
        return PageRoute(page=in_chain(row, chain(row.locale)))  # type: ignore[arg-type]
    if redirect is not None and (found := lead(redirect.data["path"], chains(), moment)):
        return RedirectRoute(to=found.to, permanent=found.permanent)
    locale = LocaleCode(code) if code in conf.languages() else None
    if key := stood_at(bare, moment):
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
