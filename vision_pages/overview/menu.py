"""The reports in the admin's menu, for whoever may edit pages."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from vision_pages.overview import urls
from vision_pages.overview.report import MAY_SEE
from vision_pages.overview.translation_report import TRANSLATIONS


class ReportMenuItem(MenuItem):
    """A report that everybody sees who may do something to pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_any_permission(request.user, MAY_SEE))


def addresses() -> list[Any]:
    """Give the addresses of the reports, one of them also at that of wagtail-localize's own."""
    ours = RedirectView.as_view(pattern_name=TRANSLATIONS)
    theirs = ("localize/reports/translations/", "localize/reports/translations/results/")
    return [path("reports/", include(urls)), *(path(address, ours) for address in theirs)]


def without_report_of_all(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out wagtail-localize's report, which lists everything to everybody."""
    theirs = reverse("wagtail_localize:translations_report")
    items[:] = [one for one in items if getattr(one, "url", None) != theirs]


def item(name: str, label: Any, icon: str, order: int) -> MenuItem:
    """Give the menu's entry of a report by the name of its view."""
    address = reverse(f"vision_pages_overview:{name}")
    return ReportMenuItem(label, address, name=f"{name}-of-pages", icon_name=icon, order=order)


def initiatives() -> MenuItem:
    return item("initiatives", _("Initiatives"), "calendar-alt", 100)


def care() -> MenuItem:
    return item("care", _("What needs care"), "clipboard-list", 110)


def translations() -> MenuItem:
    return item("translations", _("State of translations"), "wagtail-localize-language", 120)


def start() -> MenuItem:
    return item("start", _("What the start page has to say"), "home", 130)
