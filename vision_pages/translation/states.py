"""How far a page is in a language: missing, in progress, in review, released or outdated."""

from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision, WorkflowState

from vision_pages.models import Release


class State(TextChoices):
    """missing: nobody began; in progress: a draft; released: public, and true to its source."""

    MISSING = "missing", _("missing")
    IN_PROGRESS = "in_progress", _("in progress")
    IN_REVIEW = "in_review", _("in review")
    RELEASED = "released", _("released")
    OUTDATED = "outdated", _("outdated")


def in_language(originals: QuerySet[Page], locale: Locale) -> Any:
    """Say of pages in the source language how far each is in another one.

    language: the locale. target: the translated page, if there is one. state, since, by: what it
    is like, from when, and who made it so.
    """
    found = originals.annotate(
        language=Value(locale.pk, output_field=IntegerField()),
        target=Subquery(targets(locale).values("pk")[:1]),
        is_live=Subquery(targets(locale).values("live")[:1], output_field=BooleanField()),
    ).annotate(
        is_outdated=Exists(outdated().filter(page=OuterRef("target"))),
        review=Subquery(reviews().values("pk")[:1]),
    )
    return found.annotate(
        state=Case(
            When(target=None, then=Value(State.MISSING.value)),
            When(review__isnull=False, then=Value(State.IN_REVIEW.value)),
            When(is_live=False, then=Value(State.IN_PROGRESS.value)),
            When(is_outdated=True, then=Value(State.OUTDATED.value)),
            default=Value(State.RELEASED.value),
            output_field=CharField(),
        )
    ).annotate(since=since(locale), by=by(locale))


def targets(locale: Locale) -> QuerySet[Page]:
    """Give the translation of a page, and no alias that only holds its place."""
    same = {"translation_key": OuterRef("translation_key"), "locale": locale}
    return Page.objects.filter(alias_of=None, **same).order_by()


def reviews() -> QuerySet[WorkflowState]:
    return WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type__model="page",
        object_id=Cast(OuterRef("target"), CharField()),
    )


def outdated() -> QuerySet[Release]:
    """Give the publications of translations whose source says something else since."""
    now = Release.objects.filter(
        page__translation_key=OuterRef("page__translation_key"),
        page__locale=Locale.get_default(),
        page__alias_of=None,
        texts=OuterRef("source_texts"),
    )
    return Release.objects.exclude(source_texts="").filter(~Exists(now))


def since(locale: Locale) -> Any:
    """Say from when a state is; what is outdated, since its source says something else."""
    target = targets(locale)
    return Case(
        When(state=State.IN_REVIEW, then=Subquery(reviews().values("created_at")[:1])),
        When(
            state=State.IN_PROGRESS,
            then=Subquery(target.values("latest_revision_created_at")[:1]),
        ),
        When(state=State.RELEASED, then=Subquery(target.values("last_published_at")[:1])),
        When(state=State.OUTDATED, then=Coalesce(texts_since(), F("last_published_at"))),
        output_field=DateTimeField(),
    )


def texts_since() -> Subquery:
    return Subquery(Release.objects.filter(page=OuterRef("pk")).values("texts_since"))


def by(locale: Locale) -> Any:
    """Say whose doing a state is, by the number of their account."""
    target = targets(locale)
    return Case(
        When(state=State.IN_REVIEW, then=Subquery(reviews().values("requested_by")[:1])),
        When(state=State.OUTDATED, then=author("live_revision")),
        When(Q(target__isnull=False), then=Subquery(target.values("latest_revision__user")[:1])),
        output_field=IntegerField(),
    )


def author(revision: str) -> Subquery:
    return Subquery(Revision.objects.filter(pk=OuterRef(revision)).values("user")[:1])
