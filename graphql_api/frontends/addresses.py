"""Where pages are read: in a frontend that gives addresses, and so Wagtail's admin leads there."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.db.models import Q
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, Site

from graphql_api.frontends.models import Frontend

KEY = "graphql_api.addresses"
SECONDS = 60  # after which every process knows of a change, whatever its cache

# The sites and the languages that a frontend shows; everything where there are none.
Given = list[tuple[str, list[int], list[str]]]


def addresses(site: int) -> list[dict[str, Any]]:
    """Give what the document of a site says of where its pages are read."""
    shown = Frontend.objects.filter(Q(sites=None) | Q(sites=site), gives_addresses=True)
    return [
        {"address": frontend.base_address, "languages": frontend.languages} for frontend in shown
    ]


def chosen(given: Iterable[dict[str, Any]], language: str) -> str | None:
    """Choose the address at which pages in a language are read, if a frontend gives one."""
    fitting = (one for one in given if not one["languages"] or language in one["languages"])
    return next((one["address"] for one in fitting), None)


def address(site: int, language: str) -> str | None:
    """Give the address at which a site's pages in a language are read."""
    known: dict[int, list[dict[str, Any]]] = cache.get_or_set(KEY, dict, SECONDS) or {}
    if site not in known:
        known[site] = addresses(site)
        cache.set(KEY, known, SECONDS)
    return chosen(known[site], language)


def forget(sender: Any, **kwargs: Any) -> None:
    cache.delete(KEY)


def start() -> None:
    """Have Wagtail know where pages are read."""
    post_save.connect(forget, sender=Frontend, dispatch_uid=KEY)
    post_delete.connect(forget, sender=Frontend, dispatch_uid=KEY)
    m2m_changed.connect(forget, sender=Frontend.sites.through, dispatch_uid=KEY)
    replace("get_url_parts", parts)
    replace("get_url", url)
    Page.url = property(Page.get_url)


def replace(name: str, wrap: Callable[..., Any]) -> None:
    """Wrap a method of all pages, once."""
    method = getattr(Page, name)
    if not hasattr(method, "__wrapped__"):
        setattr(Page, name, wraps(method)(wrap(method)))


def parts(method: Callable[..., Any]) -> Callable[..., Any]:
    def get_url_parts(page: Page, request: Any = None) -> Any:
        found = method(page, request=request)
        if found is None:
            return None
        site, _root, path = found
        known = address(site, page.locale.language_code)
        return found if known is None else (site, known, path or unrouted(page, site))

    return get_url_parts


def unrouted(page: Page, site: int) -> str:
    """Give the path of a page where this server has no address for pages itself."""
    roots = (
        one.root_path
        for one in Site.get_site_root_paths()
        if one.site_id == site and page.url_path.startswith(one.root_path)
    )
    return f"/{page.locale.language_code}/{page.url_path[len(max(roots, key=len, default='/')) :]}"


def url(method: Callable[..., Any]) -> Callable[..., Any]:
    def get_url(page: Page, request: Any = None, current_site: Any = None) -> Any:
        found = page.get_url_parts(request=request)
        if found is None or found[1] is None or not address(found[0], page.locale.language_code):
            return method(page, request=request, current_site=current_site)
        # Of a site on this server the path would be enough, not of a frontend.
        return f"{found[1]}{found[2]}"

    return get_url
