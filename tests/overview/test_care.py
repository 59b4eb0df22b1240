"""The report of what needs care: kept at each change, said of nobody's copy twice."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from tests.factories import (
    DocumentFactory,
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    StageFactory,
    VisionFactory,
)
from tests.overview.conftest import listed
from tests.roles.conftest import member
from vision_pages.models import PageCheck, PageFinding, VisionPage
from vision_pages.overview import checking
from vision_pages.overview.checking import check

CARE = "/admin/reports/care/"
COLUMNS = ("title", "kind", "language_label", "place")


def link(label):
    return ("link", {"link": {"label": label, "url": "https://example.org/"}, "description": ""})


SAYS_NOTHING = link("hier")


def day(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def stage(vision):
    """Give a stage that ended long ago without results, with a link that says nothing."""
    return StageFactory(
        parent=vision, title="Umfrage", start_date="2020", end_date="2021", body=[SAYS_NOTHING]
    )


@pytest.fixture
def care(admin):
    """Look at what changed, and give what the report then lists."""

    def care(query=""):
        check()
        return listed(admin.get(f"{CARE}?{query}"), *COLUMNS)

    return care


RESULTS = ("Umfrage", "results", "Deutsch", "Ergebnisse")
LINK = ("Umfrage", "links", "Deutsch", "Inhalt › Link › Link › Linktext")


def test_each_kind_is_found(vision, stage, care):
    history = LeitbildHistoryFactory(parent=vision.get_parent(), review_on=day(-1))
    LeitbildEntryFactory(parent=history, title="Beschluss")
    pdf = DocumentFactory(title="Bericht", file__filename="bericht.pdf")
    value = {"document": pdf, "title": "Bericht", "kind": "report"}
    vision.downloads = [("download", value)]
    vision.hero_alt, vision.hero_decorative = "IMG_4711.jpg", False
    vision.contacts.set([])
    vision.save(clean=False)

    assert sorted((title, kind) for title, kind, *_others in care()) == [
        ("Beschluss", "sources"),
        ("Köln 21", "contacts"),
        ("Köln 21", "files"),
        ("Köln 21", "images"),
        ("Leitbild im Wandel", "review"),
        ("Umfrage", "links"),
        ("Umfrage", "results"),
    ]


def test_a_finding_leads_to_its_field(stage, care, admin):
    assert care() == [LINK, RESULTS]

    html = admin.get(CARE).content.decode()
    block = stage.body[0].id
    edit = f"/admin/pages/{stage.pk}/edit/#:w:contentpath="
    assert f'href="{edit}body.{block}.link.label"' in html
    assert f'href="{edit}results"' in html


def test_it_is_chosen_and_counted_by_kind(stage, vision, care, admin):
    assert care("kind=links") == [LINK]
    assert care(f"content_type={vision.content_type_id}") == []
    assert care(f"language={stage.locale_id}&q=umf") == [LINK, RESULTS]
    assert care("q=nichts") == []

    response = admin.get(f"{CARE}?kind=links")
    counts = [(str(label), number, now) for label, number, _url, now in response.context["counts"]]
    assert counts == [("fehlende Ergebnisse", 1, False), ("nichtssagende Links", 1, True)]


def test_a_draft_that_is_mended_needs_no_care(stage, care):
    assert len(care()) == 2

    stage.body, stage.results = [], "<p>Viel.</p>"
    stage.save_revision()

    assert care() == []


def test_what_comes_with_time_is_there_on_its_day(vision, care, monkeypatch):
    vision.review_on = day(1)
    vision.save()
    assert care() == []

    later = day(2)
    monkeypatch.setattr(timezone, "localdate", lambda: later)

    assert care() == [("Köln 21", "review", "Deutsch", "Wiedervorlage")]


def test_drafts_and_archived_pages_need_no_care(vision, stage, care):
    StageFactory(parent=vision, body=[SAYS_NOTHING], live=False)
    stage.is_archived = True
    stage.save()

    assert care() == []


def test_a_file_that_is_checked_leaves_the_report(vision, care):
    pdf = DocumentFactory(file__filename="bericht.pdf")
    vision.downloads = [("download", {"document": pdf, "title": "Bericht", "kind": "report"})]
    vision.save_revision().publish()
    assert [row[1] for row in care()] == ["files"]

    pdf.accessible = True
    pdf.save()

    assert care() == []


def test_a_contact_that_is_withdrawn_is_out_of_reach(vision, care):
    vision.save_revision().publish()
    assert care() == []

    vision.contacts.get().unpublish()

    assert care() == [("Köln 21", "targets", "Deutsch", "Ansprechstellen")]


def test_who_refers_to_a_page_is_looked_at_if_it_waited_for_it(programme, vision, care):
    other = VisionFactory(parent=programme, title="Köln 20", live=False)
    html = f'<p>Mehr zu <a linktype="page" id="{other.pk}">Köln 20</a></p>'
    vision.body = [("rich_text", {"content": html, "language": ""})]
    vision.save_revision().publish()
    missing = [("Köln 21", "targets", "Deutsch", "Inhalt › Text › Text")]
    assert care() == missing

    other.save_revision().publish()
    assert PageCheck.objects.get(page=vision).is_due
    assert care() == []

    other.save_revision().publish()
    assert not PageCheck.objects.get(page=vision).is_due

    VisionPage.objects.get(pk=other.pk).unpublish()
    assert care() == missing


def test_a_stage_is_looked_at_when_another_comes(vision, care):
    StageFactory(parent=vision, title="Erste", start_date="2021")
    assert care() == []

    last = StageFactory(parent=vision, start_date="2022")
    assert care() == [("Erste", "dates", "Deutsch", "Ende")]

    last.delete()
    assert care() == []


@pytest.fixture
def translated(stage, vision, english):
    """Publish the vision and its stage in English as they are."""
    found = []
    for page in (vision, stage):
        copy = page.copy_for_translation(english)
        copy.save_revision().publish()
        found.append(copy)
    return found


def test_a_translation_shares_what_its_source_lacks(translated, stage, care):
    def english():
        return [row for row in care() if row[2] == "English"]

    assert english() == []
    translated[1].review_on = day(-1)
    translated[1].save_revision()
    assert english() == [("Umfrage", "review", "English", "Wiedervorlage")]

    stage.body = [link("Mehr zu Kalk")]
    stage.save_revision().publish()

    assert english() == [
        ("Umfrage", "links", "English", "Inhalt › Link › Link › Linktext"),
        ("Umfrage", "outdated", "English", ""),
        ("Umfrage", "review", "English", "Wiedervorlage"),
    ]


def test_what_no_translation_is_public_of_is_missing(vision, english, editor, care, admin):
    admin.force_login(editor)
    missing = ("Köln 21", "missing", "English", "")
    assert care() == [missing]
    assert f'href="/admin/pages/{vision.pk}/edit/"' in admin.get(CARE).content.decode()

    # Who may begin translations is led there; who translates into English sees what is missing.
    editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    submit = f'href="/admin/localize/submit/page/{vision.pk}/"'
    assert submit in admin.get(CARE).content.decode()
    admin.force_login(member("Übersetzung: English"))
    assert care() == [missing]
    assert f"/admin/pages/{vision.pk}/edit/" not in admin.get(CARE).content.decode()

    vision.copy_for_translation(english).save_revision().publish()
    assert care() == []


def test_it_comes_as_a_spreadsheet(stage, care, admin):
    care()

    response = admin.get(f"{CARE}?export=csv&kind=results")

    head, row = csv.reader(StringIO(response.getvalue().decode()))
    assert head == [
        *("Seite", "Befund", "Hinweis", "Stelle", "Art", "Sprache", "Adresse in der Redaktion")
    ]
    assert row == [
        "Umfrage",
        "Fehlende Ergebnisse",
        "Seit dem Ende sind mehr als 90 Tage vergangen. Bitte ergänzen, was herausgekommen ist.",
        "Ergebnisse",
        "Projektstufe",
        "Deutsch",
        f"http://testserver/admin/pages/{stage.pk}/edit/#:w:contentpath=results",
    ]


def test_more_content_takes_no_more_statements(vision, stage, english, statements):
    check()
    before = statements(CARE)
    for _ in range(4):
        StageFactory(parent=vision, start_date="2020", end_date="2021", body=[SAYS_NOTHING])
    check()

    assert statements(CARE) == before


def test_a_change_has_its_page_looked_at_once_it_is_saved(
    vision, django_capture_on_commit_callbacks
):
    check()
    connection.run_on_commit.clear()  # what came before is over
    with django_capture_on_commit_callbacks(execute=True) as tasks:
        vision.review_on = day(-1)
        vision.save_revision().publish()

    assert len([one for one in tasks if one == checking.check_marked_pages.enqueue]) == 1
    assert [one.kind for one in PageFinding.objects.filter(page=vision)] == ["review"]
    assert not PageCheck.objects.filter(is_due=True).exists()


def test_a_page_that_fails_holds_nobody_up_and_is_looked_at_again(vision, stage, monkeypatch):
    def fails(draft):
        if draft.pk == vision.pk:
            raise ValueError
        return []

    monkeypatch.setattr(checking, "foreseeable", fails)
    check()

    assert [one.page_id for one in PageCheck.objects.filter(is_due=True)] == [vision.pk]


def test_a_command_looks_at_everything(stage):
    check()
    PageFinding.objects.all().delete()
    out = StringIO()

    call_command("check_pages", stdout=out)
    call_command("check_pages", "--all", stdout=out)

    assert out.getvalue() == "Pages looked at: 0\nPages looked at: 3\n"
    assert {one.kind for one in PageFinding.objects.filter(page=stage)} >= {"links", "results"}
