"""The report of translations: how each page stands in each language, and what is left to do."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from wagtail.models import Locale, Workflow
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories import VisionFactory
from tests.overview.conftest import listed
from tests.roles.conftest import member

TRANSLATIONS = "/admin/reports/translations/"
COLUMNS = ("title", "language_label", "state_label")
PROGRAMME, VISION = "Stadt der Zukunft", "Köln 21"


@pytest.fixture
def states(admin):
    """Give what the report lists."""
    return lambda query="", *more: listed(admin.get(f"{TRANSLATIONS}?{query}"), *COLUMNS, *more)


@pytest.fixture
def turkish(english) -> Locale:
    return Locale.objects.get(language_code="tr")


def in_english(page, english, **values):
    translation = page.copy_for_translation(english)
    for name, value in values.items():
        setattr(translation, name, value)
    return translation


def test_a_page_is_missing_a_draft_or_released(states, vision, english):
    assert states() == [
        (PROGRAMME, "English", "Freigegeben"),
        (PROGRAMME, "Türkçe", "In Arbeit"),
        (VISION, "English", "Fehlt"),
        (VISION, "Türkçe", "Fehlt"),
    ]


def test_an_alias_that_holds_a_place_is_missing(states, vision, english):
    vision.copy_for_translation(english, alias=True)

    assert states("language=" + str(english.pk))[1:] == [(VISION, "English", "Fehlt")]


def test_a_page_in_a_workflow_is_in_review_since_and_by(states, vision, english, time_machine):
    translation = in_english(vision, english, title="Cologne 21")
    author = User.objects.create_user("uebersetzerin", first_name="Ayşe", last_name="Demir")
    translation.save_revision(user=author)
    time_machine.move_to(datetime(2026, 11, 2, 10, tzinfo=UTC), tick=False)
    workflow = Workflow.objects.order_by("pk").first()
    workflow.start(translation, author)

    [row] = states("state=in_review", "since", "person")

    assert row == (
        *(VISION, "English", "In Prüfung"),
        *("2026-11-02 10:00:00+00:00", "Ayşe Demir"),
    )


def test_it_is_outdated_once_its_source_says_something_else(states, programme, english):
    assert states("state=outdated") == []
    programme.refresh_from_db()
    programme.summary = "Etwas anderes."
    programme.save_revision().publish()

    assert states("state=outdated") == [(PROGRAMME, "English", "Veraltet")]


def test_the_words_that_are_left_are_counted(states, vision, english):
    source, _created = TranslationSource.update_or_create_from_instance(vision)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    texts = [segment.string.data for segment in source.stringsegment_set.order_by("order")]
    total = sum(len(text.replace("<", " <").split()) for text in texts)
    asked = f"language={english.pk}"
    assert states(asked, "words")[1] == (VISION, "English", "In Arbeit", str(total))

    for segment in source.stringsegment_set.filter(context__path="title"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=english,
            data="Cologne 21",
        )

    assert states(asked, "words")[1][-1] == str(total - 2)


def test_words_are_looked_for_in_both_titles(states, vision, english):
    in_english(vision, english, title="Cologne 21").save_revision().publish()

    for words in ("cologne", "köln 21"):
        assert states(f"q={words}&language={english.pk}") == [(VISION, "English", "Freigegeben")]


def test_words_are_looked_for_in_the_texts_of_both(states, vision, english):
    vision.motto = 'Grün & "offen"'
    vision.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(vision)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    segment = source.stringsegment_set.get(context__path="motto")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=english,
        data="Green &amp; the people's",
    )

    assert states("q=grün+%26+%22offen%22") == [
        (VISION, "English", "In Arbeit"),
        (VISION, "Türkçe", "Fehlt"),
    ]
    assert states("q=green+%26+the+people's") == [(VISION, "English", "In Arbeit")]


def test_states_are_counted_and_lead_to_themselves(admin, vision, english):
    counts = admin.get(f"{TRANSLATIONS}?state=missing").context["counts"]

    assert [(str(label), number, current) for label, number, _address, current in counts] == [
        ("fehlt", 2, True),
        ("in Arbeit", 1, False),
        ("freigegeben", 1, False),
    ]
    assert counts[1][2] == f"{TRANSLATIONS}?state=in_progress"


def test_a_translator_sees_their_own_languages(client, vision, english):
    call_command("create_roles", verbosity=0)
    client.force_login(member("Übersetzung: English"))

    rows = listed(client.get(TRANSLATIONS), *COLUMNS)

    assert rows == [(PROGRAMME, "English", "Freigegeben"), (VISION, "English", "Fehlt")]


@pytest.mark.parametrize(
    ("role", "leads"),
    [("Übersetzung: English", [True, False]), ("Pressestelle", [False, True])],
)
def test_it_leads_to_what_somebody_may_edit_or_start(client, vision, english, role, leads):
    call_command("create_roles", verbosity=0)
    client.force_login(member(role))

    rows = client.get(f"{TRANSLATIONS}?language={english.pk}").context["object_list"]

    assert [bool(row["address"]) for row in rows] == leads
    for row in rows:
        assert row["address"] is None or client.get(row["address"]).status_code == 200


def test_it_is_exported_as_it_is_shown(admin, vision, english):
    content = admin.get(f"{TRANSLATIONS}?export=csv&language={english.pk}").getvalue().decode()
    rows = [*csv.DictReader(StringIO(content.removeprefix("\ufeff")))]

    assert [(row["Seite"], row["Übersetzter Titel"], row["Stand"]) for row in rows] == [
        (PROGRAMME, "City of the Future", "Freigegeben"),
        (VISION, "", "Fehlt"),
    ]


def test_many_pages_need_no_more_statements_than_few(statements, programme, vision, english):
    few = statements(TRANSLATIONS)
    for number in range(10):
        more = VisionFactory(parent=programme, title=f"Vision {number}")
        in_english(more, english).save_revision().publish()

    assert statements(TRANSLATIONS) == few
