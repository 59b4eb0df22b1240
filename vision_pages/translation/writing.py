"""Leichte Sprache is written freely, beside its source, and not translated string by string."""

from typing import Any

from django.db.models.signals import pre_save

from vision_pages.models.easy_language import is_easy


def write_freely() -> None:
    """Have wagtail-localize's editor never open for it, nor fill in what its source says since."""
    pre_save.connect(
        give_no_strings,
        sender="wagtail_localize.Translation",
        dispatch_uid="vision_pages.give_no_strings",
    )


def give_no_strings(instance: Any, **kwargs: Any) -> None:
    if is_easy(instance.target_locale):
        instance.enabled = False


def is_written(target: Any) -> bool:
    """Say whether a page or term is one that somebody writes; an alias only holds its place."""
    is_alias = getattr(target, "alias_of_id", None) is not None
    return target is not None and is_easy(target.locale) and not is_alias
