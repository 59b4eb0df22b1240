"""The tokens of a frontend in the admin: made and shown once, listed, revoked."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import APIToken

from graphql_api.frontends.tokens import create, revoke
from graphql_api.frontends.views import FrontendView


class TokenForm(forms.Form):
    """What a new token is called."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("Where it is used, such as “Build server”."),
    )


class FrontendTokensView(FrontendView):
    """Lists a frontend's tokens, and makes another."""

    page_title = gettext_lazy("Tokens")
    header_icon = "key"
    template_name = "graphql_api/admin/frontend_tokens.html"
    form_class: type[forms.Form] = TokenForm

    @property
    def tokens(self) -> Any:
        if self.frontend.account_id is None:
            return APIToken.objects.none()
        return APIToken.objects.filter(user=self.frontend.account_id).order_by("-created", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"tokens": self.tokens}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Show the secret in the answer itself: it is stored nowhere, not even in a session."""
        token, secret = create(self.frontend, form.cleaned_data["name"], self.request.user)
        given = self.get_context_data(token=token, secret=secret)
        return TemplateResponse(self.request, "graphql_api/admin/frontend_token.html", given)


class RevokeTokenView(FrontendTokensView):
    """Asks before it revokes a token."""

    page_title = gettext_lazy("Revoke")
    template_name = "graphql_api/admin/revoke_token.html"
    form_class = forms.Form

    @cached_property
    def token(self) -> APIToken:
        return get_object_or_404(self.tokens, pk=self.kwargs["token"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"token": self.token}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        revoke(self.token, self.request.user)
        message = _("The token “%(name)s” is revoked.") % {"name": self.token.name}
        messages.success(self.request, message)
        return redirect("frontends:tokens", self.frontend.pk)
