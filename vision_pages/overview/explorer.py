"""Which pages in the explorer are outdated translations, or have some."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import ListingButton
from wagtail.models import Page

from vision_pages.models import Release
from vision_pages.overview.addresses import edit_address
from vision_pages.translation.states import State, outdated


def mark_outdated(parent_page: Page, pages: QuerySet[Page], request: HttpRequest) -> Any:
    """Have the pages of a listing know how much of them is to be translated again."""
    own = Release.objects.filter(page=OuterRef("pk"))
    others = outdated().filter(page__translation_key=OuterRef("translation_key"), page__live=True)
    counted = others.order_by().values("page__translation_key").annotate(times=Count("pk"))
    return pages.annotate(
        is_outdated=Exists(outdated().filter(page=OuterRef("pk"), page__live=True)),
        texts_left=Subquery(own.values("texts_left")[:1]),
        words_left=Subquery(own.values("words_left")[:1]),
        outdated_translations=Subquery(counted.values("times")[:1]),
    )


def outdated_button(page: Any, user: Any, next_url: str | None = None) -> Iterator[ListingButton]:
    """Say beside a page's title that it is outdated, and lead to where that is mended."""
    if getattr(page, "is_outdated", False):
        left = said_left(page.texts_left, page.words_left)
        yield ListingButton(left, edit_address(page.pk), priority=5)
    elif times := getattr(page, "outdated_translations", None):
        text = ngettext("%(count)s translation outdated", "%(count)s translations outdated", times)
        asked = urlencode({"state": State.OUTDATED.value, "q": page.title})
        report = reverse("vision_pages_overview:translations")
        yield ListingButton(text % {"count": times}, f"{report}?{asked}", priority=5)


def said_left(texts: int | None, words: int | None) -> str:
    if not texts:
        return _("Outdated")
    text = ngettext(
        "Outdated: %(texts)s text, %(words)s words",
        "Outdated: %(texts)s texts, %(words)s words",
        texts,
    )
    return text % {"texts": texts, "words": words}
