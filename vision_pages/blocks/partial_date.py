"""A date known to a year, a month or a day, inside a block."""

from typing import Any

from wagtail.blocks import FieldBlock

from vision_pages.fields import PartialDateFormField


class PartialDateBlock(FieldBlock):
    """Stored as EDTF level 0: `2009`, `2020-10` or `2003-12-18`."""

    def __init__(self, *, required: bool = True, help_text: Any = "", **kwargs: Any) -> None:
        self.field = PartialDateFormField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    def value_from_form(self, value: Any) -> str | None:
        """Give a date as it is stored, and what is none as it was written."""
        return str(value) if value else None

    class Meta:
        icon = "date"
