"""A fact changed in German is true in every language at once, without any synchronisation."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.documents.conftest import differences
from tests.factories import ActorFactory, VisionFactory
from tests.translation.content import event, in_english, location
from vision_pages.models import ProjectVision, VisionActor, VisionLink

LANGUAGES = ("en", "ar")


@pytest.fixture
def translated(translator) -> Any:
    """Publish a page in two languages more."""

    def translate(page: Any) -> None:
        translator.submit(page, *LANGUAGES)
        for code in LANGUAGES:
            translator.write(page, code, in_english)
            translator.publish(page, code)

    return translate


@pytest.fixture
def answers(ask) -> Any:
    """Give the answer that all languages give, source and translations; they must not differ."""

    def answers(page: Any, fields: str) -> Any:
        kind = type(page).__name__.removesuffix("Page")
        query = f"""query ($key: ID!, $locale: LocaleCode!) {{
          page(by: {{translationKey: $key}}, locale: $locale) {{
            language {{ isFallback }} ... on {kind} {{ {fields} }} }} }}"""
        found = [
            ask(query, key=str(page.translation_key), locale=code)["page"]
            for code in ("de", *LANGUAGES)
        ]
        assert [answer.pop("language") for answer in found] == [{"isFallback": False}] * 3
        assert found[1:] == [found[0]] * 2
        assert differences() == []
        return found[0]

    return answers


def publish(page: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_dates_and_status(city, translated, answers):
    translated(city.vision)
    fields = "startDate { iso } endDate { iso } status statusSource"

    publish(
        city.vision,
        start_date="2020-10",
        end_date="2021",
        status_override="discontinued",
        status_note="Beendet.",
    )

    assert answers(city.vision, fields) == {
        "startDate": {"iso": "2020-10"},
        "endDate": {"iso": "2021"},
        "status": "DISCONTINUED",
        "statusSource": "EDITOR",
    }


def test_actors_added_changed_and_removed(city, translated, answers):
    city.vision.actors.add(VisionActor(actor=ActorFactory(name="Fällt weg"), role="partner"))
    publish(city.vision)
    translated(city.vision)

    lead = city.vision.actors.get(role="lead")
    lead.role = "initiator"
    new = VisionActor(actor=ActorFactory(name="Neu"), role="lead")
    city.vision.actors.set([lead, new])
    publish(city.vision)

    assert answers(city.vision, "actors { role actor { name } }") == {
        "actors": [
            {"role": "INITIATOR", "actor": {"name": lead.actor.name}},
            {"role": "LEAD", "actor": {"name": "Neu"}},
        ]
    }


def test_council_decisions(city, translated, answers):
    translated(city.vision)
    decision = {
        "body_name": "Rat",
        "date": "2021-06",
        "reference": "1908/2021",
        "title": "Köln 21",
        "outcome": "adopted",
        "paper_url": "",
        "oparl_url": "",
    }

    publish(city.vision, council_decisions=[("decision", decision)])

    fields = "councilDecisions { bodyName date { iso } reference title outcome lang }"
    assert answers(city.vision, fields) == {
        "councilDecisions": [
            {
                "bodyName": "Rat",
                "date": {"iso": "2021-06"},
                "reference": "1908/2021",
                "title": "Köln 21",
                "outcome": "ADOPTED",
                "lang": "de",
            }
        ]
    }


def test_linked_visions_added_and_removed(city, translated, answers):
    other = VisionFactory(parent=city.programme, title="Verwaltung")
    translated(city.vision)

    city.vision.linked_visions.add(VisionLink(target=other))
    publish(city.vision)
    assert answers(city.vision, "linkedVisions { title }") == {
        "linkedVisions": [{"title": "Verwaltung"}]
    }

    city.vision.linked_visions.clear()
    publish(city.vision)
    assert answers(city.vision, "linkedVisions { title }") == {"linkedVisions": []}


def test_contacts_are_gone_everywhere_once_they_are_removed(city, translated, answers):
    city.stage.contacts.set([city.vision.contacts.get()])
    publish(city.stage)
    translated(city.stage)

    city.stage.contacts.set([])
    publish(city.stage)

    assert answers(city.stage, "contacts { name }") == {"contacts": []}


def test_visions_that_a_project_serves(city, translated, answers):
    other = VisionFactory(parent=city.programme, title="Verwaltung")
    translated(city.project)

    city.project.visions.set([ProjectVision(target=other)])
    publish(city.project)

    assert answers(city.project, "visions { title }") == {"visions": [{"title": "Verwaltung"}]}


def test_times_and_places_of_participation_events(city, translated, answers):
    city.stage.participation_events.add(event(city.stage, participant_count=None))
    publish(city.stage)
    translated(city.stage)

    row = city.stage.participation_events.get()
    row.starts_at = datetime(2021, 4, 5, 8, tzinfo=UTC)
    row.cancelled, row.address, row.languages = True, "Neumarkt 1", ["tr"]
    city.stage.participation_events.set([row])
    publish(city.stage)

    fields = "participationEvents { id startsAt cancelled state address languages }"
    assert answers(city.stage, fields) == {
        "participationEvents": [
            {
                "id": str(row.translation_key),
                "startsAt": "2021-04-05T08:00:00+00:00",
                "cancelled": True,
                "state": "CANCELLED",
                "address": "Neumarkt 1",
                "languages": ["tr"],
            }
        ]
    }


def test_order_and_removal_of_participation_events(city, translated, answers):
    first, second, third = (event(city.stage, sort_order=number) for number in range(3))
    city.stage.participation_events.set([first, second, third])
    publish(city.stage)
    translated(city.stage)

    rows = {row.translation_key: row for row in city.stage.participation_events.all()}
    kept = [rows[third.translation_key], rows[first.translation_key]]
    for number, row in enumerate(kept):
        row.sort_order = number
    city.stage.participation_events.set(kept)
    publish(city.stage)

    assert answers(city.stage, "participationEvents { id }") == {
        "participationEvents": [{"id": str(row.translation_key)} for row in (third, first)]
    }


def test_places_of_a_project(city, translated, answers):
    city.project.citywide = False
    city.project.locations.set([location(city.project), location(city.project, label="Weg")])
    publish(city.project)
    translated(city.project)

    kept = city.project.locations.get(label="Am Dom")
    kept.address, kept.latitude, kept.longitude = "Roncalliplatz", "50.941", "6.957"
    city.project.locations.set([kept])
    publish(city.project)

    fields = "locations { address coordinates { latitude longitude } }"
    assert answers(city.project, fields) == {
        "locations": [
            {
                "address": "Roncalliplatz",
                "coordinates": {"latitude": 50.941, "longitude": 6.957},
            }
        ]
    }


def test_an_added_row_with_words_waits_for_its_translation(city, translated, translator, ask):
    """Its time and place are facts; without its title they would be about nothing."""
    city.stage.participation_events.add(event(city.stage, title="Erste"))
    publish(city.stage)
    translated(city.stage)
    city.stage.participation_events.add(event(city.stage, title="Zweite"))
    publish(city.stage)
    query = """query ($key: ID!) { page(by: {translationKey: $key}, locale: "en") {
      ... on Stage { participationEvents { title } } } }"""

    def titles() -> list[str]:
        page = ask(query, key=str(city.stage.translation_key))["page"]
        return [row["title"] for row in page["participationEvents"]]

    assert titles() == ["[Erste]"]

    translator.synchronise(city.stage)
    translator.write(city.stage, "en", in_english)
    translator.publish(city.stage, "en")

    assert titles() == ["[Erste]", "[Zweite]"]
