"""Where things are edited: the address of their form, and the place in it as Wagtail names it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import models
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import get_edit_handler
from wagtail.admin.utils import get_admin_base_url
from wagtail.models import Page

from graphql_api.documents.identity import parsed
from graphql_api.documents.registry import VALUE
from graphql_api.documents.streams import KIND

# Wagtail's own way to name a field or a block behind the address of a form.
ANCHOR = "#:w:contentpath="

# The steps to a block or an inline row: names of fields, ids of blocks, positions of rows.
Place = tuple[str, ...]


def form(source: str, origin: str) -> str | None:
    """Give the address of a row's form; what was never saved has none.

    origin: that of the admin, unless the settings say it.
    """
    model, pk = parsed(source) if source else (None, "")
    if model is None or pk == "None":
        return None
    path = AdminURLFinder().get_edit_url(model(pk=pk))
    return path and f"{(get_admin_base_url() or origin).rstrip('/')}{path}"


def at(form: str | None, path: str | None) -> str | None:
    """Give the address of a place in a form."""
    return f"{form}{ANCHOR}{path}" if form and path else form


@cache
def edited(model: type[models.Model], rows: str = "") -> frozenset[str]:
    """Name what the form of a model has fields for, or that of its inline rows."""
    made = form_class(model)
    if rows:
        formset = getattr(made, "formsets", {}).get(rows)
        return frozenset(formset.form.base_fields if formset else ())
    return frozenset({*getattr(made, "base_fields", ()), *getattr(made, "formsets", ())})


def form_class(model: Any) -> Any:
    if issubclass(model, Page):
        return model.get_edit_handler().get_form_class()
    viewset = getattr(model, "snippet_viewset", None)
    handler = (viewset and viewset.get_edit_handler()) or (viewset and get_edit_handler(model))
    return handler.get_form_class() if handler else None


def places(data: dict[str, Any]) -> dict[Any, Place]:
    """Give the places of all that a document holds, by its identity and by its id."""
    found: dict[Any, Place] = {}
    for name, value in data.items():
        for place, held in inside(value, (name,)):
            found[id(held)] = place
            if "id" in held:
                found.setdefault(held["id"], place)
    return found


def inside(value: Any, place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yield what a value holds, with its place."""
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from inside(item, (*place, step(item, position, place)))
    elif isinstance(value, dict):
        held = value["value"] if KIND in value else value
        yield place, held
        for name, child in held.items():
            yield from inside(child, place if {*held} == {VALUE} else (*place, name))


def step(item: Any, position: int, place: Place) -> str:
    """Name an item: blocks and items of lists in them by their ids, inline rows by position."""
    is_row = len(place) == 1 and isinstance(item, dict) and KIND not in item
    if is_row or not isinstance(item, dict) or "id" not in item:
        return str(position)
    return str(item["id"])
