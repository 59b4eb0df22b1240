"""A page and its counterpart in Leichte Sprache, beside each other in the page editor."""

from abc import abstractmethod
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.operations import translate_object

from vision_pages.admin.form_side_panel import FormSidePanel
from vision_pages.admin.rights import may_edit
from vision_pages.models.easy_language import is_easy
from vision_pages.translation.pairs import STILL_TRUE, Pair, pair_of, say_still_true


class PairSidePanel(FormSidePanel):
    """The other page of the pair: where it is edited, how far it is, and what has changed."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label: Any = _("Toggle “Leichte Sprache”")
        icon_name = "glasses"

        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            return context | {"count": int(self.panel.pair.is_outdated)}

    name = "easy-language"
    title = _("Leichte Sprache")
    template_name = "vision_pages/admin/pair.html"
    order = 160

    def __init__(self, pair: Pair, page: Page, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.pair = pair

    @cached_property
    def is_easy(self) -> bool:
        return is_easy(self.object.locale)

    def get_context_data(self, parent_context: Any = None) -> Any:
        pair, user = self.pair, self.request.user
        other = pair.original if self.is_easy else pair.easy
        return super().get_context_data(parent_context) | {
            "pair": pair,
            "other": other,
            "may_edit_other": other is not None and may_edit(user, other),
            "may_begin": may_begin(pair, user),
            "may_confirm": pair.is_outdated and may_edit(user, pair.easy),
            "comparison": comparison(pair) if may_edit(user, pair.original) else None,
        }


def side_panels(page: Page, request: HttpRequest) -> list[BaseSidePanel]:
    pair = None if page.pk is None or page.alias_of_id else pair_of(page)
    return [PairSidePanel(pair, page, request)] if pair else []


def comparison(pair: Pair) -> str | None:
    """Give the address at which Wagtail shows what has changed in the original."""
    if pair.compared is None:
        return None
    return reverse(
        "wagtailadmin_pages:revisions_compare", args=[pair.original.pk, pair.compared, "live"]
    )


def may_begin(pair: Pair, user: Any) -> bool:
    """Say whether somebody may add the page in Leichte Sprache below that of the page above."""
    if pair.easy is not None or not may_edit(user, pair.original):
        return False
    above = pair.original.get_parent()
    place = above if above.is_root() else above.get_translation_or_none(pair.locale)
    return place is not None and place.permissions_for_user(user).can_add_subpage()


class PairView(WagtailAdminTemplateMixin, TemplateView):
    """Asks before it does something to a page in Leichte Sprache, or to its original."""

    header_icon = "glasses"
    breadcrumbs_items = []
    template_name = "vision_pages/admin/confirm_pair.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["pk"])
        pair = pair_of(self.page)
        if pair is None:
            raise Http404
        self.pair = pair
        if not self.may():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @abstractmethod
    def may(self) -> bool:
        """Say whether who asks may do it."""

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_context_data(self, **kwargs: Any) -> Any:
        comparable = may_edit(self.request.user, self.pair.original)
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "comparison": comparison(self.pair) if comparable else None,
        }


class BeginView(PairView):
    """Begins a page in Leichte Sprache: a draft with the original's texts, to be written anew."""

    page_title: Any = _("Write in Leichte Sprache")

    def may(self) -> bool:
        return may_begin(self.pair, self.request.user)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        translate_object(self.pair.original, [self.pair.locale], user=request.user)
        page = self.pair.original.get_translation(self.pair.locale)
        messages.success(
            request, _("The page is there as a draft, with the words of the original.")
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


class StillTrueView(PairView):
    """“Looked at, still true”: what the original says since changes nothing in what is written."""

    page_title: Any = _("Looked at, still true")

    def may(self) -> bool:
        easy = self.pair.easy
        return self.page == easy and may_edit(self.request.user, easy)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.pair.is_outdated:
            say_still_true(self.pair, request.user)
        messages.success(request, _("The page counts as up to date again."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


def urls() -> list[Any]:
    return [
        path("pages/<int:pk>/easy/", BeginView.as_view(), name="vision_pages_begin_easy"),
        path("pages/<int:pk>/still-true/", StillTrueView.as_view(), name="vision_pages_still_true"),
    ]


def log_actions(actions: Any) -> None:
    actions.register_action(STILL_TRUE, _("Look at"), _("Looked at what the original says since"))


def without_strings(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """Take out of the menu of a page or term in Leichte Sprache what would overwrite it."""
    row = context.get("page") or context.get("instance")
    if row is not None and is_easy(row.locale):
        menu_items[:] = [one for one in menu_items if not one.name.startswith("localize-")]
