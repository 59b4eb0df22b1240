"""Fields of our own: blocks that migrations know nothing of, terms, dates known in part."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField

from vision_pages.partial_date import PartialDate

__all__ = ["BodyField", "PartialDate", "PartialDateBoundField", "PartialDateField", "TermsField"]


class BodyField(StreamField):
    """A StreamField whose migrations say nothing of its blocks, so that blocks need none."""

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        for option in ("block_lookup", "min_num", "max_num", "block_counts", "collapsed"):
            kwargs.pop(option, None)
        return name, path, [], kwargs


class TermsField(ParentalManyToManyField):
    """Terms of a page, which Wagtail's index of references finds as well."""

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalManyToManyField", args, kwargs

    def extract_references(
        self, value: Iterable[models.Model]
    ) -> Iterator[tuple[type[models.Model], str, str, str]]:
        for term in value:
            yield type(term), str(term.pk), "item", str(term.pk)


class PartialDateFormField(forms.CharField):
    """Text that is a date known to a year, a month or a day."""

    def __init__(self, *, help_text: Any = "", **kwargs: Any) -> None:
        hint = _("A year (2009), a month (2020-10) or a day (2003-12-18).")
        super().__init__(help_text=help_text or hint, **kwargs)

    def clean(self, value: Any) -> PartialDate | None:
        text = super().clean(value)
        return PartialDate.parse(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial and str(initial), data)


class PartialDateAttribute(DeferredAttribute):
    """Turns text into a date when it is set; text that is none stays, for validation to refuse."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        with suppress(ValidationError):
            value = self.field.to_python(value)
        instance.__dict__[self.field.attname] = value


class PartialDateField(models.CharField):  # type: ignore[type-arg]
    """A date known to a year, a month or a day, stored as EDTF level 0."""

    descriptor_class = PartialDateAttribute
    description = _("Date known to a year, a month or a day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *args: Any) -> PartialDate | None:
        return PartialDate.parse(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        return PartialDate.parse(str(value))

    def get_prep_value(self, value: Any) -> str | None:
        parsed = self.to_python(value)
        return parsed.iso if parsed else None

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(
            **({"form_class": PartialDateFormField, "max_length": None} | kwargs)
        )

    def run_validators(self, value: Any) -> None:
        """A parsed date is valid."""


class PartialDateBoundAttribute(DeferredAttribute):
    """Computes the day of the date beside it, in drafts too; what is set serves the database."""

    field: "PartialDateBoundField"

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        if instance is None:
            return self
        partial = getattr(instance, self.field.source)
        return getattr(partial, self.field.edge) if isinstance(partial, PartialDate) else None

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class PartialDateBoundField(models.DateField):  # type: ignore[type-arg]
    """The first or last day of a partial date of the same model, stored to be indexed."""

    descriptor_class = PartialDateBoundAttribute

    def __init__(self, *args: Any, source: str = "", edge: str = "earliest", **kwargs: Any) -> None:
        self.source, self.edge = source, edge
        super().__init__(*args, **kwargs | {"null": True, "editable": False, "db_index": True})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source, "edge": self.edge}
