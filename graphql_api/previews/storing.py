"""Storing a draft: all that publishing something, as it is in memory, would write."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid5

from django.db import models, transaction
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, TranslatableMixin

from graphql_api.documents.identity import source_of
from graphql_api.documents.projection import finished
from graphql_api.previews import pages, things
from graphql_api.previews.clearing import clear
from graphql_api.previews.languages import language_of
from graphql_api.previews.models import Draft
from graphql_api.previews.moving import move
from graphql_api.previews.rights import NEW
from graphql_api.previews.rows import write

LIFETIME = timedelta(hours=1)


def store(instance: models.Model, author: Any, lifetime: timedelta = LIFETIME) -> Draft:
    """Keep what publishing a page, a snippet or settings, saved or not, would write.

    One draft of each author and thing is kept: a second preview shows the newer form.
    """
    now = timezone.now()
    with transaction.atomic():
        clear(now)
        draft, _created = Draft.objects.update_or_create(
            author=author,
            subject=subject(instance),
            is_copy=False,
            defaults={"expires_at": now + lifetime},
        )
        draft.rows.all().delete()
        draft.words.all().delete()
        if instance.pk is None and isinstance(instance, TranslatableMixin):
            # Each rendering of something unsaved makes a new key, which frontends take for a new
            # page.
            instance.translation_key = uuid5(draft.id, "page")
        fill(draft, instance, now)
    return draft


def subject(instance: Any) -> str:
    """Name what a draft is of; of what is unsaved only where it is to stand."""
    if instance.pk is not None:
        return source_of(instance)
    place = getattr(instance, "path", None) or f"{NEW}{language_of(instance)}"
    return f"{instance._meta.label_lower}:{place}"


def fill(draft: Draft, instance: Any, now: datetime) -> None:
    settle_streams(instance)
    say = pages.documents if isinstance(instance, Page) else things.documents
    found = finished(say(instance, now))
    write(draft, found)
    if found and isinstance(instance, Page):
        move(draft, found[0])


def settle_streams(instance: models.Model) -> None:
    """Have streams say what is in their blocks: wagtail-localize writes only there."""
    for field in instance._meta.fields:
        if isinstance(field, StreamField):
            setattr(instance, field.name, field.to_python(field.value_to_string(instance)))
