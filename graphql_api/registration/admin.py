"""A frontend's operations in the admin: listed, registered from a file, removed."""

from typing import Any

from django import forms
from django.core.files import File
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter

from graphql_api.frontends.operations import Operation
from graphql_api.frontends.views import FrontendView
from graphql_api.registration.faults import Faulty
from graphql_api.registration.manifest import read
from graphql_api.registration.registering import LOGGED, Change, change

MOST_BYTES = 5_000_000


class ManifestForm(forms.Form):
    """What a frontend's build has written."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "persisted-documents.json of graphql-codegen, Relay’s or Apollo’s manifest, "
            "or a single operation as *.graphql."
        ),
    )

    def clean_file(self) -> File[bytes]:
        file: File[bytes] = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 5 MB."))
        return file


class OperationsView(FrontendView):
    """Lists a frontend's operations, and registers those of a file."""

    page_title = gettext_lazy("Operations")
    header_icon = "code"
    template_name = "graphql_api/admin/frontend_operations.html"
    form_class = ManifestForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        operations = self.frontend.operations.defer("document")
        return super().get_context_data(**kwargs) | {"operations": operations}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        file = form.cleaned_data["file"]
        try:
            found = change(self.frontend, read(file.name, file.read()))
        except Faulty as error:
            form.add_error("file", _("Nothing was registered."))
            return self.render_to_response(self.get_context_data(form=form, faults=error.faults))
        found.make(self.request.user)
        messages.success(self.request, added(found))
        return redirect("frontend_operations", self.frontend.pk)


def added(found: Change) -> str:
    count = len(found.added)
    if not count:
        return _("All of these operations are registered already.")
    said = ngettext("%(count)d operation registered.", "%(count)d operations registered.", count)
    return said % {"count": count}


class RemoveOperationView(FrontendView):
    """Asks before it removes an operation."""

    page_title = gettext_lazy("Remove")
    header_icon = "code"
    template_name = "graphql_api/admin/remove_operation.html"
    form_class = forms.Form

    @cached_property
    def operation(self) -> Operation:
        return get_object_or_404(self.frontend.operations, pk=self.kwargs["operation"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"operation": self.operation}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        Change(self.frontend, added=[], known=0, removed=[self.operation]).make(self.request.user)
        message = _("The operation “%(name)s” is removed.") % {"name": self.operation}
        messages.success(self.request, message)
        return redirect("frontend_operations", self.frontend.pk)


def addresses() -> list[URLPattern]:
    removing = RemoveOperationView.as_view()
    return [
        path(
            "frontends/operations/<int:pk>/", OperationsView.as_view(), name="frontend_operations"
        ),
        path(
            "frontends/operations/<int:pk>/<int:operation>/remove/",
            removing,
            name="remove_frontend_operation",
        ),
    ]


def log_actions(actions: Any) -> None:
    """Say in the history of a frontend what was registered and removed."""

    @actions.register_action(LOGGED)
    class Changed(LogFormatter):
        label: Any = gettext_lazy("Change operations")

        def format_message(self, log_entry: Any) -> str:
            message = _("Operations: %(added)d registered, %(removed)d removed")
            return message % {"added": 0, "removed": 0, **log_entry.data}
