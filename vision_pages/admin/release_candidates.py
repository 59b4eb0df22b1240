"""Which translations of a page and of the pages below it could be published, and what hinders."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Task, WorkflowState, WorkflowTask
from wagtail.permissions import policy_registry
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from vision_pages.conf import releases_unreviewed
from vision_pages.readiness.findings import Finding
from vision_pages.translation.findings import warnings_found
from vision_pages.translation.gate import said_missing, said_unreviewed, texts_missing
from vision_pages.translation.segments import Segments, segments_of
from vision_pages.translation.states import State, in_language
from vision_pages.translation.words_left import Left, words_left

RELATED = ("source__object", "source__locale", "source__specific_content_type", "target_locale")
DUE = {State.IN_PROGRESS, State.IN_REVIEW, State.OUTDATED}


@dataclass
class Candidate:
    """A page in a language."""

    translation: Translation
    page: Page
    state: State
    missing: int
    unreviewed: int
    may_publish: bool
    warnings: list[Finding]
    is_locked: bool = False
    # Of one that is being reviewed: whether this person's approval is the last one.
    may_approve: bool = False
    is_chosen: bool = False

    @property
    def state_label(self) -> str:
        return str(capfirst(self.state.label))

    @property
    def obstacle(self) -> str:
        """Say what stands against publishing it; empty if nothing does."""
        if not self.may_publish:
            return _("You may not publish in this language.")
        if self.is_locked:
            return _("Somebody has locked it.")
        if self.state is State.IN_REVIEW and not self.may_approve:
            return _("It is being reviewed.")
        if self.missing:
            return said_missing(self.missing)
        return said_unreviewed(self.unreviewed) if self.unreviewed else ""

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
    )
    translations = [*found.select_related(*RELATED)]
    states = states_of(pages.values(), {one.target_locale for one in translations})
    mine = publishable(user).filter(translation_key__in=pages)
    allowed = {*mine.values_list("translation_key", "locale_id")}
    by_others = Q(locked=True) & ~Q(locked_by=user)
    locked = {*mine.filter(by_others).values_list("translation_key", "locale_id")}
    left = words_left(pages)
    waiting = waiting_for(user, pages)
    machine = unreviewed(pages)
    begun = [one for one in translations if key(one) in left or states[key(one)] in DUE]
    segments = segments_of(begun)
    made = [
        Candidate(
            translation=one,
            page=pages[one.source.object_id],
            state=State(states[key(one)]),
            missing=missing(one, left, segments),
            unreviewed=machine.get(key(one), 0),
            may_publish=key(one) in allowed,
            warnings=[*warnings_found(segments[one.pk])] if one.pk in segments else [],
            is_locked=key(one) in locked,
            may_approve=key(one) in waiting,
        )
        for one in translations
    ]
    return sorted(made, key=lambda one: (one.page.path, one.translation.target_locale_id))


def key(translation: Translation) -> tuple[Any, int]:
    return translation.source.object_id, translation.target_locale_id


def states_of(pages: Iterable[Page], locales: Iterable[Locale]) -> dict[tuple[Any, int], str]:
    originals = Page.objects.filter(pk__in=[page.pk for page in pages])
    return {
        (found, locale.pk): state
        for locale in locales
        for found, state in in_language(originals, locale).values_list("translation_key", "state")
    }


def has_translations(page: Page, user: Any) -> bool:
    """Say whether a page has a translation that somebody may publish."""
    mine = publishable(user).filter(translation_key=page.translation_key, alias_of=None)
    return bool(mine.exclude(locale=page.locale_id).exists())


def publishable(user: Any) -> Any:
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(user, "publish").order_by()


def missing(translation: Translation, left: dict[Any, Left], segments: dict[int, Segments]) -> int:
    """Count the texts that hinder."""
    return texts_missing(segments[translation.pk]) if key(translation) in left else 0


def unreviewed(keys: Iterable[Any]) -> dict[tuple[Any, int], int]:
    """Count what a machine wrote and nobody has gone over, where that is not to be published."""
    if releases_unreviewed():
        return {}
    said = StringSegment.objects.filter(
        string=OuterRef("translation_of"), context=OuterRef("context")
    )
    found = StringTranslation.objects.filter(
        Exists(said),
        context__object__in=keys,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        has_error=False,
    )
    counted = found.order_by().values_list("context__object", "locale").annotate(Count("pk"))
    return {(key, locale): count for key, locale, count in counted}


def waiting_for(user: Any, keys: Iterable[Any]) -> set[tuple[Any, int]]:
    """Give what waits for nothing but somebody's approval, by translation key and language."""
    targets = Page.objects.filter(translation_key__in=keys, alias_of=None)
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(pk) for pk in targets.values_list("pk", flat=True)],
    ).values_list("object_id", "workflow_id", "current_task_state__task_id")
    found = [*states]
    last = last_tasks({workflow for _page, workflow, _task in found})
    mine = {
        task.pk
        for task in Task.objects.filter(pk__in=last.values()).specific()
        if any(name == "approve" for name, *_rest in task.get_actions(None, user))
    }
    own = {int(pk) for pk, workflow, task in found if task == last[workflow] and task in mine}
    return {*targets.filter(pk__in=own).values_list("translation_key", "locale_id")}


def last_tasks(workflows: Iterable[int]) -> dict[int, int]:
    steps = WorkflowTask.objects.filter(workflow__in=workflows).order_by("sort_order")
    return dict(steps.values_list("workflow_id", "task_id"))
