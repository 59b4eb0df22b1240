"""Where what a preview shows is edited; public answers never say."""

from collections.abc import Iterator
from typing import Any

import strawberry
from django.db import models

from graphql_api import conf
from graphql_api.documents.facts import is_fact
from graphql_api.documents.registry import model_of
from graphql_api.documents.rows import Part, Row
from graphql_api.previews.editing import Place, at, edited, form, places
from graphql_api.types.declaration import read
from graphql_api.types.fields import Info


@strawberry.type(description="Where a field is edited.")
class EditField:
    name: str = strawberry.field(description="The field of this type, `summary`.")
    url: str | None = strawberry.field(description="As `EditTarget.url`.")
    path: str = strawberry.field(description="As `EditTarget.path`.")


@strawberry.type(description="Where something that a preview shows is edited.")
class EditTarget:
    root: strawberry.Private[Row | Part]
    place: strawberry.Private[Place]
    names: strawberry.Private[dict[str, str]]

    @strawberry.field(
        description="The address of its form in the administration, at its place there; null for "
        "what was never saved, which is edited where the preview was opened."
    )
    async def url(self, info: Info) -> str | None:
        fact = is_fact_at(self.root, self.place)
        return at(await address(self.root, info, fact=fact), path_of(self.root, self.place))

    @strawberry.field(
        description="Its place in that form as Wagtail names it, `body.<id of the block>`; null "
        "for the whole form."
    )
    def path(self) -> str | None:
        return path_of(self.root, self.place)

    @strawberry.field(
        description="Where those of its fields are edited that are: in a translation, what is one "
        "fact in all languages is edited in the source language."
    )
    async def fields(self, info: Info) -> list[EditField]:
        found = []
        for name, stored in self.names.items():
            fact = is_fact_at(self.root, (*self.place, stored))
            place = self.place if fact else own(self.root, self.place)
            path = ".".join((*place, stored))
            url = at(await address(self.root, info, fact=fact), path)
            found.append(EditField(name=name, url=url, path=path))
        return found


@strawberry.interface(description="Something that editors write in the administration.")
class Editable:
    @strawberry.field(
        description="Where it is edited. Null but in previews of who edits: in public answers, and "
        "for people who were sent a link."
    )
    def edit(self, root: strawberry.Parent[Any], info: Info) -> EditTarget | None:
        if not info.context.is_edited:
            return None
        place = place_of(root, info)
        return EditTarget(root=root, place=place, names=dict(names(root, place, info)))


def place_of(root: Row | Part, info: Info) -> Place:
    """Say where in its document something stands."""
    if isinstance(root, Row):
        return ()
    known = info.context.places
    data = root.row.data
    if id(data) not in known:
        known[id(data)] = (data, places(data))
    found = known[id(data)][1]
    return found.get(id(root.data)) or found.get(root.data.get("id")) or ()


def document(root: Row | Part) -> Row:
    return root if isinstance(root, Row) else root.row


def names(root: Row | Part, place: Place, info: Info) -> Iterator[tuple[str, str]]:
    """Yield the fields of a type that are edited, each with the name that its form has for it."""
    parent = info._raw_info.parent_type.name  # noqa: SLF001 - Strawberry says the interface's
    made: Any = info.schema.get_type_by_name(parent)
    model = model_of(document(root).kind)
    there = {*root.data}
    if isinstance(root, Row):
        there &= edited(model) if model else frozenset()
    elif is_row(root, place):
        there &= edited(model, place[0]) if model else frozenset()
    for field in made.fields:
        stored = next((name for name in read(field) or [field.python_name] if name in there), None)
        if stored:
            yield info.schema.config.name_converter.from_field(field), stored


def is_row(root: Row | Part, place: Place) -> bool:
    """Say whether something is an inline row: it stands in the form by its position."""
    return isinstance(root, Part) and root.block is None and len(place) == 2


def is_translation(row: Row) -> bool:
    return row.locale not in {"", conf.source_language()}


def own(root: Row | Part, place: Place) -> Place:
    """Give the place in the form of its own language: translators know rows by their keys."""
    if is_row(root, place) and is_translation(document(root)) and not is_fact_at(root, place):
        return (place[0], root.data["id"])
    return place


def path_of(root: Row | Part, place: Place) -> str | None:
    return ".".join(own(root, place)) or None


def is_fact_at(root: Row | Part, place: Place) -> bool:
    """Say whether a translation takes what stands at a place from its source."""
    row = document(root)
    model = model_of(row.kind) if is_translation(row) else None
    if model is None or not place:
        return False
    field = model._meta.get_field(place[0])
    if is_fact(model, field):
        return True
    rows: type[models.Model] | None = field.related_model if field.one_to_many else None
    return bool(rows and place[2:] and is_fact(rows, rows._meta.get_field(place[2])))


async def address(root: Row | Part, info: Info, *, fact: bool) -> str | None:
    """Give the address of the form in which something is edited."""
    row = document(root)
    if fact:
        row = await info.context.loader.found(row.key, (conf.source_language(),)) or row
    request = info.context.request
    return form(row.source, f"{request.scheme}://{request.get_host()}")
