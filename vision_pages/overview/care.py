"""What needs care: what is kept of each page, and how its translations stand.

How translations stand is asked of the pages themselves: a change of one shows in all others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from wagtail.models import GroupPagePermission, Locale, Page

from vision_pages.models import PageFinding, Release
from vision_pages.models.content import ContentMixin
from vision_pages.overview.initiatives import editable
from vision_pages.overview.page_types import models_of
from vision_pages.readiness.kinds import Kind
from vision_pages.roles.trees import translated_locales
from vision_pages.translation.states import outdated

COLUMNS = (
    *("number", "title", "tree", "type", "language", "can_edit"),
    *("kind", "place", "field", "message"),
)


@dataclass(frozen=True)
class Care:
    """What needs care of that which somebody may edit, as far as it is asked for."""

    user: Any
    today: date
    kind: str = ""
    content_type: Any = None
    language: Locale | None = None
    words: str = ""

    def rows(self) -> Any:
        """Give what was found as rows of values, in the order of the page tree."""
        found = [rows.values(*COLUMNS) for rows in self.branches(self.kind)]
        return found[0].union(*found[1:], all=True).order_by("tree", "kind", "field")

    def counts(self) -> dict[str, int]:
        """Say how much there is of each kind, whichever is asked for."""
        counted = [
            rows.order_by().values("kind").annotate(times=Count("pk")) for rows in self.branches("")
        ]
        found = counted[0].union(*counted[1:], all=True)
        return {row["kind"]: row["times"] for row in found if row["times"]}

    def branches(self, kind: str) -> Iterator[Any]:
        """Yield a query for what is kept, and one for each state of translations."""
        kept = self.kept()
        yield kept.filter(kind=kind) if kind else kept
        for state, pages in self.translations():
            if kind in {"", state}:
                yield said(pages, state)

    def pages(self) -> QuerySet[Page]:
        """Give the pages of the type, and with the words, that are asked for."""
        pages = pages_in_use()
        if self.content_type:
            pages = pages.filter(content_type=self.content_type)
        if self.words:
            pages = pages.filter(title__icontains=self.words)
        return pages

    def editable(self) -> Exists:
        return Exists(editable(self.user).filter(pk=OuterRef("pk")))

    def kept(self) -> QuerySet[PageFinding]:
        """Give what is to be said of pages; of a translation, only what its source has not."""
        pages = self.pages().filter(self.editable())
        if self.language:
            pages = pages.filter(locale=self.language)
        due = Q(holds_from=None) | Q(holds_from__lte=self.today)
        in_source = PageFinding.objects.filter(
            due,
            page__translation_key=OuterRef("page__translation_key"),
            page__locale=Locale.get_default(),
            kind=OuterRef("kind"),
            path=OuterRef("path"),
        ).exclude(page=OuterRef("page"))
        # Each language has its own review.
        own = Q(kind=Kind.REVIEW) | ~Exists(in_source)
        found = PageFinding.objects.filter(due, own, page__in=pages.values("pk"))
        return found.annotate(
            number=F("page"),
            title=F("page__title"),
            tree=F("page__path"),
            type=F("page__content_type"),
            language=F("page__locale"),
            can_edit=Value(True),
            field=F("path"),
        )

    def translations(self) -> Iterator[tuple[Kind, QuerySet[Page]]]:
        originals = Locale.get_default()
        pages = self.pages()
        translated = pages.exclude(locale=originals).filter(self.editable())
        if self.language:
            translated = translated.filter(locale=self.language)
        translated = translated.annotate(language=F("locale"), can_edit=Value(True))
        yield Kind.OUTDATED, translated.filter(Exists(outdated().filter(page=OuterRef("pk"))))
        yield Kind.INCOMPLETE, translated.filter(incomplete())
        own = [*languages_of(self.user)]
        for locale in languages_in_use():
            if self.language in {None, locale}:
                yield Kind.MISSING, self.missing(pages.filter(locale=originals), locale, own)

    def missing(self, pages: Any, locale: Locale, own: list[int]) -> QuerySet[Page]:
        """Give the originals without a public translation, to those who may see to it."""
        there = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale=locale, live=True, alias_of=None
        )
        pages = pages.annotate(
            language=Value(locale.pk, output_field=IntegerField()),
            can_edit=self.editable(),
        )
        return pages.filter(~Exists(there), Q() if locale.pk in own else Q(can_edit=True))


def pages_in_use() -> QuerySet[Page]:
    """Give the public pages that are not archived."""
    models = models_of(ContentMixin)
    pages = Page.objects.type(*models).filter(live=True, alias_of=None).order_by()
    # One table after the other: to join them all takes longer to plan than to do.
    archived = [model.objects.filter(is_archived=True).order_by().values("pk") for model in models]
    return pages.exclude(pk__in=archived[0].union(*archived[1:], all=True))


def said(pages: Any, kind: Kind) -> Any:
    """Give pages the columns of what is kept."""
    empty = Value("", output_field=TextField())
    return pages.annotate(
        number=F("pk"),
        tree=F("path"),
        type=F("content_type"),
        kind=Value(kind.value, output_field=CharField()),
        place=empty,
        field=empty,
        message=empty,
    )


def incomplete() -> Exists:
    return Exists(Release.objects.filter(page=OuterRef("pk"), translated__lt=F("strings")))


def languages_in_use() -> QuerySet[Locale]:
    """Give the languages that are translated into and in which something is public."""
    public = Page.objects.filter(locale=OuterRef("pk"), live=True, alias_of=None, depth__gt=1)
    return translated_locales().filter(Exists(public.order_by()))


def languages_of(user: Any) -> Any:
    """Give the languages in which somebody has a right on pages."""
    held = GroupPagePermission.objects.filter(group__user=user, page__depth__gt=1)
    return held.values_list("page__locale", flat=True).distinct()
