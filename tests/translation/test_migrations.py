"""What was translated before an app of ours knew better is put right when it is installed."""

from importlib import import_module

from django.apps import apps
from wagtail_localize.models import Translation

from tests.translation.translator import submit_address

written = import_module("vision_pages.migrations.0010_easy_language_is_written")


def test_leichte_sprache_that_was_begun_by_strings_is_written_freely(city, translator):
    codes = [translator.languages[code].pk for code in ("de-simple", "en")]
    translator.client.post(submit_address(city.programme), {"locales": codes})
    Translation.objects.update(enabled=True)

    written.write_freely(apps, None)

    of_pages = Translation.objects.filter(source__object=city.programme.translation_key)
    found = dict(of_pages.values_list("target_locale__language_code", "enabled"))
    assert found == {"de-simple": False, "en": True}
