"""The report of all initiatives: who sees what, chosen how, and as a spreadsheet."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from tests.factories import (
    DistrictFactory,
    FieldOfActionFactory,
    ProjectFactory,
    StageFactory,
    VisionFactory,
)
from tests.overview.conftest import listed
from tests.roles.conftest import member
from vision_pages.models import ProjectLocation

TABLE = "/admin/reports/initiatives/"
TIMELINE = "/admin/reports/initiatives/timeline/"


@pytest.fixture
def city(vision, index):
    """Give projects in every state beside the vision, which goes on since 2020."""
    StageFactory(parent=vision, title="Auftrag", start_date="2020-10", end_date="2020-10")
    StageFactory(parent=vision, title="Umfrage", start_date="2021-04-06")
    over = {"start_date": "2019", "end_date": "2020-03-31", "is_archived": True}
    garden = ProjectFactory(parent=index, title="Garten", serves=[vision], **over)
    square = ProjectFactory(parent=index, title="Platz", serves=[vision])
    square.citywide = False
    square.locations = [ProjectLocation(label="Platz", district=DistrictFactory(name="Kalk"))]
    square.fields_of_action.set([FieldOfActionFactory(name="Mobilität")])
    square.save()
    paused = {"status_override": "paused", "status_note": "Es fehlt Geld."}
    StageFactory(parent=square, title="Bau", start_date="2022", **paused)
    ProjectFactory(
        parent=index, title="Brücke", serves=[vision], live=False, date_text="irgendwann"
    )
    return {"vision": vision, "garden": garden, "square": square}


def test_everything_is_listed_by_its_start(city, admin):
    response = admin.get(TABLE)

    columns = ("title", "type", "status_label", "starts", "ends", "running_stages", "publication")
    assert listed(response, *columns) == [
        ("Garten", "Projekt", "abgeschlossen", "2019", "31. März 2020", "", "veröffentlicht"),
        ("Köln 21", "Vision", "läuft", "Oktober 2020", "", "Umfrage", "veröffentlicht"),
        ("Platz", "Projekt", "läuft", "2022", "", "", "veröffentlicht"),
        ("Brücke", "Projekt", "geplant", "", "", "", "Entwurf"),
    ]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("status=running", ["Köln 21", "Platz"]),
        ("status=planned&status=completed", ["Garten", "Brücke"]),
        ("is_archived=true", ["Garten"]),
        ("is_archived=false", ["Köln 21", "Platz", "Brücke"]),
        ("q=PLATZ", ["Platz"]),
        ("q=irgend", ["Brücke"]),
        ("ordering=title", ["Brücke", "Garten", "Köln 21", "Platz"]),
        ("ordering=-begins_on", ["Platz", "Köln 21", "Garten", "Brücke"]),
        ("ordering=slug", ["Garten", "Köln 21", "Platz", "Brücke"]),
    ],
)
def test_it_is_chosen_and_put_in_order(city, admin, query, titles):
    assert listed(admin.get(f"{TABLE}?{query}"), "title") == [(title,) for title in titles]


def test_it_is_chosen_by_type_and_terms(city, admin):
    square, vision = city["square"], city["vision"]
    field, district = square.fields_of_action.get(), square.locations.get().district
    for query, title in (
        (f"content_type={vision.content_type_id}", "Köln 21"),
        (f"field_of_action={field.pk}", "Platz"),
        (f"district={district.pk}", "Platz"),
    ):
        assert listed(admin.get(f"{TABLE}?{query}"), "title") == [(title,)]


def test_translations_are_no_initiatives_of_their_own(city, english, admin):
    city["vision"].copy_for_translation(english).save_revision().publish()

    assert len(listed(admin.get(TABLE), "title")) == 4


def test_who_may_not_edit_them_sees_what_is_public(city, english, editor, client):
    client.force_login(member("Übersetzung: English"))

    response = client.get(TIMELINE)

    assert listed(response, "title") == [("Garten",), ("Köln 21",), ("Platz",)]
    assert f"/admin/pages/{city['vision'].pk}/edit/" not in response.content.decode()


def test_the_timeline_says_in_words_what_it_draws(city, admin):
    response = admin.get(TIMELINE)

    text = response.content.decode()
    for words in (
        ">2019 bis 31. März 2020, abgeschlossen</desc>",
        ">ab Oktober 2020, läuft</desc>",
        ">irgendwann, geplant</desc>",
        "<title>Auftrag: Oktober 2020, abgeschlossen</title>",
        "<title>Bau: ab 2022, pausiert</title>",
        '<g class="vision-pages-bar vision-pages-bar--paused">',
    ):
        assert words in text
    assert text.count('role="img"') == 4


def sheet(response):
    return [[cell.value for cell in row] for row in load_workbook(response).active.rows]


def test_a_spreadsheet_has_german_heads_and_real_dates(city, admin):
    response = admin.get(f"{TABLE}?export=xlsx&status=completed&status=running")

    head, garden, vision, square = sheet(BytesIO(response.getvalue()))
    assert head == [
        *("Titel", "Art", "Status", "Zeitraum", "Beginnt frühestens am", "Endet spätestens am"),
        *("Projektstufen", "Laufende Projektstufen", "Handlungsfelder", "Stadtbezirke"),
        *("Veröffentlichung", "Archiviert"),
    ]
    assert [type(day) for day in garden[4:6]] == [date, date]
    assert garden[4:6] == [date(2019, 1, 1), date(2020, 3, 31)]
    assert garden[3] == "2019 bis 31. März 2020"
    assert garden[-1] == "Ja"
    assert vision[6:8] == [
        "Auftrag (Oktober 2020, abgeschlossen), Umfrage (ab 6. April 2021, läuft)",
        "Umfrage",
    ]
    assert square[8:10] == ["Mobilität", "Kalk"]


def test_the_same_comes_as_csv(city, admin):
    response = admin.get(f"{TIMELINE}?export=csv&q=garten")

    head, garden = csv.reader(StringIO(response.getvalue().decode()))
    assert head[:2] == ["Titel", "Art"]
    assert garden[4:6] == ["2019-01-01", "2020-03-31"]


@pytest.mark.parametrize("address", [TABLE, TIMELINE, f"{TABLE}?export=csv"])
def test_more_content_takes_no_more_statements(city, index, statements, address):
    before = statements(address)
    for _ in range(5):
        project = ProjectFactory(parent=index, serves=[city["vision"]])
        StageFactory(parent=project)
        StageFactory(parent=VisionFactory(parent=city["vision"].get_parent()))

    assert statements(address) == before
