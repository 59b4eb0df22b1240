"""What publishing refuses: all faults at once, beside their fields, while a draft still saves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue
from wagtail.blocks.base import get_error_json_data
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME

Rows = Callable[[str], list[Any]]


@dataclass(frozen=True)
class Fault:
    """One reason not to publish: its message, the field it stands beside, and the inline row.

    A block's stands at `path` below its field: Wagtail's content path.
    """

    field: str
    message: Any
    row: models.Model | None = None
    rows: str = ""
    path: tuple[str, ...] = ()


class PublicationRules:
    """A page that names its own faults; checked by the form, and by every other way to publish."""

    checked_by_form = False

    def faults(self, rows: Rows) -> Iterable[Fault]:
        """Yield what stands against publishing; `rows(name)` gives an inline relation's rows."""
        return ()

    def saved_rows(self, name: str) -> list[Any]:
        return list(getattr(self, name).all())

    def all_faults(self) -> Iterator[Fault]:
        """Yield what a form would refuse too; without one nobody asks blocks, relations, rows."""
        yield from self.faults(self.saved_rows)
        yield from stream_faults(self)
        yield from relation_faults(self)
        yield from row_faults(self)

    def clean(self) -> None:
        super().clean()  # type: ignore[misc]
        if self.checked_by_form:
            return
        found: dict[str, list[Any]] = {}
        for fault in self.all_faults():
            found.setdefault(NON_FIELD_ERRORS if fault.rows else fault.field, []).append(
                fault.message
            )
        if found:
            raise ValidationError(found)


def relation_faults(page: Any) -> Iterable[Fault]:
    """Yield the required relations to terms that name none."""
    for field in page._meta.many_to_many:
        if not field.blank and not getattr(page, field.name).all():
            yield Fault(field.name, field.error_messages["blank"])


def stream_faults(page: Any) -> Iterable[Fault]:
    """Yield what the blocks of a page refuse."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            try:
                field.stream_block.clean(value)
            except ValidationError as error:
                for path, message in block_faults(get_error_json_data(error), value):
                    yield Fault(field.name, message, path=path)


def block_faults(
    error: dict[str, Any], value: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the messages of a block and of those in it, each with its path."""
    for message in error.get("messages", ()):
        yield path, message
    for key, child in error.get("blockErrors", {}).items():
        name, inner = block_part(value, key)
        yield from block_faults(child, inner, (*path, name))


def block_part(value: Any, key: str | int) -> tuple[str, Any]:
    """Give name and value of a part: by number in streams and lists, by name in structs."""
    if isinstance(value, StreamValue):
        return str(value[int(key)].id), value[int(key)].value
    if isinstance(value, ListValue):
        return str(value.bound_blocks[int(key)].id), value[int(key)]
    return str(key), value.get(key) if isinstance(value, dict) else None


def row_faults(page: Any) -> Iterable[Fault]:
    """Yield what the fields of inline rows refuse."""
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME:
            continue
        for row in page.saved_rows(name):
            try:
                row.clean_fields(exclude={relation.field.name})
            except ValidationError as error:
                for field, messages in error.message_dict.items():
                    label = row._meta.get_field(field).verbose_name
                    for message in messages:
                        yield Fault(field, f"{capfirst(label)}: {message}", row=row, rows=name)


class PublicationForm(WagtailAdminPageForm):
    """Lays a page's faults beside their fields, unless only a draft is saved."""

    faults_added = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:  # an empty one is made of the title
            self.fields["slug"].required = False

    def _post_clean(self) -> None:
        self.instance.checked_by_form = True
        super()._post_clean()  # type: ignore[misc]

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if not self.is_bound or self.is_deferred_validation or self.faults_added:
            return valid
        self.faults_added = True
        for fault in self.instance.faults(self.entered_rows):
            self.add_fault(fault)
            valid = False
        return valid

    def entered_rows(self, name: str) -> list[Any]:
        return [form.instance for form in self.entered_forms(name)]

    def entered_forms(self, name: str) -> list[Any]:
        formset = self.formsets.get(name)
        if formset is None:
            return []
        return [
            form
            for form in formset.forms
            if not formset._should_delete_form(form)  # noqa: SLF001 (Django's own formset does so)
            and (form.instance.pk or form.has_changed())
        ]

    def add_fault(self, fault: Fault) -> None:
        for form in self.entered_forms(fault.rows):
            if form.instance is fault.row:
                form.add_error(fault.field if fault.field in form.fields else None, fault.message)
                return
        if fault.rows and fault.row is None:
            messages = self.formsets[fault.rows].non_form_errors()
            if not messages:  # else the form has counted its rows itself
                messages.append(fault.message)
        else:
            self.add_error(fault.field if fault.field in self.fields else None, fault.message)
