"""A file that comes back is judged text by text; then all that is accepted is kept, or nothing."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import StringTranslation

from vision_pages.exchange.exporting import document
from vision_pages.exchange.importing import Judge, Verdict
from vision_pages.exchange.taking import take
from vision_pages.exchange.units import State

MOTTO = '<p>Mehr <a href="https://stadt.example/">steht hier</a> und <b>dort</b>.</p>'
FOREIGN_TAGS = "Es kommen Formatierungen oder Links vor, die es im Ausgangstext nicht gibt."


@pytest.fixture
def page(city, translator):
    """Give a page being translated, with a link in a text."""
    city.vision.goal, city.vision.motto = MOTTO, "Kurz"
    city.vision.save_revision().publish()
    translator.submit(city.vision, "en")
    return city.vision


@pytest.fixture
def translation(page, translator):
    return translator.translation(page, "en")


def judged(translation, start, **values):
    """Judge a file in which one text is filled in."""
    file = document(translation)
    values = {"target": "Words", "state": State.TRANSLATED} | values
    units = [replace(unit, **values) for unit in file.units if unit.path.startswith(start)]
    [found] = Judge(replace(file, units=tuple(units)), translation).judge()
    return found


def told(judgement):
    return judgement.verdict, judgement.reason


CHANGED = "Der Ausgangstext hat sich inzwischen geändert."
DAMAGED = "Die Formatierungen oder Links im Text sind beschädigt."
UNCERTAIN = "Die Übersetzung ist als unsicher markiert."
UNKNOWN = "Einen solchen Text gibt es auf dieser Seite nicht."
CASES = [
    ("motto", {}, Verdict.ACCEPTED, ""),
    ("motto", {"state": State.FINAL}, Verdict.ACCEPTED, ""),
    ("motto", {"state": State.INITIAL}, Verdict.UNTRANSLATED, UNCERTAIN),
    ("motto", {"target": ""}, Verdict.UNTRANSLATED, ""),
    ("motto", {"target": "<b> </b>"}, Verdict.UNTRANSLATED, ""),
    ("motto", {"source": "Lang"}, Verdict.STALE, CHANGED),
    ("motto", {"broken": True}, Verdict.REJECTED, DAMAGED),
    ("motto", {"id": "s0", "path": "fremd"}, Verdict.REJECTED, UNKNOWN),
    ("motto", {"id": "s0"}, Verdict.ACCEPTED, ""),
    ("motto", {"target": "x" * 160}, Verdict.ACCEPTED, ""),
    (
        "motto",
        {"target": "x" * 161},
        Verdict.REJECTED,
        "Zu lang: 161 Zeichen, erlaubt sind höchstens 160.",
    ),
    ("motto", {"target": '<a id="a1">x</a>'}, Verdict.REJECTED, FOREIGN_TAGS),
    ("goal", {"target": "<p>More</p>"}, Verdict.REJECTED, FOREIGN_TAGS),
    ("goal", {"target": "More"}, Verdict.REJECTED, "Der Link „steht hier“ fehlt."),
    ("goal", {"target": 'More <a id="a1">here</a>'}, Verdict.ACCEPTED, ""),
]


def test_a_text_is_judged(translation):
    found = [
        (start, values, *told(judged(translation, start, **values))) for start, values, *_ in CASES
    ]
    assert found == CASES


def test_a_text_that_is_there_twice_is_refused(translation):
    file = document(translation)
    twice = replace(file, units=(file.units[0], file.units[0]))
    reason = "Dieser Text steht mehrmals in der Datei."
    assert [told(one) for one in Judge(twice, translation).judge()] == [
        (Verdict.REJECTED, reason),
        (Verdict.REJECTED, reason),
    ]


def test_a_text_under_two_names_is_there_twice(translation):
    file = document(translation)
    twice = replace(file, units=(file.units[0], replace(file.units[0], id="s0")))
    assert {one.verdict for one in Judge(twice, translation).judge()} == {Verdict.REJECTED}


def test_a_file_of_another_translation_is_refused(translation):
    file = document(translation)
    with pytest.raises(ValidationError, match="gehört zu einer anderen Seite oder Sprache"):
        Judge(replace(file, original="fremd"), translation).judge()
    with pytest.raises(ValidationError, match="ist für de → fr, diese Übersetzung für de → en"):
        Judge(replace(file, target_language="fr"), translation).judge()
    for language in ("EN", ""):
        assert Judge(replace(file, target_language=language), translation).judge()


def test_of_a_text_that_changed_nothing_is_taken(page, translation, translator):
    before = document(translation)
    page.motto, page.title = "Lang", "Anders"
    page.save_revision().publish()
    translator.synchronise(page)
    units = [replace(unit, target="Words", state=State.TRANSLATED) for unit in before.units]

    found = Judge(replace(before, units=tuple(units)), translation).judge()

    stale = {one.unit.path for one in found if one.verdict == Verdict.STALE}
    assert {"motto", "title"} <= stale


def test_what_is_there_already_stays_as_it_is(translation, admin_user):
    taken = judged(translation, "motto")
    assert take([taken], translation, admin_user, "XLIFF") == 1

    again = judged(translation, "motto")

    assert (again.verdict, again.before) == (Verdict.UNCHANGED, "Words")
    StringTranslation.objects.update(translation_type="machine")
    assert judged(translation, "motto").verdict == Verdict.CHANGED


def test_what_is_taken_is_kept_as_written_by_hand(translation, admin_user):
    found = [judged(translation, "motto"), judged(translation, "goal", target="More")]

    assert take(found, translation, admin_user, "XLIFF") == 1

    [kept] = StringTranslation.objects.all()
    values = kept.data, kept.translation_type, kept.tool_name, kept.last_translated_by
    assert values == ("Words", "manual", "XLIFF", admin_user)


def test_either_all_is_taken_or_nothing(translation, admin_user):
    found = [judged(translation, "motto"), judged(translation, "title")]
    found[1].segment.string.pk = None

    with pytest.raises(ValueError, match="unsaved related object"):
        take(found, translation, admin_user, "XLIFF")

    assert not StringTranslation.objects.exists()


def test_what_should_be_looked_at_is_said_and_taken_all_the_same(city, translator):
    city.vision.summary = "Mehr als 250 Menschen kamen."
    city.vision.save_revision().publish()
    translator.submit(city.vision, "en")

    found = judged(translator.translation(city.vision, "en"), "summary", target="Many came.")

    assert (found.verdict, found.is_taken) == (Verdict.ACCEPTED, True)
    assert found.warnings == ("Zahlen des Ausgangstexts fehlen: 250.",)
