"""What an editor's browser would send."""

from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks import BlockField
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from vision_pages.blocks import RICH_TEXT_FEATURES

__all__ = ["rich", "rows", "sent", "streamfield"]


def rows(*forms: dict[str, Any]) -> dict[str, Any]:
    return inline_formset([{"id": "", **form} for form in forms])


def rich(text: str) -> str:
    return rich_text(f"<p>{text}</p>", features=RICH_TEXT_FEATURES)


def sent(model: type, action: str = "", **values: Any) -> dict[str, Any]:
    """Give the data of a model's form: empty but for `values`, with a button pressed."""
    form = model.get_edit_handler().get_form_class()
    empty: dict[str, Any] = {name: rows() for name in form.formsets}
    for name, field in form.base_fields.items():
        if isinstance(field, BlockField):
            empty[name] = streamfield([])
        elif isinstance(field.widget, DraftailRichTextArea):
            empty[name] = "null"
    if action:
        empty[f"action-{action}"] = "1"
    return nested_form_data(empty | values)
