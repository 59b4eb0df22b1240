"""Which address a title gives: readable in every script, German umlauts written out."""

from typing import Any

from anyascii import anyascii
from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets import SlugInput

TITLE_MAX_LENGTH = 120
GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


def slug(title: str) -> str:
    """Write a title as a slug of ASCII letters, digits and hyphens; "" if it has none."""
    return slugify(anyascii(title.replace("*", "").translate(GERMAN)))


class TitlePanel(TitleFieldPanel):
    """A title that the slug follows until the page is published first."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"maxlength": TITLE_MAX_LENGTH})
        defaults = {"widget": widget, "classname": "", "placeholder": False}
        super().__init__(field_name, **(defaults | kwargs))

    class BoundPanel(TitleFieldPanel.BoundPanel):
        def get_should_apply(self) -> bool:
            return self.instance.first_published_at is None


class SlugPanel(FieldPanel):
    """A slug that the browser writes as the server would."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        written_out: list[Any] = [(chr(letter), text) for letter, text in GERMAN.items()]
        ascii_only = {"data-w-slug-allow-unicode-value": "false"}
        defaults = {
            "widget": SlugInput(attrs=ascii_only, formatters=written_out),
            "heading": _("Address"),
            "help_text": _(
                "The last part of the page’s address. "
                "It follows the title until the page is first published."
            ),
        }
        super().__init__(field_name, **(defaults | kwargs))
