"""The demo in other languages: English as translators make it, easy German as a text of its own."""

from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from vision_pages import models
from vision_pages.demo.texts import content, translations
from vision_pages.demo.values import fill

# Districts have names that nobody translates.
TERMS = (
    models.Strategy,
    models.StrategicGoal,
    models.FieldOfAction,
    models.Actor,
    models.ContactPoint,
)


class English:
    """Translates rows as wagtail-localize does, with the words of a PO file."""

    def __init__(self) -> None:
        self.locale = Locale.objects.get(language_code="en")
        self.words = translations("en")

    def translate(self, row: Any) -> None:
        """Translate and publish a row; raise KeyError where the file lacks one of its texts."""
        source, _created = TranslationSource.update_or_create_from_instance(row)
        translation = Translation.objects.create(source=source, target_locale=self.locale)
        StringTranslation.objects.bulk_create(
            (
                StringTranslation(
                    translation_of=segment.string,
                    context=segment.context,
                    locale=self.locale,
                    data=self.words[segment.string.data],
                    updated_at=timezone.now(),
                )
                for segment in source.stringsegment_set.select_related("string", "context")
            ),
            ignore_conflicts=True,  # a text that stands twice in a field is one string
        )
        # Published here, as save_target would do it only after the transaction.
        translation.save_target(publish=False)
        translation.get_target_instance().latest_revision.publish()


def translatable() -> list[Any]:
    """Give what there is in English: terms, pages from the top, and the site settings.

    Projects are left to whoever tries the demo; the API gives them in German until then.
    """
    german = Locale.get_default()
    projects = models.ProjectIndexPage.objects.get(locale=german)
    pages = Page.objects.filter(locale=german, depth__gt=1)
    pages = pages.not_descendant_of(projects, inclusive=True)
    return [
        *(row for model in TERMS for row in model.objects.filter(locale=german)),
        *pages.order_by("path").specific(),
        *models.SiteSettings.objects.filter(locale=german),
    ]


def begin_other_languages(programme: Page) -> None:
    """Submit the programme for the languages in which nobody has translated anything yet."""
    begun = programme.get_translations(inclusive=True).values("locale")
    translate_object(programme, Locale.objects.exclude(pk__in=begun))


def easy_german(programme: Page) -> None:
    """Publish the programme in Leichte Sprache: other sentences, another structure."""
    page = programme.copy_for_translation(Locale.objects.get(language_code="de-simple"))
    fill(page, content("easy-german"))
    page.save_revision().publish()
