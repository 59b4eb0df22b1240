"""Wagtail's actions made whole: each in one transaction with its documents, or not at all."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from importlib import import_module
from typing import Any

from django.core import checks
from django.utils.module_loading import import_string

from graphql_api.documents import silence, things
from graphql_api.documents.collector import collecting

# Wagtail publishes in autocommit, and its views call these classes directly.
WRAPPED = (
    "wagtail.actions.publish_revision.PublishRevisionAction.execute",
    "wagtail.actions.unpublish.UnpublishAction.execute",
    "wagtail.actions.unpublish_page.UnpublishPageAction.execute",
    "wagtail.actions.move_page.MovePageAction.execute",
    "wagtail.actions.copy_page.CopyPageAction.execute",
    "wagtail.actions.create_alias.CreatePageAliasAction.execute",
    "wagtail.actions.convert_alias.ConvertAliasPageAction.execute",
    "wagtail.actions.copy_for_translation.CopyPageForTranslationAction.execute",
    "wagtail.actions.copy_for_translation.CopyForTranslationAction.execute",
    "wagtail.actions.create.CreateAction.execute",
    "wagtail.actions.edit.EditAction.execute",
    "wagtail.actions.delete.DeleteAction.execute",
    "wagtail.actions.delete_page.DeletePageAction.execute",
    "wagtail.admin.views.bulk_action.base_bulk_action.BulkAction.form_valid",
    # A new page is written, then restricted, then published: in between it would be public.
    "wagtail.admin.views.pages.create.CreateView.publish_action",
    "wagtail.models.pages.AbstractPage.save",
    "wagtail.query.PageQuerySet.delete",
    "wagtail.models.Site.save",
    "wagtail.models.Site.delete",
    "wagtail.models.Locale.save",
    "wagtail.models.Locale.delete",
    "wagtail.models.Collection.save",
    "wagtail.models.Collection.delete",
    "wagtail.models.PageViewRestriction.save",
    "wagtail.models.PageViewRestriction.delete",
    "wagtail.models.CollectionViewRestriction.save",
    "wagtail.models.CollectionViewRestriction.delete",
)

Note = Callable[..., AbstractContextManager[None]]

# These change what is public without a signal; what goes around them notes what they changed.
SILENT: dict[str, Note] = {
    "wagtail.models.Collection.move": silence.collection_moved,
    "wagtail.contrib.redirects.signal_handlers.create_redirects": silence.redirects_created,
}

_missing: list[str] = []


Function = Callable[..., Any]


def unnoticed(*args: Any, **kwargs: Any) -> AbstractContextManager[None]:
    return nullcontext()


def whole(function: Function, note: Note = unnoticed) -> Function:
    """Run a function in a collector, and so in one transaction with the documents."""
    if getattr(function, "collects", False):
        return function

    @wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        with collecting() as changes, note(changes, *args, **kwargs):
            return function(*args, **kwargs)

    wrapper.collects = True  # type: ignore[attr-defined]
    return wrapper


def wrap() -> None:
    """Wrap what Wagtail leaves open."""
    for name in WRAPPED:
        replace(name)
    for name, note in SILENT.items():
        replace(name, note)
    for model in things.said_models():
        wrap_model(model)


def replace(name: str, note: Note = unnoticed) -> None:
    """Wrap what a dotted name stands for; the check reports what is not there any more."""
    path, attribute = name.rsplit(".", 1)
    try:
        owner = located(path)
        setattr(owner, attribute, whole(getattr(owner, attribute), note))
    except (ImportError, AttributeError):
        _missing.append(name)


def located(path: str) -> Any:
    """Import a module, or a class in one."""
    try:
        return import_module(path)
    except ImportError:
        return import_string(path)


def wrap_model(model: type[Any]) -> None:
    """Write a row and its document together."""
    model.save = whole(model.save)
    model.delete = whole(model.delete)


def check_wrapped(**kwargs: Any) -> list[checks.CheckMessage]:
    """Refuse to start where Wagtail has changed what publishing rests on."""
    return [
        checks.Error(
            f"{name} does not exist, so a change and its documents would not be one.",
            hint="This version of Wagtail is not supported.",
            id="graphql_api.E001",
        )
        for name in _missing
    ]
