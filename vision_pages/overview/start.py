"""What the law asks of a site's start page, in Leichte Sprache and in sign language.

BITV 2.0, § 4, names four things. Where each is looked for, the site and its settings tell; what a
page says, only somebody who reads it can tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Site

from vision_pages.models import Release, SiteSettings
from vision_pages.models.easy_language import LANGUAGE
from vision_pages.overview.initiatives import editable, public
from vision_pages.translation.states import outdated


class Content(TextChoices):
    """What people have to find on the start page."""

    MAIN = "main", _("main contents of the website")
    NAVIGATION = "navigation", _("hints for navigation")
    STATEMENT = "statement", _("main contents of the accessibility statement")
    MORE = "more", _("pointers to more of this kind on the website")


class Form(TextChoices):
    """The two ways in which it has to be said."""

    EASY = "easy", _("Leichte Sprache")
    SIGN = "sign", _("German Sign Language")


class Standing(TextChoices):
    """How far it is."""

    NOT_CHOSEN = "not_chosen", _("no page chosen")
    MISSING = "missing", _("missing")
    NOT_PUBLIC = "not_public", _("not public")
    OUTDATED = "outdated", _("outdated")
    UNTESTED = "untested", _("public, not tested")
    READY = "ready", _("public and up to date")


# What the settings call the page; the main contents are looked for on the start page itself.
CHOSEN = {
    (Content.NAVIGATION, Form.EASY): "easy_language_page",
    (Content.NAVIGATION, Form.SIGN): "sign_language_page",
    (Content.STATEMENT, Form.EASY): "accessibility_page",
    (Content.STATEMENT, Form.SIGN): "accessibility_page",
    (Content.MORE, Form.EASY): "easy_language_page",
    (Content.MORE, Form.SIGN): "sign_language_page",
}


@dataclass(frozen=True)
class Duty:
    """One thing to be said in one way: where it's looked for, and how far it is there."""

    site: Site
    settings: SiteSettings | None
    content: Content
    form: Form
    original: Any = None
    easy: Any = None
    release: Release | None = None

    @property
    def page(self) -> Any:
        """The page that says it, or beside which it is to be written."""
        return self.original if self.form is Form.SIGN else self.easy or self.original

    @property
    def standing(self) -> Standing:
        if self.original is None:
            return Standing.NOT_CHOSEN
        return self.in_easy() if self.form is Form.EASY else self.in_sign()

    def in_easy(self) -> Standing:
        if self.easy is None:
            return Standing.MISSING
        if not self.easy.is_public:
            return Standing.NOT_PUBLIC
        if self.easy.is_outdated:
            return Standing.OUTDATED
        return Standing.READY if self.release and self.release.tested_on else Standing.UNTESTED

    def in_sign(self) -> Standing:
        if self.release is None or not self.release.video:
            return Standing.MISSING
        if not self.original.is_public:
            return Standing.NOT_PUBLIC
        return Standing.OUTDATED if self.release.is_video_behind else Standing.READY


class Duties:
    """What there is on all sites, read with a fixed number of statements."""

    def __init__(self, user: Any) -> None:
        self.source = Locale.get_default()
        self.easy = Locale.objects.filter(language_code=LANGUAGE).first()
        self.sites = [*Site.objects.select_related("root_page").order_by("pk")]
        fields = {*CHOSEN.values()}
        rows = SiteSettings.objects.filter(locale=self.source).select_related(*fields)
        self.settings = {row.site_id: row for row in rows}
        named = [site.root_page for site in self.sites]
        named += [getattr(row, field) for row in self.settings.values() for field in fields]
        self.pages = {
            (page.translation_key, page.locale_id): page
            for page in seen(user, {page.translation_key for page in named if page})
        }
        self.releases = Release.objects.in_bulk([page.pk for page in self.pages.values()])

    def __iter__(self) -> Iterator[Duty]:
        for site in self.sites:
            for content in Content:
                for form in Form:
                    yield self.duty(site, content, form)

    def duty(self, site: Site, content: Content, form: Form) -> Duty:
        settings = self.settings.get(site.pk)
        chosen = chosen_page(site, settings, content, form)
        key = chosen.translation_key if chosen else None
        original = self.pages.get((key, self.source.pk))
        easy = self.pages.get((key, self.easy.pk)) if self.easy else None
        page = easy if form is Form.EASY else original
        release = self.releases.get(page.pk) if page else None
        return Duty(site, settings, content, form, original, easy, release)


def chosen_page(
    site: Site, settings: SiteSettings | None, content: Content, form: Form
) -> Page | None:
    """Give the page on which something is looked for; what was never published chooses none."""
    field = CHOSEN.get((content, form))
    if field is None:
        return site.root_page
    return getattr(settings, field) if settings and settings.live else None


def seen(user: Any, keys: set[Any]) -> Any:
    """Give the pages of these keys, each with what is asked of it here."""
    this = OuterRef("pk")
    return Page.objects.filter(translation_key__in=keys, alias_of=None).annotate(
        can_edit=Exists(editable(user).filter(pk=this)),
        is_public=ExpressionWrapper(public(Page), output_field=BooleanField()),
        is_outdated=Exists(outdated().filter(page=this)),
    )
