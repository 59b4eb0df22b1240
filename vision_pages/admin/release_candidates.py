"""Which translations of a page and of the pages below it could be published, and what hinders."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from vision_pages.conf import Incomplete, incomplete
from vision_pages.translation.gate import texts_missing
from vision_pages.translation.segments import Segments
from vision_pages.translation.states import State, in_language
from vision_pages.translation.words_left import Left, words_left

DUE = {State.IN_PROGRESS, State.OUTDATED}


@dataclass
class Candidate:
    """A page in a language."""

    translation: Translation
    page: Page
    state: State
    missing: int
    may_publish: bool
    is_chosen: bool = False

    @property
    def state_label(self) -> str:
        return str(capfirst(self.state.label))

    @property
    def obstacle(self) -> str:
        """Say what stands against publishing it; empty if nothing does."""
        if not self.may_publish:
            return _("You may not publish in this language.")
        if self.state is State.IN_REVIEW:
            return _("It is being reviewed.")
        if self.missing:
            text = ngettext(
                "%(count)s text is not translated yet.",
                "%(count)s texts are not translated yet.",
                self.missing,
            )
            return text % {"count": self.missing}
        return ""

    @property
    def is_ready(self) -> bool:
        return not self.obstacle

    @property
    def is_due(self) -> bool:
        """Say whether there is reason to publish it."""
        return self.is_ready and self.state in DUE


def candidates(page: Page, user: Any) -> list[Candidate]:
    """Give the translations that were begun, in the order of the page tree."""
    pages = {one.translation_key: one for one in page.get_descendants(inclusive=True)}
    found = Translation.objects.filter(
        enabled=True, source__object__in=pages, source__locale=page.locale_id
    ).select_related("source__object", "source__locale", "target_locale")
    translations = [*found]
    states = {
        locale.pk: dict(
            in_language(
                Page.objects.filter(pk__in=[one.pk for one in pages.values()]), locale
            ).values_list("translation_key", "state")
        )
        for locale in {one.target_locale for one in translations}
    }
    mine = publishable(user).filter(translation_key__in=pages)
    allowed = {*mine.values_list("translation_key", "locale_id")}
    left = words_left(pages)
    made = [
        Candidate(
            translation=one,
            page=pages[one.source.object_id],
            state=State(states[one.target_locale_id][one.source.object_id]),
            missing=missing(one, left),
            may_publish=(one.source.object_id, one.target_locale_id) in allowed,
        )
        for one in translations
    ]
    return sorted(made, key=lambda one: (one.page.path, one.translation.target_locale_id))


def has_translations(page: Page, user: Any) -> bool:
    """Say whether a page has a translation that somebody may publish."""
    mine = publishable(user).filter(translation_key=page.translation_key, alias_of=None)
    return bool(mine.exclude(locale=page.locale_id).exists())


def publishable(user: Any) -> Any:
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(user, "publish").order_by()


def missing(translation: Translation, left: dict[Any, Left]) -> int:
    """Count the texts that hinder; only where some may be kept is each translation asked."""
    key = translation.source.object_id, translation.target_locale_id
    if key not in left:
        return 0
    if incomplete(translation.target_locale.language_code) is Incomplete.BLOCK:
        return left[key].texts
    return texts_missing(Segments(translation))
