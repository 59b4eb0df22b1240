"""Blocks of facts: key facts, qualities, tables."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock

from vision_pages.blocks.checked import CheckedStructBlock, Fault
from vision_pages.blocks.table import AccessibleTableBlock

FACTS = _("Facts")


class KeyFactBlock(StructBlock):
    value = CharBlock(max_length=40, label=_("Figure"), help_text=_("With its unit: “43.8 %”."))
    label = CharBlock(max_length=120, label=_("What it counts"))
    note = CharBlock(required=False, max_length=300, label=_("Note"))

    class Meta:
        icon = "order"
        group = FACTS
        label = _("Key fact")
        description = _("A figure with what it counts.")
        preview_template = "vision_pages/block_previews/key_fact.html"


class QualityBlock(StructBlock):
    title = CharBlock(max_length=120, label=_("Quality"))
    description = TextBlock(required=False, label=_("Description"))

    class Meta:
        icon = "pick"
        group = FACTS
        label = _("Value or quality")
        description = _("What the vision stands for.")
        preview_template = "vision_pages/block_previews/quality.html"


class CaptionedTableBlock(CheckedStructBlock):
    table = AccessibleTableBlock(label=_("Table"))

    class Meta:
        icon = "table"
        group = FACTS
        label = _("Table")
        description = _("Rows and columns, with a caption and headers.")
        preview_template = "vision_pages/block_previews/table.html"

    def faults(self, value: Any) -> Iterable[Fault]:
        table = value.get("table") or {}
        if not (table.get("table_caption") or "").strip():
            yield "table", _("Give the table a caption that says what it shows.")
        if table.get("table_header_choice") not in {"row", "column", "both"}:
            yield "table", _("Choose which cells are headers: the first row, column or both.")
