"""Asks everything about what is secret and what names it, and looks where it is told."""

from collections.abc import Iterator
from typing import Any

from graphql_api.documents.identity import key_of
from graphql_api.types.node import GlobalId
from tests.api.everything import EVERYTHING
from tests.api.linked_city import CODE, SECRET_PAGE, LinkedCity


def answer(ask: Any, city: LinkedCity, locale: str = "de", page: Any = None) -> Any:
    """Ask everything, by the names of a page that is, or was, secret."""
    found = ask(EVERYTHING, **variables(city, page or city.secret_vision, locale))
    assert "errors" not in found, found["errors"]
    return found["data"]


def variables(city: LinkedCity, page: Any, locale: str = "de") -> dict[str, Any]:
    """Give what the question asks for: a page by all its names, and all things by their ids."""
    return {
        "path": f"/{page.locale.language_code}/{page.url_path.split('/', 2)[2]}",
        "old": "/de/alt/",
        "key": str(page.translation_key),
        "id": global_id(page),
        "ids": [global_id(thing) for thing in (page, *vars(city).values())],
        "code": CODE,
        "codes": [CODE],
        "locale": locale,
        "text": SECRET_PAGE,
        "misspelt": f"{SECRET_PAGE}m",
        "begun": SECRET_PAGE[:4],
    }


def known_values(city: LinkedCity, *pages: Any) -> dict[str, list[Any]]:
    """Give values of arguments that lead to something, about these pages."""
    given = [variables(city, page) for page in pages]
    return {
        "path": [one["path"] for one in given],
        "id": [one["id"] for one in given],
        "ids": given[0]["ids"],
        "translationKey": [one["key"] for one in given],
        "code": given[0]["codes"],
        "query": ["Offen", "Vorhaben", "Geheim"],
    }


def global_id(thing: Any) -> str:
    """Give the id that a thing has in the API while it is public."""
    return keys(thing)[1]


def kind_of(thing: Any) -> str:
    names = {"CreditedImage": "ImageFile", "AccessibleDocument": "File", "": "GenericPage"}
    name = type(thing).__name__.removesuffix("Page")
    return names.get(name, name)


def keys(thing: Any) -> list[str]:
    """Give what would betray a thing, whatever it is called: its key and its ids."""
    key, locale = key_of(thing), getattr(thing, "locale", None)
    return [key, str(GlobalId(kind_of(thing), key, locale.language_code if locale else ""))]


def places(answer: Any, *wanted: str, at: str = "") -> Iterator[str]:
    """Yield where an answer says one of `wanted`: the names of the fields that lead there."""
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield from places(value, *wanted, at=f"{at}.{name.split('_')[-1]}".strip("."))
    elif isinstance(answer, list):
        for value in answer:
            yield from places(value, *wanted, at=at)
    elif isinstance(answer, str) and any(one.lower() in answer.lower() for one in wanted):
        yield at
