"""A whole subtree is given to translators page by page, beside the request that asks for it."""

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

from vision_pages.models import TranslationStart

logger = logging.getLogger(__name__)


def start_below(page: Page, locales: Iterable[Locale], user: Any) -> TranslationStart:
    """Have the pages below one be translated into languages; give what says how far that is."""
    start = TranslationStart.objects.create(page=page, user=user, total=pages_below(page).count())
    start.locales.set(locales)
    go_on(start)
    return start


def go_on(start: TranslationStart) -> None:
    """Begin, or go on where a process ended before its time."""
    transaction.on_commit(partial(begin.enqueue, start.pk))


def pages_below(page: Page) -> Any:
    """Give them from above to below: a page goes below the translation of its parent."""
    return page.get_descendants().filter(alias_of=None).order_by("path")


@task()
def begin(pk: int) -> None:
    """Give page after page to translators; one that fails does not stop the others."""
    start = TranslationStart.objects.get(pk=pk)
    locales = [*start.locales.all()]
    for page in pages_below(start.page)[start.done :]:
        try:
            translate_object(page.specific, locales, user=start.user)
        except Exception:
            logger.exception("Page %s could not be given to translators.", page.pk)
            start.failed.append(page.title)
        start.done += 1
        start.save(update_fields=["done", "failed"])
