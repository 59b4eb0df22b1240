"""What an upload would do, text by text; and the button that does it."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import Translation

from vision_pages.admin.exchange.downloads import may_translate
from vision_pages.admin.rights import lock_for
from vision_pages.exchange.archives import Piece, unpack
from vision_pages.exchange.importing import TAKEN, Verdict
from vision_pages.exchange.plans import Plan
from vision_pages.models.upload import TranslationUpload

TEXTS_A_PAGE = 100
STYLES = ["vision_pages/overview/overview.css", "vision_pages/admin/exchange.css"]


class Changed(Exception):
    """Taking over would not do any more what somebody was shown."""


def is_open(user: Any, translation: Translation) -> bool:
    """Say whether neither a lock nor a workflow keeps somebody from changing a translation."""
    return lock_for(user, translation.get_target_instance()) is None


class ReviewView(WagtailAdminTemplateMixin, TemplateView):
    """Shows those who brought files what would become of them."""

    template_name = "vision_pages/admin/review_upload.html"
    header_icon = "upload"
    page_title: Any = gettext_lazy("Import translations")
    breadcrumbs_items = []

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.upload = get_object_or_404(TranslationUpload, pk=kwargs["pk"], user=request.user)
        return super().dispatch(request, *args, **kwargs)

    def plan(self) -> Plan:
        upload = self.upload
        files = unpack(Piece(upload.name, bytes(upload.content)))
        return Plan(files, self.may, upload.translation)

    def may(self, translation: Translation) -> bool:
        user = self.request.user
        return may_translate(user, translation) and is_open(user, translation)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            count = self.take(request.POST.get("fingerprint", ""))
        except (Changed, IntegrityError):
            text = _("Something has changed since. Nothing was taken over; this is how it is now.")
            messages.warning(request, text)
        else:
            text = ngettext(
                "%(count)s translation was taken over.",
                "%(count)s translations were taken over.",
                count,
            )
            messages.success(request, text % {"count": count})
        return redirect("vision_pages_review_upload", self.upload.pk)

    @transaction.atomic
    def take(self, fingerprint: str) -> int:
        plan = self.plan()
        plan.lock()
        if plan.fingerprint() != fingerprint:
            raise Changed
        return plan.take(self.request.user)

    def get_page_subtitle(self) -> str:
        return self.upload.name

    def get_context_data(self, **kwargs: Any) -> Any:
        plan = self.plan()
        counts = Counter(one.verdict for _part, one in plan.judgements())
        chosen = self.request.GET.get("verdict", "")
        found = [pair for pair in plan.judgements() if chosen in {"", pair[1].verdict}]
        page = Paginator(found, TEXTS_A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "plan": plan,
            "counts": [(one, counts[one], one == chosen) for one in Verdict if counts[one]],
            "chosen": chosen,
            "total": counts.total(),
            "to_take": sum(counts[one] for one in TAKEN),
            "texts": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
            "media": Media(css={"all": STYLES}),
        }
