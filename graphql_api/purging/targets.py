"""Which caches are purged: the setting GRAPHQL_API_PURGING, read and checked."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any
from urllib.parse import urlsplit

from django.core.checks import CheckMessage, Error, Warning

from graphql_api import conf
from graphql_api.purging.products import PRODUCTS, Product

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
SECRETS = {"token", "secret"}


def targets() -> dict[str, Product]:
    """Give the targets that can be asked, by their names."""
    return {
        name: made(options)
        for name, options in conf.purging().items()
        if problem_of(name, options) is None
    }


def made(options: dict[str, str]) -> Product:
    return PRODUCTS[options["product"]](**without_product(options))


def without_product(options: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in options.items() if name != "product"}


def problem_of(name: Any, options: Any) -> str | None:
    """Say what is wrong with a target, without its values."""
    if not isinstance(name, str) or not isinstance(options, dict):
        return "is not a name with its options."
    product: Any = PRODUCTS.get(options.get("product", ""))
    if product is None:
        return f"names no product: {', '.join(PRODUCTS)}."
    known = {one.name: one for one in fields(product)}
    given = without_product(options)
    if unknown := given.keys() - known.keys():
        return f"has an option that is unknown: {min(unknown)}."
    for option in known.values():
        if not is_word(given.get(option.name, option.default)):
            return f"needs {option.name}, a text without spaces."
    return problem_of_address(made(options))


def is_word(value: Any) -> bool:
    """Say whether a value may stand in a header or an address as it is."""
    return (
        isinstance(value, str)
        and value.isascii()
        and value.isprintable()
        and value.split() == [value]
    )


def problem_of_address(product: Any) -> str | None:
    try:
        parts = urlsplit(product.url)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return "has a url that is no address."
    if not is_address or parts.username is not None or parts.fragment:
        return "has a url that is no address."
    has_secret = any(hasattr(product, name) for name in SECRETS)
    if has_secret and parts.scheme != "https" and parts.hostname not in LOOPBACK:
        return "would send what is secret without TLS: its url must begin with https."
    return None


def check_purging(**kwargs: Any) -> Iterator[CheckMessage]:
    """Name the targets that nothing is sent to, and those that read no tags."""
    if not isinstance(conf.purging(), dict):
        yield Error(
            "GRAPHQL_API_PURGING is no dictionary.",
            hint='Give each cache a name: {"edge": {"product": "varnish", "url": …}}.',
            id="graphql_api.E032",
        )
        return
    for name, options in conf.purging().items():
        if problem := problem_of(name, options):
            yield Error(
                f"GRAPHQL_API_PURGING[{name!r}] {problem}",
                hint="Each product's options stand in docs/reference/purging.md.",
                id="graphql_api.E032",
            )
    for name, product in targets().items():
        if product.header not in {"", conf.cache_tag_header()}:
            yield Warning(
                f"The answers that {name!r} keeps bear no tags, so nothing there can be purged.",
                hint=f'Set GRAPHQL_API_CACHE_TAG_HEADER = "{product.header}".',
                id="graphql_api.W004",
            )
