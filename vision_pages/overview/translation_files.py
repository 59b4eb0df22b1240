"""What the report of translations lists, as files: one for each page, in a ZIP."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from vision_pages.admin.exchange.downloads import attachment, preview_address
from vision_pages.exchange.archives import Piece, pack
from vision_pages.exchange.exporting import export, file_name
from vision_pages.exchange.formats import FORMATS
from vision_pages.overview.initiatives import editable
from vision_pages.overview.report import MAY_SEE
from vision_pages.overview.translation_filters import TranslationFilterSet, asked_for
from vision_pages.overview.translations import Translations


class FilesForm(forms.Form):
    """Asks for a language, each with the number of its files, and for a kind of file."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label=_("Format"),
        choices=[(name, one.label) for name, one in FORMATS.items()],
        initial="1.2",
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, found: Iterable[Translation]) -> None:
        super().__init__(data if "kind" in data else None)
        numbers = Counter(one.target_locale for one in found)
        language: Any = self.fields["language"]
        language.choices = [(str(one.pk), labelled(one, numbers[one])) for one in numbers]
        if len(numbers) == 1:
            language.initial = language.choices[0][0]


def labelled(locale: Locale, number: int) -> str:
    files = ngettext("%(count)s file", "%(count)s files", number) % {"count": number}
    return f"{locale.get_display_name()}: {files}"


class TranslationFilesView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Gives what the report lists, as far as somebody may edit it."""

    permission_policy = policy_registry.get_by_type(Page)
    any_permission_required: Any = MAY_SEE
    template_name = "vision_pages/overview/translation_files.html"
    header_icon = "doc-full"
    page_title: Any = _("Files for agencies")
    breadcrumbs_items = []

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = FilesForm(request.GET, self.found)
        if form.is_valid():
            return self.download(**form.cleaned_data)
        kept = [pair for pair in request.GET.items() if pair[0] not in form.fields]
        return self.render_to_response(self.get_context_data(form=form, kept=kept))

    @cached_property
    def found(self) -> list[Translation]:
        filters = TranslationFilterSet(
            self.request.GET, queryset=Page.objects.none(), request=self.request
        )
        asked = asked_for(self.request.user, filters, self.request.GET.get("q", ""))
        return [*translations(asked)]

    def download(self, language: str, kind: str) -> HttpResponse:
        chosen = [one for one in self.found if str(one.target_locale_id) == language]
        files = [
            Piece(
                f"{number:03}-{file_name(one, kind)}",
                export(one, kind, preview_address(self.request, one)),
            )
            for number, one in enumerate(chosen, start=1)
        ]
        name = f"translations-{chosen[0].target_locale.language_code}.zip"
        return attachment(pack(files), name, "application/zip")


def translations(asked: Translations) -> Iterator[Translation]:
    """Yield what is translated text by text and may be edited, in the order of the report."""
    rows = [row for row in asked.rows() if row["target"]]
    targets = [row["target"] for row in rows]
    own = {*editable(asked.user).filter(pk__in=targets).values_list("pk", flat=True)}
    found = Translation.objects.filter(
        enabled=True, source__object__in={row["translation_key"] for row in rows}
    ).select_related("source__locale", "source__specific_content_type", "target_locale")
    by_place = {(one.source.object_id, one.target_locale_id): one for one in found}
    for row in rows:
        place = row["translation_key"], row["language"]
        if row["target"] in own and place in by_place:
            yield by_place[place]
