"""Wagtail's index of references follows the terms of pages; imported once the models are there."""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.signals import m2m_changed
from wagtail.signal_handlers import update_reference_index_on_save

from vision_pages.fields import TermsField


def follow_terms() -> None:
    """Have the index read a page again once its terms are written: that is after the page."""
    for model in apps.get_models():
        for field in model._meta.local_many_to_many:
            if isinstance(field, TermsField):
                uid = f"vision_pages.terms.{model._meta.label}.{field.name}"
                m2m_changed.connect(related, sender=field.remote_field.through, dispatch_uid=uid)


def related(instance: models.Model, action: str, **kwargs: Any) -> None:
    if action.startswith("post_"):
        update_reference_index_on_save(instance)
