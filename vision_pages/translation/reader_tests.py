"""Which texts a reader group has tested, and whether those of a page are among them."""

from datetime import date
from typing import Any

from django.db.models.signals import pre_save
from wagtail.models import Page

from vision_pages.models.easy_language import is_easy
from vision_pages.models.fingerprints import fingerprint_of
from vision_pages.models.reader_group import ReaderGroupTaskState

APPROVED = ReaderGroupTaskState.STATUS_APPROVED


def keep_tested_texts() -> None:
    pre_save.connect(
        keep, sender=ReaderGroupTaskState, dispatch_uid="vision_pages.keep_tested_texts"
    )


def keep(instance: ReaderGroupTaskState, **kwargs: Any) -> None:
    """Note the fingerprint of what was tested, at the moment in which it passes."""
    if instance.status == APPROVED and not instance.texts:
        row = instance.revision.as_object()
        instance.texts = fingerprint_of(row) if isinstance(row, Page) else ""


def tested(page: Page) -> dict[str, date | int | None]:
    """Say when the texts of a page in Leichte Sprache were tested last, and by how many people."""
    passed = ReaderGroupTaskState.objects.none()
    if is_easy(page.locale) and (texts := fingerprint_of(page)):
        passed = ReaderGroupTaskState.objects.filter(
            revision__object_id=str(page.pk), status=APPROVED, texts=texts
        )
    last = passed.order_by("-tested_on").first()
    return {
        "tested_on": last.tested_on if last else None,
        "tested_people": last.people if last else None,
    }
