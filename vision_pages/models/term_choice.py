"""Terms are chosen by ticking them, in the language of the page."""

from typing import Any

from django import forms
from django.db.models import Q
from wagtail.admin.panels import FieldPanel


class TermsPanel(FieldPanel):
    """Check boxes for the terms of the page's language; none need be ticked in a draft."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        defaults = {"widget": forms.CheckboxSelectMultiple, "required_on_save": False}
        super().__init__(field_name, **(defaults | kwargs))

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            # Revisions are compared without a form.
            if self.bound_field is not None:
                field = self.bound_field.field
                field.queryset = field.queryset.filter(
                    Q(locale=self.instance.locale) | Q(pk__in=self.chosen())
                )

        def chosen(self) -> list[Any]:
            return [term.pk for term in getattr(self.instance, self.field_name).all()]
