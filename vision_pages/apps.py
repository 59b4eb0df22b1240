"""The Django app of the page types."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from vision_pages.checks import check_settings
from vision_pages.translation.strings import check_translations, keep_sentences_whole


class VisionPagesConfig(AppConfig):
    name = "vision_pages"
    verbose_name = _("Visions and Leitbild")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register(check_settings)
        keep_sentences_whole()
        check_translations()
        # It needs the models, which are there by now.
        from vision_pages.translation.releases import record_releases

        record_releases()
