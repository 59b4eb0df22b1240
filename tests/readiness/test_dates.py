"""Warnings about reviews, the order of stages, missing results and sources."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import StageFactory
from vision_pages.partial_date import PartialDate

END = "Auf diese Stufe folgt eine weitere, deshalb sollte sie ein Ende haben."
RESULTS = "Seit dem Ende sind mehr als 90 Tage vergangen. Bitte ergänzen, was herausgekommen ist."
ACHIEVEMENTS = "Seit dem Ende sind mehr als 90 Tage vergangen. Bitte ergänzen, was erreicht wurde."


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture(params=["programme", "vision", "project", "stage", "index", "history"])
def page(request):
    return request.getfixturevalue(request.param)


def test_nothing_is_said_of_a_page_in_order(page, warned, refused):
    assert warned(page) == []
    assert refused(page) == []


def test_a_review_is_overdue_the_day_after(page, warned):
    overdue = (
        "Wiedervorlage",
        "Die Wiedervorlage ist überfällig. Bitte die Seite prüfen und ein neues Datum setzen.",
    )

    assert warned(page, review_on=days_ago(0)) == []
    assert warned(page, review_on=days_ago(1)) == [overdue]
    assert warned(page, review_on=None) == []


@pytest.mark.parametrize(
    ("above", "start", "contradicts"),
    [
        ("2021", "2020", True),
        ("2021", "2021", False),
        ("2021", "2021-03", False),
        ("2021-04", "2021-03", True),
        ("2021-04", "2021", False),
        (None, "2020", False),
        ("2021", None, False),
    ],
)
def test_a_stage_does_not_start_before_the_one_above_it(stage, warned, above, start, contradicts):
    stage.start_date, stage.end_date = above, "2021"
    stage.save(clean=False)
    below = StageFactory(parent=stage.get_parent())
    below.start_date = start and PartialDate(start)

    message = "Diese Stufe beginnt vor der Stufe „Beteiligung“, die über ihr steht."
    assert warned(below) == ([("Beginn", message)] if contradicts else [])


def test_only_the_last_stage_may_have_no_end(stage, warned):
    assert warned(stage, end_date=None) == []

    below = StageFactory(parent=stage.get_parent())
    assert warned(stage) == [("Ende", END)]
    assert warned(below) == []
    assert warned(stage, status_override="discontinued") == []


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, False),
        ({"end_date": str(days_ago(90))}, False),
        ({"end_date": str(days_ago(91))}, True),
        ({"end_date": str(days_ago(91)), "results": "<p>Viel.</p>"}, False),
        ({"end_date": str(days_ago(91)), "status_override": "discontinued"}, False),
    ],
)
def test_results_of_a_stage_are_due_after_90_days(stage, warned, values, missing):
    stage.start_date = "2021"
    stage.full_clean(exclude=["end_date"])
    for name, value in values.items():
        setattr(stage, name, value)
    stage.save(clean=False)
    stage.refresh_from_db()

    assert warned(stage) == ([("Ergebnisse", RESULTS)] if missing else [])


def test_achievements_of_what_has_ended_are_due_too(vision, warned):
    vision.start_date, vision.end_date = "2019", "2021"
    vision.save(clean=False)
    vision.refresh_from_db()

    assert warned(vision) == [("Was haben wir erreicht?", ACHIEVEMENTS)]
    assert warned(vision, achievements="<p>Viel.</p>") == []


def test_an_entry_of_the_history_names_its_sources(entry, warned):
    missing = "Bitte die Quellen nennen, auf die sich Datum und Wortlaut stützen."

    assert warned(entry) == [("Quellen", missing)]
    assert warned(entry, sources=[("source", {"title": "Bericht"})]) == []
