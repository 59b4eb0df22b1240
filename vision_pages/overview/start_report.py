"""The report of what the law asks of the start page: how far that is, and where it is done."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import TitleColumn
from wagtail.models import Locale

from vision_pages.admin.rights import may
from vision_pages.models import SiteSettings
from vision_pages.overview.addresses import edit_address
from vision_pages.overview.report import PagesReport, column
from vision_pages.overview.start import Duties, Duty, Form, Standing

START = "vision_pages_overview:start"
SETTINGS = "wagtailsnippets_vision_pages_sitesettings"
CHOOSE = _("Choose the page in the site settings, and publish these.")
ADVICE = {
    (Form.EASY, Standing.NOT_CHOSEN): CHOOSE,
    (Form.EASY, Standing.MISSING): _("Write the page in Leichte Sprache."),
    (Form.EASY, Standing.NOT_PUBLIC): _("Publish the page in Leichte Sprache."),
    (Form.EASY, Standing.OUTDATED): _("See what the original says since."),
    (Form.EASY, Standing.UNTESTED): _("Have a reader group test the page."),
    (Form.SIGN, Standing.NOT_CHOSEN): CHOOSE,
    (Form.SIGN, Standing.MISSING): _("Add a video to the page, and publish it."),
    (Form.SIGN, Standing.NOT_PUBLIC): _("Publish the page with its video."),
    (Form.SIGN, Standing.OUTDATED): _("See whether the video still says what the page says."),
}


class StartView(PagesReport):
    """What has to be found on each start page, in Leichte Sprache and in sign language."""

    page_title = _("What the start page has to say")
    header_icon = "home"
    index_url_name = START
    index_results_url_name = f"{START}_results"
    results_template_name = "vision_pages/overview/start.html"
    is_searchable = False
    columns = [
        TitleColumn("content", label=_("Content"), width="25%", get_url=lambda row: row["address"]),
        column("form", _("Form")),
        column("standing", _("State")),
        column("tested", _("Test by readers")),
        column("advice", _("What is to be done")),
        column("page", _("Page")),
        column("site", _("Site")),
    ]
    export_filename = "start-page"
    export_headings = {
        "content": _("Content"),
        "form": _("Form"),
        "standing": _("State"),
        "tested": _("Test by readers"),
        "advice": _("What is to be done"),
        "page": _("Page"),
        "site": _("Site"),
    }
    list_export = list(export_headings)

    def get_filtered_queryset(self) -> list[dict[str, Any]]:
        user, settings = self.request.user, SiteSettings(locale=Locale.get_default())
        actions = {action for action in ("add", "change") if may(user, action, settings)}
        return [row(duty, actions) for duty in Duties(user)]


def row(duty: Duty, actions: set[str]) -> dict[str, Any]:
    return {
        "content": capfirst(duty.content.label),
        "form": capfirst(duty.form.label),
        "standing": capfirst(duty.standing.label),
        "tested": tested(duty),
        "advice": str(ADVICE.get((duty.form, duty.standing), "")),
        "page": name(duty.page),
        "site": str(duty.site),
        "address": address(duty, actions),
    }


def tested(duty: Duty) -> str:
    """Say when readers tested what is public in Leichte Sprache, and how many."""
    release = duty.release
    if duty.form is not Form.EASY or not release or not release.tested_on:
        return ""
    people = release.tested_people or 0
    words = ngettext("%(day)s, %(people)s person", "%(day)s, %(people)s people", people)
    return words % {"day": date_format(release.tested_on, "SHORT_DATE_FORMAT"), "people": people}


def name(page: Any) -> str:
    """Name a page, and a draft to nobody else than those who may edit it."""
    if page is None or not (page.can_edit or page.is_public):
        return ""
    return str(page.get_admin_display_title() if page.can_edit else page.title)


def address(duty: Duty, actions: set[str]) -> str | None:
    """Say where somebody does it who may: in the form of the page or of the settings."""
    if duty.standing is Standing.NOT_CHOSEN:
        return settings_address(duty.settings, actions)
    if not duty.page.can_edit:
        return None
    return edit_address(duty.page.pk, "sign_language_video" if duty.form is Form.SIGN else "")


def settings_address(settings: SiteSettings | None, actions: set[str]) -> str | None:
    if settings:
        return reverse(f"{SETTINGS}:edit", args=[settings.pk]) if "change" in actions else None
    return reverse(f"{SETTINGS}:add") if "add" in actions else None
