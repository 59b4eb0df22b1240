"""Which translations say something else than their source by now, on the dashboard."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from vision_pages.overview.addresses import edit_address
from vision_pages.overview.panel import LINES, Panel
from vision_pages.overview.translations import Translations
from vision_pages.translation.states import State
from vision_pages.translation.words_left import Left, words_left


class OutdatedTranslationsPanel(Panel):
    """What is to be translated again, in one's own languages."""

    name = "outdated_translations"
    heading = _("Outdated translations")
    template_name = "vision_pages/overview/outdated_translations.html"
    order = 210

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        report = reverse("vision_pages_overview:translations")
        context = super().get_context_data(parent_context)
        return context | {"report": f"{report}?state={State.OUTDATED.value}"}

    @cached_property
    def lines(self) -> list[Any]:
        found: list[Any] = [*Translations(user=self.user, state=State.OUTDATED.value).rows()]
        left = words_left({row["translation_key"] for row in found[:LINES]})
        languages = {locale.pk: locale.get_display_name() for locale in Locale.objects.all()}
        for row in found:
            row["address"] = edit_address(row["target"])
            row["language_label"] = languages[row["language"]]
            row["left"] = left.get((row["translation_key"], row["language"]), Left(0, 0))
        return found
