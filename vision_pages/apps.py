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
        # These need the models, which are there by now.
        from vision_pages.models.term_references import follow_terms
        from vision_pages.overview.checking import keep_findings
        from vision_pages.translation.addresses import check_addresses
        from vision_pages.translation.drafts import keep_drafts
        from vision_pages.translation.following import follow_sources
        from vision_pages.translation.keeping import keep_released_texts
        from vision_pages.translation.machine_checks import check_machine_translation
        from vision_pages.translation.reader_tests import keep_tested_texts
        from vision_pages.translation.reading import read_at_once
        from vision_pages.translation.releases import record_releases
        from vision_pages.translation.rereading import reread_sources
        from vision_pages.translation.sources import give_what_is_said_now
        from vision_pages.translation.writing import write_freely

        register(check_machine_translation)
        follow_terms()
        record_releases()
        keep_findings()
        check_addresses()
        keep_drafts()
        follow_sources()
        give_what_is_said_now()
        read_at_once()
        keep_released_texts()
        reread_sources()
        write_freely()
        keep_tested_texts()
