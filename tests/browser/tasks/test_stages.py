"""Stages: their order and dates, a survey that goes on, and what came out of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from tests.factories import ParticipationEventFactory

NO_DATE = (
    "„2009-13“ ist kein Datum. Möglich sind ein Jahr (2009), ein Monat (2020-10) "
    "oder ein Tag (2003-12-18)."
)
MINUTE = "%Y-%m-%d %H:%M"
STAGE = '{ page(by: {path: "/de/koeln-21/umfrage/"}) { ... on Stage %s } }'


def test_stages_are_put_in_another_order_by_dragging(city, at_work, ask):
    editor = at_work("Pressestelle")
    editor.goes(f"pages/{city.vision.pk}/?ordering=ord")
    handles = editor.page.get_by_role("button", name="Ziehen")
    first, second = handles.nth(0).bounding_box(), handles.nth(1).bounding_box()
    mouse = editor.page.mouse
    with editor.page.expect_response(lambda answer: "set_position" in answer.url):
        mouse.move(second["x"] + 5, second["y"] + 5)
        mouse.down()
        mouse.move(first["x"] + 5, first["y"] + 2, steps=8)
        mouse.up()
    editor.reads("Umfrage")

    found = ask('{ vision(by: {path: "/de/koeln-21/"}) { stages { title } } }')
    assert found["vision"]["stages"] == [{"title": "Umfrage"}, {"title": "Auftrag"}]


def test_a_year_is_a_date_and_a_thirteenth_month_is_none(city, at_work, ask):
    editor = at_work("Redaktion")
    editor.edits(city.stages[1])
    editor.types(Titel="Zweite Umfrage")
    editor.tab("Zeitraum & Status")
    editor.types(Beginn="2009-13")
    editor.presses_save()

    editor.tab("Zeitraum & Status")
    editor.is_told("Beginn", NO_DATE)
    editor.sees("Beginn", "2009-13")
    editor.tab("Inhalt")
    editor.sees("Titel", "Zweite Umfrage")

    editor.tab("Zeitraum & Status")
    editor.types(Beginn="2009")
    editor.saves()
    assert ask(STAGE % "{ title startDate { iso } }")["page"] == {
        "title": "Umfrage",
        "startDate": {"iso": "2021"},
    }

    editor = at_work("Pressestelle")
    editor.edits(city.stages[1])
    editor.publishes()
    assert ask(STAGE % "{ title startDate { iso precision earliest latest label } }")["page"] == {
        "title": "Zweite Umfrage",
        "startDate": {
            "iso": "2009",
            "precision": "YEAR",
            "earliest": "2009-01-01",
            "latest": "2009-12-31",
            "label": "2009",
        },
    }


@pytest.fixture
def survey(city):
    """Have a survey end today."""
    stage = city.stages[1]
    end = now().replace(second=0, microsecond=0)
    ParticipationEventFactory(page=stage, starts_at=end - timedelta(days=14), ends_at=end)
    stage.refresh_from_db()
    stage.save_revision().publish()
    return stage


def test_a_survey_goes_on_for_a_week_in_all_languages(survey, english, at_work, ask):
    english(survey)
    query = """query ($locale: LocaleCode!) { participationEvents(locale: $locale) {
      nodes { state endsAt } } }"""
    assert ask(query, locale="en")["participationEvents"]["nodes"][0]["state"] == "CLOSED"
    editor = at_work("Pressestelle")
    editor.edits(survey)
    editor.tab("Beteiligung")
    event = editor.row("participation_events")
    end = editor.field("Ende", event)
    later = datetime.strptime(end.input_value(), MINUTE) + timedelta(days=7)  # noqa: DTZ007
    end.fill(later.strftime(MINUTE))
    end.press("Tab")
    editor.publishes()

    found = [ask(query, locale=code)["participationEvents"]["nodes"] for code in ("de", "en")]
    assert found[0][0]["state"] == found[1][0]["state"] == "OPEN"
    assert found[0][0]["endsAt"] == found[1][0]["endsAt"]
    assert datetime.fromisoformat(found[0][0]["endsAt"]) > datetime.now(UTC) + timedelta(days=6)


def test_what_came_out_is_recorded_with_a_number_and_a_file(survey, at_work, ask, tmp_path):
    file = tmp_path / "Ergebnisse.pdf"
    file.write_bytes(b"%PDF-1.7\n%%EOF\n")
    editor = at_work("Fachdienststelle")
    editor.edits(survey)
    editor.tab("Beteiligung")
    editor.types(editor.row("participation_events"), Zahl_der_Teilnehmenden="2391")
    editor.tab("Belege")
    download = editor.adds_block("downloads")
    editor.uploads(download, file)
    editor.types(download, Titel="Ergebnisse der Umfrage")
    editor.saves()

    editor = at_work("Pressestelle")
    editor.edits(survey)
    editor.publishes()

    answer = ask(
        STAGE
        % "{ participationEvents { participantCount } downloads { title document { mimeType } } }"
    )
    assert answer["page"] == {
        "participationEvents": [{"participantCount": 2391}],
        "downloads": [
            {"title": "Ergebnisse der Umfrage", "document": {"mimeType": "application/pdf"}}
        ],
    }
