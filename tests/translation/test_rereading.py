"""Once a source is published, translators are given what it says now (T6)."""

import pytest

from vision_pages.models import Release, VisionPage

LEFT = """query ($key: ID!, $locale: LocaleCode) {
  page(by: {translationKey: $key}, locale: $locale) {
    language { outdated textsLeft wordsLeft }
  }
}"""


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publish a page, and let the tasks run that wait for it."""

    def publish(page, **values):
        page = type(page).objects.get(pk=page.pk)
        for name, value in values.items():
            setattr(page, name, value)
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return publish


@pytest.fixture
def left(city, ask):
    def left(locale="en"):
        key = str(city.vision.translation_key)
        return ask(LEFT, key=key, locale=locale)["page"]["language"]

    return left


@pytest.fixture
def english(city, translator):
    translator.translate(city.programme, "en", "[{}]".format)
    return translator.translate(city.vision, "en", "[{}]".format)


def test_t06_a_changed_source_is_given_without_being_asked_for(city, english, translator, publish):
    publish(city.vision, summary="Ganz etwas Neues.")

    texts = [one.string.data for one in translator.segments(city.vision, "en")]
    assert "Ganz etwas Neues." in texts
    translator.write(city.vision, "en", "({})".format)
    translator.publish(city.vision, "en")
    assert translator.target(city.vision, "en").summary == "(Ganz etwas Neues.)"


def test_how_much_is_to_be_done_again_is_public(city, english, publish, left):
    assert left() == {"outdated": False, "textsLeft": 0, "wordsLeft": 0}

    publish(city.vision, summary="Ganz etwas Neues.", motto="Und ein Motto")

    assert left() == {"outdated": True, "textsLeft": 2, "wordsLeft": 6}
    assert left("de") == {"outdated": None, "textsLeft": None, "wordsLeft": None}


def test_nothing_is_left_once_it_is_translated(city, english, translator, publish, left):
    publish(city.vision, summary="Ganz etwas Neues.")
    translator.write(city.vision, "en", "({})".format)
    translator.publish(city.vision, "en")

    assert left() == {"outdated": False, "textsLeft": 0, "wordsLeft": 0}


def test_a_draft_of_the_source_gives_nothing(city, english, translator):
    vision = VisionPage.objects.get(pk=city.vision.pk)
    vision.summary = "Erst ein Entwurf."
    vision.save_revision()

    texts = [one.string.data for one in translator.segments(city.vision, "en")]
    assert "Erst ein Entwurf." not in texts


def test_a_term_is_read_anew_too(city, translator, publish):
    contact = city.vision.contacts.first()
    translator.translate(contact, "en", "[{}]".format)

    publish(contact, name="Büro für Zukunft")

    texts = [one.string.data for one in translator.segments(contact, "en")]
    assert "Büro für Zukunft" in texts


def test_publishing_a_translation_reads_nothing(city, english, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        english.save_revision().publish()

    assert not [one for one in waiting if "reread" in repr(one)]


def test_without_translations_nothing_is_kept(city, publish):
    publish(city.vision, summary="Ganz etwas Neues.")

    assert not Release.objects.filter(texts_left__isnull=False).exists()
