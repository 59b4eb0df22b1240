"""“Bereit zur Veröffentlichung?” beside the form says what a draft lacks, with links to fields."""

import re
from html import unescape

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import streamfield

from tests.admin.forms import create, edit, messages, rows, sent
from tests.admin.text import said
from tests.factories import (
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
)
from vision_pages.models import LeitbildEntryPage, StagePage

SHOWN = re.compile(r'data-vision-pages-place="([^"]+)">(.*?)</a>\s*<p>(.*?)</p>', re.DOTALL)


def panel(content: str) -> str:
    _before, panel = content.split('<div class="vision-pages-readiness"')
    return panel.partition('data-side-panel="')[0]


def shown(client, page) -> list[tuple[str, ...]]:
    """Give the places, their labels and the messages in the side panel of a page's editor."""
    content = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return [tuple(map(unescape, found)) for found in SHOWN.findall(panel(content))]


@pytest.fixture
def pages(programme, vision):
    index = ProjectIndexFactory(parent=programme)
    history = LeitbildHistoryFactory(parent=programme)
    return [
        programme,
        vision,
        StageFactory(parent=vision),
        index,
        ProjectFactory(parent=index, serves=[vision]),
        history,
        LeitbildEntryFactory(parent=history),
    ]


def test_of_pages_in_order_there_is_nothing_to_say(editor, pages):
    assert [shown(editor, page) for page in pages[:-1]] == [[]] * 6
    assert shown(editor, pages[-1]) == [
        ("sources", "Quellen", "Bitte die Quellen nennen, auf die sich Datum und Wortlaut stützen.")
    ]


def test_a_first_draft_lacks_what_publishing_needs(editor, pages):
    for model, parent in {type(page): page.get_parent() for page in pages}.items():
        if not model.can_create_at(parent.specific):
            continue
        create(editor, parent, model, title="Neuer Entwurf")
        draft = model.objects.get(title="Neuer Entwurf")
        places = [place for place, _label, _message in shown(editor, draft)]
        assert places[0] == "summary"


def test_refusals_and_warnings_are_those_of_the_draft(editor, vision):
    stage = StageFactory(parent=vision)
    edit(editor, stage, title="Für Bürger:innen", kind="participation", start_date="2021")

    assert shown(editor, stage) == [
        ("summary", "Kurzbeschreibung", "Dieses Feld darf nicht leer sein."),
        (
            "title",
            "Titel",
            "Statt „Bürger:innen“ bitte neutral formulieren oder, wo das nicht geht, "
            "„Bürger*innen“ schreiben.",
        ),
    ]
    assert StagePage.objects.get().title == stage.title


def test_a_form_that_is_refused_shows_the_stored_draft(editor, vision):
    stage = StageFactory(parent=vision)
    response = edit(editor, stage, "publish", title="", summary="")

    assert response.status_code == 200
    assert SHOWN.findall(panel(response.content.decode())) == []


def test_a_new_page_is_told_when_something_will_be_shown(editor, vision):
    address = reverse("wagtailadmin_pages:add", args=["vision_pages", "stagepage", vision.pk])
    content = editor.get(address).content.decode()

    assert "Sobald der Entwurf gespeichert ist, steht hier, was noch fehlt." in panel(content)


def test_saving_says_how_much_is_missing(editor, vision):
    created = create(editor, vision, StagePage, title="Neu")
    response = editor.get(created.url)

    assert said(response)[1:] == [
        "Bevor die Seite veröffentlicht werden kann, sind noch 3 Punkte offen. "
        "Siehe „Bereit zur Veröffentlichung?“ an der Seite."
    ]


def test_publishing_mentions_what_it_let_pass(editor, programme):
    history = LeitbildHistoryFactory(parent=programme)
    created = create(
        editor, history, LeitbildEntryPage, "publish", title="Leitbild", summary="-", date="2009"
    )

    assert said(editor.get(created.url))[1:] == [
        "1 Hinweis zu dieser Seite: siehe „Bereit zur Veröffentlichung?“ an der Seite."
    ]


def test_a_draft_that_saves_itself_says_so_in_the_panel_alone(editor, vision):
    stage = StageFactory(parent=vision)
    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[stage.pk]),
        sent(StagePage, title="Von selbst", start_date="2021"),
        headers={"Accept": "application/json"},
    )

    assert response.status_code == 200
    assert 'data-vision-pages-readiness="2"' in response.json()["html"]
    assert said(editor.get(reverse("wagtailadmin_explore_root"))) == []


def test_hints_are_folded_away_and_do_not_count(editor, vision):
    stage = StageFactory(parent=vision)
    edit(editor, stage, title="Partizipation", summary="Kurz", kind="decision", start_date="2021")
    address = reverse("wagtailadmin_pages:edit", args=[stage.pk])
    content = panel(editor.get(address).content.decode())

    assert 'data-vision-pages-readiness="0"' in content
    assert "Es fehlt nichts." in content
    _before, folded = content.split("<details>")
    assert "Leichter zu verstehen: 1 Hinweis" in folded
    assert [found[0::2] for found in SHOWN.findall(folded)] == [
        ("title", "„Partizipation“ kennen nicht alle. Einfacher: „Beteiligung“.")
    ]


BROKEN = {
    "title": "x" * 121,
    "summary": "",
    "hero_decorative": "on",
    "hero_alt": "Der Dom",
    "end_date": "2008",
    "status_override": "paused",
    "body": streamfield([("heading", {"text": "", "level": "h3"}), ("quote", {"text": ""})]),
    "participation_events": rows({"title": "Ohne alles"}),
}


def test_what_a_form_refuses_is_in_the_checklist_too(editor, vision):
    stage = StageFactory(parent=vision)
    assert edit(editor, stage, **BROKEN).status_code == 302
    refused = messages(edit(editor, stage, "publish", **BROKEN))

    listed = shown(editor, stage)
    assert {field.split("-")[0] for field in refused} == {
        place.split(".")[0] for place, _label, _message in listed
    }
    said = sorted(message for messages in refused.values() for message in messages)
    assert sorted(as_a_form_says(message) for _place, _label, message in listed) == said


def as_a_form_says(message: str) -> str:
    """Give a message as Django's forms say what its models say in other words."""
    return message.split(": ")[-1].replace("darf nicht leer sein", "muss ausgefüllt werden")


def test_other_pages_keep_their_editor(editor, db):
    page = Page.objects.get(slug="home")
    content = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "vision-pages-readiness" not in content
