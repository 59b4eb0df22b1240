"""What an editor's browser would send, and what it would show."""

from typing import Any

from django.urls import reverse
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks import BlockField
from wagtail.blocks.base import get_error_json_data
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from vision_pages.blocks import RICH_TEXT_FEATURES

REQUIRED = "Dieses Feld muss ausgefüllt werden."


def rows(*forms: dict[str, Any]) -> dict[str, Any]:
    return inline_formset([{"id": "", **form} for form in forms])


def saved(row, **values: Any) -> dict[str, Any]:
    """Give the form data of a row that is there already."""
    return {**rows({"id": row.pk, **values}), "INITIAL_FORMS": "1"}


def rich(text: str) -> str:
    return formatted(f"<p>{text}</p>")


def formatted(html: str) -> str:
    return rich_text(html, features=RICH_TEXT_FEATURES)


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


def create(client, parent, model, action="", **values):
    address = reverse(
        "wagtailadmin_pages:add", args=["vision_pages", model._meta.model_name, parent.pk]
    )
    return client.post(address, sent(model, action, **values))


def edit(client, page, action="", **values):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, sent(type(page), action, **values))


def messages(response) -> dict[str, list[str]]:
    """Give the page's messages by field; those of rows and blocks by name, number and field."""
    if response.status_code == 302:
        return {}
    form = response.context["form"]
    found = {}
    for name, errors in form.errors.as_data().items():
        for error in errors:
            found |= block_messages(name, get_error_json_data(error))
    for relation, formset in form.formsets.items():
        if formset.non_form_errors():
            found[relation] = list(formset.non_form_errors())
        for number, row in enumerate(formset.forms):
            for name, errors in row.errors.items():
                found[f"{relation}-{number}-{name}"] = list(errors)
    return found


def block_messages(name, error) -> dict[str, list[str]]:
    """Give the messages of a field by its name, those of the blocks in it below that."""
    found = {name: error["messages"]} if error.get("messages") else {}
    for child, inner in error.get("blockErrors", {}).items():
        found |= block_messages(f"{name}-{child}", inner)
    return found
