"""A translation is published once it is whole, unless a language wants it otherwise (T5)."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

BEFORE, NOW = "Köln ist 2035 klimaneutral.", "Köln ist 2040 klimaneutral."


def in_english(text):
    return f"[{text}]"


def refused(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.fixture
def changed(city, translator):
    """Give a vision, public in English, of which one text has changed since and one is new."""
    for page in (city.programme, city.vision):
        page.summary = BEFORE
        page.save_revision().publish()
        translator.translate(page, "en", in_english)
    city.vision.summary = NOW
    city.vision.save_revision().publish()
    translator.synchronise(city.vision)
    return city.vision


def test_t05_german_words_are_not_published_in_a_translation(changed, translator):
    before = translator.target(changed, "en").live_revision_id

    translator.publish(changed, "en")

    target = translator.target(changed, "en")
    assert (target.live_revision_id, target.summary) == (before, f"[{BEFORE}]")


def test_a_page_that_never_was_published_stays_a_draft(city, translator):
    translator.submit(city.vision, "en")

    translator.publish(city.vision, "en")

    assert translator.target(city.vision, "en").live is False


def test_it_is_published_once_it_is_whole(changed, translator):
    translator.write(changed, "en", in_english)

    translator.publish(changed, "en")

    assert translator.target(changed, "en").summary == f"[{NOW}]"


def test_a_language_may_allow_german_words(changed, translator, settings):
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": "allow"}

    translator.publish(changed, "en")

    assert translator.target(changed, "en").summary == NOW


def test_a_language_may_keep_what_was_published(changed, translator, settings):
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": "keep"}
    segment = next(s for s in translator.segments(changed, "en") if s.context.path == "title")
    translator.write_one(changed, "en", segment, "Cologne 2021")

    translator.publish(changed, "en")

    target = translator.target(changed, "en")
    assert (target.title, target.summary) == ("Cologne 2021", f"[{BEFORE}]")


def test_what_was_kept_is_outdated(changed, translator, settings, ask):
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": "keep"}
    translator.publish(changed, "en")

    query = """query ($key: ID!) {page(by: {translationKey: $key}, locale: "en")
        {summary language {outdated completeness}}}"""
    found = ask(query, key=str(changed.translation_key))["page"]
    texts = len(translator.segments(changed, "en"))
    assert found == {
        "summary": f"[{BEFORE}]",
        "language": {"outdated": True, "completeness": 1 - 1 / texts},
    }


def test_a_text_nobody_ever_translated_cannot_be_kept(changed, translator, settings):
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": "keep"}
    changed.motto = "Gemeinsam"
    changed.save_revision().publish()
    translator.synchronise(changed)
    before = translator.target(changed, "en").live_revision_id

    translator.publish(changed, "en")

    assert translator.target(changed, "en").live_revision_id == before


def test_a_link_that_is_gone_is_not_kept(city, translator, settings):
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": "keep"}
    city.vision.goal = '<p>Mehr <a href="https://stadt.example/">hier</a>.</p>'
    city.vision.save_revision().publish()
    translator.translate(city.vision, "en", in_english)
    city.vision.goal = "<p>Mehr hier.</p>"
    city.vision.save_revision().publish()
    translator.synchronise(city.vision)
    before = translator.target(city.vision, "en").live_revision_id

    translator.publish(city.vision, "en")

    assert translator.target(city.vision, "en").live_revision_id == before


def test_synchronising_says_what_it_has_not_published(changed, translator):
    source = translator.translation(changed, "en").source
    address = f"/admin/localize/update/{source.pk}/"

    response = translator.client.post(address, {"publish_translations": "on"})

    assert (
        "„Köln 21“ kann auf English nicht veröffentlicht werden: "
        "1 Text ist noch nicht übersetzt." in refused(response)
    )


@pytest.mark.parametrize("below", [False, True])
def test_publishing_many_at_once_stops_before_one_that_is_not_whole(city, translator, below):
    translator.translate(city.programme, "en", in_english)
    translator.submit(city.vision, "en")
    page = translator.target(city.programme if below else city.vision, "en")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = translator.client.post(
        f"{address}?id={page.pk}&next=/admin/", {"include_descendants": "on"} if below else {}
    )

    assert translator.target(city.vision, "en").live is False
    texts = len(translator.segments(city.vision, "en"))
    assert (
        "„Köln 21“ kann auf English nicht veröffentlicht werden: "
        f"{texts} Texte sind noch nicht übersetzt." in refused(response)
    )
