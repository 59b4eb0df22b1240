"""The dashboard says what is open, what comes soon and what waits for somebody."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import PageViewRestriction, Workflow

from tests.factories import ParticipationEventFactory, StageFactory, VisionFactory
from tests.roles.conftest import member
from vision_pages.overview.checking import check

HOME = "/admin/"
HEADINGS = {
    "my-tasks": "Meine Aufgaben",
    "outdated-translations": "Veraltete Übersetzungen",
    "overdue-reviews": "Wiedervorlage überfällig",
    "open-participation": "Jetzt offen zur Beteiligung",
    "soon": "Bald: Projektstufen, die beginnen oder enden",
}


def day(number):
    return timezone.localdate() + timedelta(days=number)


def words(number):
    return date_format(day(number), "DATE_FORMAT")


def panels(client):
    """Give the lines of our panels, in the order in which the dashboard shows them."""
    html = client.get(HOME).content.decode()
    found = {}
    for name in re.findall(r'<section class="w-panel[^"]*" id="([\w-]+)-section"', html):
        if name in HEADINGS:
            inner = html.split(f'id="{name}-content"')[1].split("</section>")[0]
            items = re.findall(r"<(?:li|p)\b[^>]*>(.*?)</(?:li|p)>", inner, flags=re.DOTALL)
            found[name] = [
                " ".join(re.sub(r"<.*?>", " ", unescape(item)).split()) for item in items
            ]
    return found


def test_without_anything_each_panel_has_one_line(vision, admin):
    assert panels(admin) == {
        "my-tasks": ["Nichts offen."],
        "outdated-translations": ["Keine Übersetzung ist veraltet."],
        "overdue-reviews": ["Keine Wiedervorlage ist überfällig."],
        "open-participation": ["Zurzeit ist nichts offen."],
        "soon": ["In den nächsten 30 Tagen beginnt oder endet keine Projektstufe."],
    }


@pytest.fixture
def stage(vision):
    return StageFactory(parent=vision, title="Umfrage", start_date="2021")


def event(stage, first, last, **values):
    moments = {"starts_at": timezone.now() + timedelta(days=first)}
    if last is not None:
        moments["ends_at"] = timezone.now() + timedelta(days=last)
    return ParticipationEventFactory(page=stage, **moments, **values)


def test_what_is_open_is_said_with_its_end(stage, admin):
    event(stage, -1, 2, title="Offen", all_day=True)
    event(stage, 0, None, title="Heute", all_day=True)
    event(stage, 1, 2, title="Kommt")
    event(stage, -2, -1, title="Vorbei")
    event(stage, -1, 1, title="Abgesagt", cancelled=True)
    draft = StageFactory(parent=stage.get_parent(), live=False)
    event(draft, -1, 1, title="Geheim")

    assert panels(admin)["open-participation"] == [
        f"Heute Köln 21, Umfrage bis {words(0)}",
        f"Offen Köln 21, Umfrage bis {words(2)}",
    ]
    link = f'href="/admin/pages/{stage.pk}/edit/#:w:contentpath=participation_events">Offen</a>'
    assert link in admin.get(HOME).content.decode()


def test_what_begins_or_ends_within_thirty_days_comes_soon(vision, stage, admin):
    StageFactory(parent=vision, title="Kommt", start_date=str(day(30)), end_date=str(day(31)))
    StageFactory(parent=vision, title="Endet", start_date="2020", end_date=str(day(0)))
    StageFactory(parent=vision, title="Später", start_date=str(day(31)))
    StageFactory(parent=vision, title="Vorbei", start_date="2020", end_date=str(day(-1)))
    paused = {"status_override": "paused", "status_note": "Noch nicht."}
    StageFactory(parent=vision, title="Pausiert", start_date=str(day(3)), **paused)

    assert panels(admin)["soon"] == [
        f"Endet Köln 21 endet: {words(0)}",
        f"Kommt Köln 21 beginnt: {words(30)}",
    ]


def test_overdue_reviews_of_ones_own_come_first(vision, stage, english, editor, admin):
    admin.force_login(editor)
    for page, days, owner in ((vision, -9, None), (stage, -1, editor)):
        page.review_on, page.owner = day(days), owner
        page.save()
    vision.copy_for_translation(english).save_revision().publish()
    StageFactory(parent=vision, review_on=day(0))
    StageFactory(parent=vision, review_on=day(-1), is_archived=True)
    check()

    assert panels(admin)["overdue-reviews"] == [
        f"Umfrage eigene Seite seit {words(-1)}",
        f"Köln 21 seit {words(-9)}",
    ]


def test_what_waits_for_somebody_is_among_the_tasks(vision, editor, client):
    client.force_login(editor)
    vision.title = "Köln 22"
    vision.save_revision()
    Workflow.objects.get(name="Redaktion → Fachdienststelle → Pressestelle").start(vision, editor)

    assert panels(client)["my-tasks"] != ["Nichts offen."]
    client.force_login(member("Fachdienststelle"))
    html = client.get(HOME).content.decode()
    assert 'id="my-tasks-section"' in html
    assert "Köln 22" in html


def test_who_may_not_edit_sees_what_is_public_without_a_link(stage, english, client, editor):
    event(stage, -1, 2, title="Offen")
    secret = VisionFactory(parent=stage.get_parent().get_parent(), title="Geheim")
    hidden = StageFactory(parent=secret)
    event(hidden, -1, 2, title="Auch geheim")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    client.force_login(member("Übersetzung: English"))

    [line] = panels(client)["open-participation"]
    assert line.startswith("Offen Köln 21, Umfrage bis")
    assert f"/admin/pages/{stage.pk}/edit/" not in client.get(HOME).content.decode()


def test_more_content_takes_no_more_statements(vision, stage, statements):
    def add():
        below = StageFactory(parent=vision, start_date=str(day(2)), review_on=day(-1))
        event(below, -1, 2)
        check()

    add()
    before = statements(HOME)
    for _ in range(4):
        add()

    assert statements(HOME) == before


def test_a_long_panel_says_how_many_more_there_are(vision, stage, admin):
    for number in range(12):
        event(stage, -1, 2, title=f"Angebot {number}")

    lines = panels(admin)["open-participation"]
    assert len(lines) == 11
    assert lines[-1] == "und 2 weitere Einträge"
