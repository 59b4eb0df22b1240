"""The benchmarks ask what the API answers, of pages as editors make them; how fast, they say."""

from contextlib import closing
from typing import Any
from xml.etree import ElementTree

import pytest
from graphql import build_schema, parse, validate
from wagtail.models import Page

from benchmarks.answers import Cost, said
from benchmarks.contenders import CONTENDERS, OURS, Subject
from benchmarks.load import Load
from benchmarks.planting import Planter
from benchmarks.plot import Point, plot
from benchmarks.report import Line, table
from benchmarks.wire import Connection, get, post
from tests.factories import ProgrammeFactory, VisionFactory
from tests.schema_file import SCHEMA_FILE
from vision_pages.models import StagePage, VisionActor, VisionPage

SVG = "{http://www.w3.org/2000/svg}"
# What no two pages share.
OWN = {"id", "page_ptr_id", "path", "url_path", "slug", "translation_key"}


def test_our_questions_fit_the_schema():
    schema = build_schema(SCHEMA_FILE.read_text(encoding="utf-8"))
    operations = OURS.operations() | OURS.operations("growth")

    errors = {name: validate(schema, parse(text)) for name, text in operations.items()}

    assert errors == {name: [] for name in operations}


def test_all_are_asked_the_same_questions():
    asked = [[*contender.questions()] for contender in CONTENDERS]

    assert asked == [["Q1", "Q2", "Q3"]] * len(CONTENDERS)


def test_what_is_said_is_compared_without_names_and_marks():
    answer = {"id": "1", "title": "Eine  Stadt", "parts": [{"html": "<p>für <b>Alle</b></p>"}, 2]}

    assert [*said(answer)] == ["eine stadt", "für alle"]


@pytest.fixture
def programme(db):
    return ProgrammeFactory(parent=Page.objects.get(depth=2))


def values(page: VisionPage) -> dict[str, Any]:
    """Give what a page says in its columns."""
    found = VisionPage.objects.get(pk=page.pk)
    fields = [field for field in found._meta.concrete_fields if field.attname not in OWN]
    return {field.attname: field.value_from_object(found) for field in fields}


def test_planted_pages_are_as_added_ones(programme):
    added = VisionFactory(parent=programme)
    contacts, [lead] = [*added.contacts.all()], added.actors.all()
    planter = Planter()

    planted = VisionPage(slug="planted", **values(added))
    actors = [VisionActor(actor=lead.actor, role=lead.role)]
    planter.plant(planted, programme, {"contacts": contacts, "actors": actors})
    stage = StagePage(title="Etappe", slug="s", locale=programme.locale, start_date="2024")
    planter.plant(stage, planted, {})
    planter.finish()

    found = VisionPage.objects.get(slug="planted")
    unlike = {name for name, value in values(added).items() if values(found)[name] != value}
    assert unlike == {"numchild", "first_published_at", "last_published_at"}
    assert Page.find_problems() == ([], [], [], [], [])
    assert [*found.contacts.all()] == contacts
    assert [(actor.actor, actor.role) for actor in found.actors.all()] == [(lead.actor, lead.role)]
    assert str(StagePage.objects.child_of(found).get().starts_on) == "2024-01-01"
    assert VisionFactory(parent=Page.objects.get(pk=programme.pk)).pk > stage.pk


def line(question: str, contender: str, times: list[float]) -> Line:
    load = Load(times, seconds=2, cpu=0.5, database=0.1)
    return Line(question, contender, load, Cost(calls=1, statements=2), memory=140 * 10**6)


def test_the_table_says_how_much_faster_ours_is():
    lines = [line("Q1", "grapple", [0.5] * 10), line("Q1", "leitbild", [0.002] * 100)]

    assert table(lines).splitlines()[2:] == [
        "| Q1 | leitbild | 50.0 | 1 | 1 | 2 | 5.00 | 1.00 | 2.0 | 2.0 | 140 |",
        "| Q1 | grapple | 5.0 | 10 | 1 | 2 | 50.00 | 10.00 | 500.0 | 500.0 | 140 |",
    ]


def test_the_plot_says_in_words_what_it_shows():
    points = [Point("Q1", "grapple", 4.2), Point("Q1", "leitbild", 420), Point("Q2", "rest", 42)]

    drawing = ElementTree.fromstring(plot(points, "Requests"))  # noqa: S314 - our own

    assert drawing.get("role") == "img"
    assert drawing.findtext(f"{SVG}title") == "Requests"
    assert drawing.findtext(f"{SVG}desc") == (
        "On a logarithmic scale. Q1 leitbild 420; Q1 grapple 4.2; Q2 rest 42.0."
    )
    places = [float(dot.get("cx", "")) for dot in drawing.iter(f"{SVG}circle")]
    assert places[0] - places[2] == pytest.approx(places[2] - places[1])


def test_answers_are_read_to_their_end(live_server):
    port = int(live_server.url.rpartition(":")[2])
    connection = Connection(port)

    with closing(connection):
        response = connection.ask(post("/graphql/", {"query": "{ __typename }"}))
        with pytest.raises(RuntimeError, match="nothing"):
            connection.ask(get("/graphql/", query="{ nothing }"))

    assert response.content == b'{"data":{"__typename":"Query"}}'


def test_subjects_are_named_as_each_api_needs():
    subject = Subject("/de/koeln/", index=4)

    assert (subject.locale, subject.slug) == ("de", "koeln")
