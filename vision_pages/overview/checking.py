"""Keeps what is to be said of each page: found anew after a change, beside the requests.

A change marks pages in its own transaction; once that is over, a task looks at what is marked.
"""

import logging
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils.translation import override
from django_tasks import task
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.signals import page_published, post_page_move, published, unpublished

from vision_pages.models import ContactPoint, PageCheck, PageFinding, Release, StagePage
from vision_pages.models.content import ContentMixin
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.overview.page_types import models_of
from vision_pages.readiness.findings import foreseeable
from vision_pages.readiness.kinds import Kind

logger = logging.getLogger(__name__)


@task()
def check_marked_pages() -> None:
    """Look at the pages that are marked."""
    check()


def keep_findings() -> None:
    """Have pages marked when they change, and when what they refer to does."""
    for model in models_of(ContentMixin):
        connect(post_save, mark_page, model)
        connect(post_page_move, mark_page, model)
    connect(post_delete, mark_neighbours, StagePage)
    connect(post_save, mark_drafted, Revision)
    connect(post_save, mark_released, Release)
    published.connect(mark_waiting, dispatch_uid="vision_pages.mark_waiting")
    page_published.connect(mark_followed, dispatch_uid="vision_pages.mark_followed")
    unpublished.connect(mark_users, dispatch_uid="vision_pages.mark_users")
    for receiver, model in ((mark_callers, ContactPoint), (mark_users, get_document_model())):
        connect(post_save, receiver, model)
        connect(pre_delete, receiver, model)


def connect(signal: Any, receiver: Any, sender: type) -> None:
    uid = f"vision_pages.{receiver.__name__}.{sender.__module__}.{sender.__qualname__}"
    signal.connect(receiver, sender=sender, dispatch_uid=uid)


def mark_page(instance: Any, *, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        mark([instance.pk])
        mark_neighbours(instance)


def mark_neighbours(instance: Any, **kwargs: Any) -> None:
    """Mark the stages beside one: their dates are compared with each other."""
    if isinstance(instance, StagePage):
        beside = StagePage.objects.sibling_of(instance, inclusive=False)
        mark(beside.order_by().values_list("pk", flat=True))


def mark_drafted(instance: Revision, *, raw: bool = False, **kwargs: Any) -> None:
    model = instance.content_type.model_class()
    if not raw and model and issubclass(model, ContentMixin):
        mark([int(instance.object_id)])


def mark_released(instance: Release, *, raw: bool = False, **kwargs: Any) -> None:
    """Mark a page whose video somebody has looked at."""
    if not raw:
        mark([instance.page_id])


def mark_callers(instance: ContactPoint, **kwargs: Any) -> None:
    """Mark the initiatives that name a contact."""
    for model in models_of(InitiativeMixin):
        named = model.objects.filter(contacts=instance).order_by()
        mark(named.values_list("pk", flat=True))


def mark_users(instance: Any, **kwargs: Any) -> None:
    """Mark the pages that refer to a file, a term or a page."""
    mark(users(instance))


def mark_waiting(instance: Any, **kwargs: Any) -> None:
    """Mark the pages that refer to what is published; if it is live, those that waited for it."""
    found = users(instance)
    with transaction.atomic():
        mark(waiting(found) if instance.live else found)


def mark_followed(instance: Any, *, alias: bool = False, **kwargs: Any) -> None:
    """Mark those that refer to an alias: of all other pages Wagtail says twice what it does."""
    if alias:
        mark_waiting(instance)


def users(instance: Any) -> list[int]:
    """Give the pages that refer to a file, a term or a page."""
    kinds = ContentType.objects.get_for_models(*models_of(ContentMixin)).values()
    references = ReferenceIndex.get_references_to(instance).filter(content_type__in=kinds)
    pks = {int(pk) for pk in references.values_list("object_id", flat=True)}
    return [*Page.objects.filter(pk__in=pks).order_by().values_list("pk", flat=True)] if pks else []


def waiting(pks: list[int]) -> list[int]:
    """Give those of the pages that are said to refer to something out of reach."""
    if not pks:
        return []
    # Whoever looks at one of them just now still sees things as they were: its findings first.
    looked_at = PageCheck.objects.filter(page__in=pks).order_by("page").select_for_update()
    [*looked_at.values_list("page", flat=True)]
    findings = PageFinding.objects.filter(page__in=pks, kind=Kind.TARGETS)
    return [*findings.order_by().values_list("page", flat=True).distinct()]


def mark(pks: Iterable[int]) -> None:
    """Have pages looked at once this transaction is over."""
    marks = [PageCheck(page_id=pk, is_due=True) for pk in sorted(pks)]
    if not marks:
        return
    PageCheck.objects.bulk_create(
        marks, update_conflicts=True, unique_fields=["page"], update_fields=["is_due"]
    )
    enqueue: Any = check_marked_pages.enqueue
    if enqueue not in [waiting[1] for waiting in connection.run_on_commit]:
        transaction.on_commit(enqueue, robust=True)


def mark_all() -> None:
    for model in models_of(ContentMixin):
        mark(model.objects.order_by().values_list("pk", flat=True))


def check() -> int:
    """Look at the marked pages, and say of how many something was found anew."""
    due = PageCheck.objects.filter(is_due=True).order_by("page").values_list("page", flat=True)
    return sum(check_page(pk) for pk in [*due])


def check_page(pk: int) -> bool:
    """Look at a page, unless somebody else just does; one that fails is looked at again."""
    try:
        with transaction.atomic():
            marked = PageCheck.objects.filter(page=pk, is_due=True)
            if not marked.select_for_update(skip_locked=True).exists():
                return False
            keep(pk)
            marked.update(is_due=False)
            return True
    except Exception:
        logger.exception("Page %s could not be looked at.", pk)
        return False


def keep(pk: int) -> None:
    """Put what is found of a page in the place of what was."""
    page = Page.objects.get(pk=pk).specific
    PageFinding.objects.filter(page=pk).delete()
    if isinstance(page, ContentMixin) and not page.alias_of_id:
        PageFinding.objects.bulk_create(found(page.get_latest_revision_as_object()))


def found(draft: Any) -> Iterator[PageFinding]:
    """Give what is said of a draft, in the language of the site's staff."""
    with override(settings.LANGUAGE_CODE):
        for finding in foreseeable(draft):
            yield PageFinding(
                page_id=draft.pk,
                kind=finding.kind,
                path=finding.place.path,
                place=str(finding.place),
                message=finding.message,
                holds_from=finding.holds_from,
            )
