"""How the public pages stand in each language, for those who see to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation

from vision_pages.overview.care import languages_of, pages_in_use
from vision_pages.overview.initiatives import editable
from vision_pages.translation.states import in_language, targets

COLUMNS = (
    *("pk", "title", "tree", "type", "translation_key", "language", "target", "target_title"),
    *("state", "since", "by"),
)


@dataclass(frozen=True)
class Translations:
    """The translations that somebody may see to, as far as they are asked for."""

    user: Any
    state: str = ""
    content_type: Any = None
    language: Locale | None = None
    below: Page | None = None
    words: str = ""

    def rows(self) -> Any:
        """Give a row of values for each page and language, in the order of the page tree."""
        found = [self.asked(rows).values(*COLUMNS) for rows in self.branches()]
        if not found:
            return Page.objects.none().values()
        return found[0].union(*found[1:], all=True).order_by("tree", "language")

    def counts(self) -> dict[str, int]:
        """Say how much there is of each state, whichever is asked for."""
        counts: dict[str, int] = {}
        for rows in self.branches():
            for state, times in rows.values_list("state").annotate(times=Count("pk")):
                counts[state] = counts.get(state, 0) + times
        return counts

    def asked(self, rows: Any) -> Any:
        return rows.filter(state=self.state) if self.state else rows

    def branches(self) -> Iterator[Any]:
        """Yield a query for each language."""
        own = {*languages_of(self.user)}
        for locale in self.languages():
            pages = self.pages()
            if locale.pk not in own:
                pages = pages.filter(Exists(editable(self.user).filter(pk=OuterRef("pk"))))
            rows = in_language(pages, locale).annotate(
                tree=F("path"),
                type=F("content_type"),
                target_title=Subquery(targets(locale).values("title")[:1]),
            )
            yield rows.filter(self.found(locale)).order_by()

    def languages(self) -> list[Locale]:
        others = Locale.objects.exclude(pk=Locale.get_default().pk).order_by("pk")
        return [self.language] if self.language else [*others]

    def pages(self) -> QuerySet[Page]:
        pages = pages_in_use().filter(locale=Locale.get_default())
        if self.below is not None:
            pages = pages.filter(path__startswith=self.below.path)
        return pages.filter(content_type=self.content_type) if self.content_type else pages

    def found(self, locale: Locale) -> Q:
        """Look for words in titles and texts of both languages."""
        if not self.words:
            return Q()
        titles = Q(title__icontains=self.words) | Q(target_title__icontains=self.words)
        # Strings are kept as HTML, with quotation marks as they are.
        words, key = escape(self.words, quote=False), OuterRef("translation_key")
        source = StringSegment.objects.filter(source__object=key, string__data__icontains=words)
        target = StringTranslation.objects.filter(
            context__object=key, locale=locale, data__icontains=words
        )
        return titles | Exists(source) | Exists(target)
