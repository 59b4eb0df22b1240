"""Which signals say that something public may have changed; they note the row, nothing else."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.signals import post_page_move

from graphql_api.documents import things
from graphql_api.documents.changes import Changes
from graphql_api.documents.collector import collecting
from graphql_api.documents.identity import key_of, source, source_of
from graphql_api.documents.models import RenditionSet
from graphql_api.documents.registry import parental_key
from graphql_api.frontends.models import Frontend
from vision_pages.models import Release

Note = Callable[[Changes, Any], None]

# What saving a draft writes to the page's row: nothing that documents say.
DRAFT_FIELDS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}


def note_row(changes: Changes, instance: models.Model) -> None:
    changes.sources.add(source_of(instance))


def note_parent(changes: Changes, instance: models.Model) -> None:
    key = parental_key(type(instance))
    if key is not None:
        changes.sources.add(source(key.related_model, getattr(instance, key.attname)))


def note_restriction(changes: Changes, instance: PageViewRestriction) -> None:
    changes.trees.add(instance.page_id)


def note_collection(changes: Changes, instance: Collection) -> None:
    changes.collections.add(instance.pk)


def note_collection_restriction(changes: Changes, instance: CollectionViewRestriction) -> None:
    changes.collections.add(instance.collection_id)


def note_site(changes: Changes, instance: Site) -> None:
    note_row(changes, instance)
    changes.places = True


def note_frontend(changes: Changes, instance: Frontend) -> None:
    """Note all sites: which of them it showed before nobody knows any more."""
    changes.sources.update(source(Site, pk) for pk in Site.objects.values_list("pk", flat=True))


def note_release(changes: Changes, instance: Release) -> None:
    changes.sources.add(source(Page, instance.page_id))


def note_locale(changes: Changes, instance: Locale) -> None:
    changes.locales.add(instance.pk)
    changes.places = True


NOTES: dict[type[models.Model], Note] = {
    PageViewRestriction: note_restriction,
    Collection: note_collection,
    CollectionViewRestriction: note_collection_restriction,
    Site: note_site,
    Frontend: note_frontend,
    Locale: note_locale,
    Release: note_release,
}


def note_for(model: type[models.Model]) -> Note:
    if issubclass(model, Page):
        return note_row
    return NOTES.get(model) or (note_parent if parental_key(model) else note_row)


def saved(
    sender: type[models.Model],
    instance: models.Model,
    *,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    if raw or (update_fields is not None and update_fields <= DRAFT_FIELDS):
        return
    with collecting() as changes:
        note_for(sender)(changes, instance)


def deleted(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Note the row, and its key: what names it names nothing from now on."""
    with collecting() as changes:
        note_for(sender)(changes, instance)
        if sender in things.said_models() or issubclass(sender, Page):
            changes.gone.add(UUID(key_of(instance)))


def deleting(sender: type[models.Model], instance: Page, **kwargs: Any) -> None:
    """Note the aliases while they are still known: without their source they stand alone."""
    with collecting() as changes:
        aliases = Page.objects.filter(alias_of=instance.pk).values_list("pk", flat=True)
        changes.sources.update(source(Page, pk) for pk in aliases)


def moved(sender: type[models.Model], instance: Page, **kwargs: Any) -> None:
    with collecting() as changes:
        changes.trees.add(instance.pk)


def prepared(sender: type[models.Model], instance: RenditionSet, **kwargs: Any) -> None:
    with collecting() as changes:
        changes.prepared.add(instance.source)


def unprepared(sender: type[models.Model], instance: RenditionSet, **kwargs: Any) -> None:
    with collecting() as changes:
        changes.sources.add(instance.source)


def rendition_deleted(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Let go of what was noted of an image when somebody deletes one of its renditions."""
    name = source(get_image_model(), instance.image_id)
    RenditionSet.objects.filter(source=name, files__contains=[instance.file.name]).delete()


def related(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if type(instance) in watched_models():
        with collecting() as changes:
            note_for(type(instance))(changes, instance)


def watched_models() -> list[type[models.Model]]:
    """Give the models whose rows documents say, or whose rows decide what is public."""
    pages = [model for model in apps.get_models() if issubclass(model, Page)]
    parts = [model for model in apps.get_models() if is_part(model)]
    return list(dict.fromkeys([*pages, *parts, *things.said_models(), *NOTES]))


def is_part(model: type[models.Model]) -> bool:
    """Say whether rows of a model belong to a page, or to a row that is said."""
    key = parental_key(model)
    return key is not None and issubclass(key.related_model, (Page, *things.said_models()))


def connect() -> None:
    """Listen to all watched models; again after a model was registered."""
    for model in watched_models():
        listen(model)
    post_save.connect(prepared, sender=RenditionSet, dispatch_uid="graphql_api.prepared")
    post_delete.connect(unprepared, sender=RenditionSet, dispatch_uid="graphql_api.unprepared")
    post_delete.connect(
        rendition_deleted,
        sender=get_image_model().get_rendition_model(),
        dispatch_uid="graphql_api.rendition_deleted",
    )
    pre_delete.connect(deleting, sender=Page, dispatch_uid="graphql_api.deleting")
    post_page_move.connect(moved, dispatch_uid="graphql_api.moved")


def listen(model: type[models.Model]) -> None:
    uid = f"graphql_api.{model._meta.label}"
    post_save.connect(saved, sender=model, dispatch_uid=f"{uid}.saved")
    post_delete.connect(deleted, sender=model, dispatch_uid=f"{uid}.deleted")
    for field in model._meta.local_many_to_many:
        through = field.remote_field.through
        m2m_changed.connect(related, sender=through, dispatch_uid=f"{uid}.{field.name}")
