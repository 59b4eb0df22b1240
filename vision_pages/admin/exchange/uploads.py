"""Where files are brought: of one page or term, or of many."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from vision_pages.admin.exchange.downloads import translation_for
from vision_pages.exchange.archives import LARGEST_UPLOAD, Piece, unpack
from vision_pages.exchange.formats import FORMATS
from vision_pages.models.upload import TranslationUpload, forget_old_uploads

ENDINGS = ".xlf,.xliff,.po,.zip"


class UploadForm(forms.Form):
    """A file, or a ZIP of files; a ZIP that cannot be opened is refused at once."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLIFF 1.2, 2.0 or 2.1, PO, or a ZIP file of these."),
        error_messages={"required": gettext_lazy("Choose a file.")},
        max_length=255,
        widget=forms.FileInput({"accept": ENDINGS}),
    )

    def clean_file(self) -> Piece:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            limit = {"size": filesizeformat(LARGEST_UPLOAD)}
            raise ValidationError(_("The file is larger than %(size)s.") % limit)
        piece = Piece(file.name, file.read())
        unpack(piece)
        return piece


class UploadView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """Takes files of any translations that somebody may edit."""

    template_name = "vision_pages/admin/translation_files.html"
    header_icon = "upload"
    page_title: Any = gettext_lazy("Import translations")
    breadcrumbs_items = []
    form_class = UploadForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.check(request.user)
        return super().dispatch(request, *args, **kwargs)

    def check(self, user: Any) -> None:
        """Ask of each file later whether it may be edited; here whether anything may be."""
        if not policy_registry.get_by_type(Page).user_has_permission(user, "change"):
            raise PermissionDenied

    def form_valid(self, form: UploadForm) -> HttpResponse:
        file: Piece = form.cleaned_data["file"]
        user: Any = self.request.user
        forget_old_uploads()
        upload = TranslationUpload.objects.create(
            user=user, name=file.name, content=file.content, translation=self.only()
        )
        return redirect("vision_pages_review_upload", upload.pk)

    def only(self) -> UUID | None:
        return None


class TranslationFilesView(UploadView):
    """Gives a translation as a file, and takes it back."""

    header_icon = "doc-full"
    page_title = gettext_lazy("Files")

    def check(self, user: Any) -> None:
        self.translation = translation_for(user, self.kwargs["translation_id"])

    def only(self) -> UUID:
        return self.translation.uuid

    def get_page_subtitle(self) -> str:
        language = self.translation.target_locale.get_display_name()
        return f"{self.translation.source.object_repr} → {language}"

    def get_context_data(self, **kwargs: Any) -> Any:
        more = {"translation": self.translation, "formats": FORMATS}
        return super().get_context_data(**kwargs) | more
