"""What the pages about one frontend in the admin have in common."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from graphql_api.frontends.models import Frontend


class FrontendView(WagtailAdminTemplateMixin, FormView[Any]):
    """A form about a frontend, `pk` in its address, for who may change frontends."""

    page_title: Any
    form_class: type[forms.Form]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        policy = policy_registry.get_by_type(Frontend)
        if not policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def frontend(self) -> Frontend:
        return get_object_or_404(Frontend, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.frontend.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [
            {"url": reverse("frontends:index"), "label": _("Frontends")},
            {
                "url": reverse("frontends:edit", args=[self.frontend.pk]),
                "label": str(self.frontend),
            },
            {"url": "", "label": self.get_page_title()},
        ]
        return [*self.breadcrumbs_items, *above]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"frontend": self.frontend}
