"""A preview as of a moment, in the admin: the moment is chosen, what happens until then is told."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from graphql_api.previews.copies import keep_copy
from graphql_api.previews.page_views import PageView
from graphql_api.previews.schedule import changes
from graphql_api.previews.serving import address, frontends
from graphql_api.previews.storing import LIFETIME


class MomentForm(forms.Form):
    """When it is to be."""

    moment = forms.DateTimeField(label=_("Date and time"), widget=AdminDateTimeInput)

    def clean_moment(self) -> datetime:
        moment: datetime = self.cleaned_data["moment"]
        return lying_ahead(moment)


def lying_ahead(moment: datetime) -> datetime:
    """Refuse a moment that is past."""
    if moment <= timezone.now():
        raise ValidationError(gettext("This moment is past: please choose one that lies ahead."))
    return moment


class MomentView(PageView):
    """Shows the saved draft as of a moment, with everything that is scheduled until then."""

    page_title: Any = _("Preview as of a moment")
    header_icon = "calendar-alt"
    template_name = "graphql_api/admin/preview_moment.html"
    form_class = MomentForm

    def form_valid(self, form: MomentForm) -> HttpResponse:
        moment = form.cleaned_data["moment"]
        page = self.page.get_latest_revision_as_object()
        draft = keep_copy(page, self.request.user, timezone.now() + LIFETIME, moment)
        given = {
            "form": form,
            "moment": moment,
            "changes": changes(moment),
            "links": [(one.name, address(one, page, draft)) for one in frontends(page)],
        }
        response: HttpResponse = self.render_to_response(self.get_context_data(**given))
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
