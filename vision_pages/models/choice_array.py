"""A list of choices, ticked in the admin, stored as a PostgreSQL array."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models


class ChoiceArrayField(ArrayField):  # type: ignore[type-arg]
    """An ArrayField whose base field has choices; its form field is a list of check boxes."""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        base: models.Field[Any, Any] = self.base_field
        defaults = {
            "form_class": forms.TypedMultipleChoiceField,
            "choices": base.choices,
            "coerce": base.to_python,
            "empty_value": [],
            "widget": forms.CheckboxSelectMultiple,
        }
        return super(ArrayField, self).formfield(**(defaults | kwargs))
