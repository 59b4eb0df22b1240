"""`manage.py create_locales`: the languages of the settings, ready to translate into."""

from typing import Any

from django.core.management import BaseCommand
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale


class Command(BaseCommand):
    help = "Create the locales of WAGTAIL_CONTENT_LANGUAGES that do not exist yet."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        for code, name in get_content_languages().items():
            _locale, created = Locale.objects.get_or_create(language_code=code)
            if verbosity:
                self.stdout.write(f"{name} ({code}): {'created' if created else 'exists'}")
