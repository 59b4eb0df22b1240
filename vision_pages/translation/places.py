"""Where in a form a text stands, and how long it may be."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils.text import capfirst
from wagtail.blocks import CharBlock, TextBlock
from wagtail.fields import RichTextField, StreamField


@dataclass(frozen=True)
class Place:
    """A field of a form, or one of a block in it."""

    label: str
    max_length: int | None = None
    # Of a page, a term or a row: one text is all that it says.
    field: "Field[Any, Any] | None" = None
    # Formatting would be lost.
    is_plain: bool = False


def place_of(model: type[Model], field_path: str) -> Place:
    """Give the place of a text by wagtail-localize's path of names to it."""
    name, *inside = field_path.split(".")
    try:
        field: Any = model._meta.get_field(name)
        if field.one_to_many:
            row, label = field.related_model, title(field.related_model._meta.verbose_name)
            return below(label, place_of(row, ".".join(inside)))
    except FieldDoesNotExist:
        return Place(name)
    label = title(field.verbose_name)
    if isinstance(field, StreamField):
        return below(label, place_in(field.stream_block, inside))
    # What is said in a rich text is cut into strings, none of which is the whole.
    if isinstance(field, RichTextField):
        return Place(label)
    return Place(label, field.max_length, field, is_plain=True)


def place_in(block: Any, names: list[str]) -> Place:
    labels = []
    for name in names:
        block, is_item = child(block, name)
        if block is None:
            break
        if not is_item:
            labels.append(title(block.label))
    is_plain = isinstance(block, CharBlock | TextBlock)
    return Place(" › ".join(labels), limit_of(block) if is_plain else None, is_plain=is_plain)


def child(block: Any, name: str) -> tuple[Any, bool]:
    """Give a block in a block, and whether it is one of a list and has no name of its own."""
    if hasattr(block, "child_block"):
        return block.child_block, True
    return getattr(block, "child_blocks", {}).get(name), False


def limit_of(block: Any) -> int | None:
    return getattr(getattr(block, "field", None), "max_length", None)


def below(label: str, place: Place) -> Place:
    return replace(place, label=" › ".join(filter(None, [label, place.label])))


def title(name: Any) -> str:
    return str(capfirst(str(name)))
