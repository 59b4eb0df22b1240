"""The pages of the demo, made as an editor makes them: written, put in place, published."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Locale, Page

from vision_pages import models
from vision_pages.demo.names import find
from vision_pages.demo.texts import content
from vision_pages.demo.values import fill

FILES = ("programme", "koeln-21", "administration", "projects", "history")

Values = dict[str, Any]


def pages() -> Iterator[Page]:
    """Make and publish all pages, parents first; yield each."""
    for name in FILES:
        values = content(name)
        yield from branch(parent_of(values), values)


def link() -> None:
    """Publish once more, with what they say of others, the pages made before the others."""
    for name in FILES:
        values = content(name)
        if later := values.get("later"):
            page = find(getattr(models, values["page_type"]), values["slug"])
            fill(page, later)
            page.save_revision().publish()


def parent_of(values: Values) -> Page:
    name = values.pop("parent", None)
    return find(Page, name) if name else Page.get_first_root_node()


def branch(parent: Page, values: Values) -> Iterator[Page]:
    below = values.pop("below", ())
    values.pop("later", None)
    page = getattr(models, values.pop("page_type"))(locale=Locale.get_default(), live=False)
    fill(page, values)
    parent.add_child(instance=page)
    page.save_revision().publish()
    yield page
    for child in below:
        yield from branch(page, child)


def number_of_pages() -> int:
    return sum(map(size, map(content, FILES)))


def size(values: Values) -> int:
    return 1 + sum(map(size, values.get("below", ())))
