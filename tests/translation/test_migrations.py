"""What was translated before an app of ours knew better is put right when it is installed."""

from importlib import import_module

from django.apps import apps
from wagtail_localize.models import StringSegment, Translation, TranslationSource

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


def test_a_field_that_an_update_brings_is_there_for_translators(city, translator):
    translator.submit(city.vision, "en")
    texts = len(translator.segments(city.vision, "en"))
    StringSegment.objects.filter(context__path="title").delete()
    TranslationSource.objects.update(schema_version="0001_initial")

    response = translator.open(city.vision, "en")

    assert "Das Datenmodell" not in response.content.decode()
    assert len(translator.segments(city.vision, "en")) == texts
    assert not translator.translation(city.vision, "en").source.schema_out_of_date()
