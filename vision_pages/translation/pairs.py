"""A page and what says the same in Leichte Sprache, each knowing of the other."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Locale, Page

from vision_pages.models import Release
from vision_pages.models.easy_language import LANGUAGE
from vision_pages.translation.releases import keep_texts, source_of, source_texts
from vision_pages.translation.states import State, in_language

STILL_TRUE = "vision_pages.still_true"


@dataclass(frozen=True)
class Pair:
    """An original, what is written beside it, and how far that is since when."""

    original: Page
    locale: Locale
    easy: Page | None
    state: State
    since: datetime | None

    @cached_property
    def release(self) -> Release | None:
        """What is public in Leichte Sprache."""
        return Release.objects.filter(page=self.easy).first() if self.easy else None

    @property
    def is_outdated(self) -> bool:
        return self.state is State.OUTDATED

    @property
    def compared(self) -> int | None:
        """The original's revision from which it has changed, if it's still there."""
        seen = self.release.source_revision_id if self.release else None
        has_changed = self.is_outdated and seen != self.original.live_revision_id
        return seen if has_changed else None


def pair_of(page: Page) -> Pair | None:
    """Give the pair that a page belongs to as one of the two."""
    locale = Locale.objects.filter(language_code=LANGUAGE).first()
    original = page if page.locale_id == Locale.get_default().pk else source_of(page)
    if locale is None or original is None or original.locale_id == locale.pk:
        return None
    if page.locale_id not in {original.locale_id, locale.pk}:
        return None
    found = in_language(Page.objects.filter(pk=original.pk), locale).first()
    if found is None:
        return None
    easy = Page.objects.filter(pk=found.target).first() if found.target else None
    return Pair(found, locale, easy, State(found.state), found.since)


@transaction.atomic
def say_still_true(pair: Pair, user: Any) -> None:
    """Note that somebody has looked at what the original says now; what is written still holds."""
    release = pair.release
    if release is None:
        return
    keep_texts(pair.original)
    seen, release.source_revision_id = release.source_revision_id, pair.original.live_revision_id
    release.source_texts = source_texts(pair.original)
    release.save(update_fields=["source_texts", "source_revision"])
    data = {"from": seen, "to": release.source_revision_id}
    log(instance=pair.easy, action=STILL_TRUE, user=user, data=data)
