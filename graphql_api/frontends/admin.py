"""Frontends in the administration: registered in the settings, and checked by a button."""

from typing import Any
from urllib.parse import urlsplit

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.utils import get_admin_base_url
from wagtail.admin.views.generic import EditView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from graphql_api.frontends.checking import check
from graphql_api.frontends.models import Frontend
from graphql_api.frontends.token_views import FrontendTokensView, RevokeTokenView


class FrontendEditView(EditView):
    """Changes a frontend, and leads to its check, its tokens and its operations."""

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:  # type: ignore[override]
        check, tokens = (
            reverse(f"frontends:{name}", args=[self.object.pk]) for name in ("inspect", "tokens")
        )
        return [
            HeaderButton(_("Check"), url=check, icon_name="check"),
            HeaderButton(_("Tokens"), url=tokens, icon_name="key"),
            HeaderButton(
                _("Operations"),
                url=reverse("frontend_operations", args=[self.object.pk]),
                icon_name="code",
            ),
        ]


class FrontendCheckView(InspectView):
    """Says what works between the administration and a frontend: it is asked meanwhile."""

    page_title = _("Check")
    template_name = "graphql_api/admin/frontend_check.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        base = urlsplit(get_admin_base_url() or self.request.build_absolute_uri("/"))
        findings = check(self.object, f"{base.scheme}://{base.netloc}")
        return super().get_context_data(**kwargs) | {"findings": [*findings]}


class FrontendViewSet(ModelViewSet):
    """The list of frontends and their forms."""

    model = Frontend
    name = "frontends"
    url_prefix = "frontends"
    icon = "desktop"
    menu_label = _("Frontends")
    add_to_settings_menu = True
    menu_order = 610
    copy_view_enabled = False
    inspect_view_enabled = True
    edit_view_class = FrontendEditView
    inspect_view_class = FrontendCheckView
    inspect_template_name = "graphql_api/admin/frontend_check.html"
    ordering = ["name"]
    list_display = [
        "name",
        Column("base_address", label=_("Address")),
        BooleanColumn("gives_addresses", label=_("gives addresses")),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        listing, revoking = FrontendTokensView.as_view(), RevokeTokenView.as_view()
        return [
            *super().get_urlpatterns(),
            path("tokens/<int:pk>/", listing, name="tokens"),
            path("tokens/<int:pk>/<int:token>/revoke/", revoking, name="revoke_token"),
        ]


def viewsets() -> list[ModelViewSet]:
    return [FrontendViewSet()]
