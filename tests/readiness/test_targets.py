"""Warnings about what a page refers to and the public cannot reach."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.factories import (
    ContactPointFactory,
    DocumentFactory,
    ImageFactory,
    ProjectFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import ProjectVision, VisionPage
from vision_pages.readiness.contents import contents
from vision_pages.readiness.findings import said
from vision_pages.readiness.rules import Severity

UNSEEN = "Öffentlich wird der Verweis nicht angezeigt."
DRAFT = f"„Köln 22“ ist noch nicht veröffentlicht. {UNSEEN}"
SOON = timezone.now() + timedelta(days=9)


@pytest.fixture
def draft(programme):
    """Give a vision that was never published, to refer to."""
    return VisionFactory(parent=programme, title="Köln 22", live=False, first_published_at=None)


def link_to(target):
    return [("call_to_action", {"title": "Los", "link": {"label": "Köln", "page": target}})]


def test_nothing_is_said_of_what_is_public(stage, vision, warned):
    assert warned(stage, body=link_to(vision)) == []


def test_a_reference_to_a_draft_is_found_wherever_it_stands(vision, draft, warned, index):
    text = f'<p><a linktype="page" id="{draft.pk}">Köln</a></p>'
    project = ProjectFactory(parent=index, serves=[vision])
    project.visions.add(ProjectVision(target=draft))

    assert warned(
        project,
        goal=text,
        body=[
            *link_to(draft),
            ("participation_teaser", {"title": "Mit", "page": draft}),
            ("accordion", {"items": [{"title": "Auf", "content": text}]}),
        ],
        successor=draft,
    ) == [
        ("Inhalt › Aufruf › Link › Seite", DRAFT),
        ("Inhalt › Beteiligung › Seite", DRAFT),
        ("Inhalt › Akkordeon › Abschnitte › 1 › Text", DRAFT),
        ("Ziel", DRAFT),
        ("Fortgeführt in", DRAFT),
        ("Link › 2 › Vision", DRAFT),
    ]


def test_why_a_page_is_out_of_reach_is_said(stage, draft, warned):
    def messages():
        return [message for _place, message in warned(stage, body=link_to(draft))]

    draft.first_published_at = timezone.now()
    draft.save(clean=False)
    assert messages() == [f"„Köln 22“ ist nicht mehr veröffentlicht. {UNSEEN}"]

    draft.expired = True
    draft.save(clean=False)
    assert messages() == [f"Die Veröffentlichung von „Köln 22“ ist abgelaufen. {UNSEEN}"]

    draft.go_live_at = SOON
    draft.save_revision(clean=False).publish()
    with override("de"):
        moment = date_format(timezone.localtime(SOON), "SHORT_DATETIME_FORMAT")
    assert messages() == [
        f"„Köln 22“ wird erst am {moment} veröffentlicht. "
        "Bis dahin wird der Verweis öffentlich nicht angezeigt."
    ]
    stage.go_live_at = SOON
    assert messages() == []


def test_a_page_below_a_protected_one_is_protected(vision, entry, warned):
    child = StageFactory(parent=vision, title="Intern")
    PageViewRestriction.objects.create(page=vision, restriction_type="login")

    assert warned(entry, sources=[("source", {"title": "Bericht"})], body=link_to(child)) == [
        ("Inhalt › Aufruf › Link › Seite", f"„Intern“ ist zugriffsgeschützt. {UNSEEN}")
    ]


def test_files_of_a_protected_collection_are_found(stage, warned):
    private = Collection.get_first_root_node().add_child(name="Intern")
    below = private.add_child(name="Mehr")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    file = DocumentFactory(title="Plan", collection=below, accessible=True)
    image = ImageFactory(title="Skizze", collection=private)
    text = f'<p><a linktype="document" id="{file.pk}">Plan</a></p>'

    assert warned(
        stage,
        hero_image=image,
        hero_decorative=True,
        results=text,
        downloads=[("download", {"document": file, "title": "Plan"})],
    ) == [
        ("Bild", f"„Skizze“ ist zugriffsgeschützt. {UNSEEN}"),
        ("Downloads › Download › Datei", f"„Plan“ ist zugriffsgeschützt. {UNSEEN}"),
        ("Ergebnisse", f"„Plan“ ist zugriffsgeschützt. {UNSEEN}"),
    ]


def test_terms_and_contacts_that_are_drafts_are_found(vision, warned):
    contact = ContactPointFactory(name="Amt", live=False)
    vision.contacts.add(contact)
    lead = vision.actors.first().actor
    lead.live, lead.first_published_at = False, timezone.now()
    lead.save()

    assert warned(vision, body=[("contact", {"contact": contact})]) == [
        ("Inhalt › Kontakt › Ansprechstelle", DRAFT.replace("Köln 22", "Amt")),
        (
            "Akteur*in › 1 › Akteur*in",
            f"„{lead.name}“ ist nicht mehr veröffentlicht. {UNSEEN}",
        ),
        ("Ansprechstellen", DRAFT.replace("Köln 22", "Amt")),
    ]


def test_what_is_gone_is_named(stage, warned):
    gone = '<p><a linktype="page" id="4711">dort</a> <a linktype="document" id="4711">da</a></p>'
    message = "Ein Link führt auf eine Seite oder Datei, die es nicht mehr gibt."

    assert warned(stage, results=gone) == [("Ergebnisse", message)] * 2


def test_a_page_may_refer_to_itself(draft, warned):
    assert warned(draft, body=link_to(draft)) == []


@pytest.mark.parametrize("number", [1, 20])
def test_many_references_take_as_many_statements_as_one(vision, draft, number):
    document = DocumentFactory(accessible=True)
    text = (
        f'<p><a linktype="page" id="{draft.pk}">Köln</a> '
        f'<a linktype="document" id="{document.pk}">Plan</a> Evaluation</p>'
    )
    vision.review_on = None
    vision.body = [("rich_text", {"content": text}), *link_to(draft)] * number
    vision.save_revision(clean=False)
    page = VisionPage.objects.get(pk=vision.pk).get_latest_revision_as_object()

    with CaptureQueriesContext(connection) as captured:
        values = list(contents(page))
        found = [*said(page, values, Severity.WARNING), *said(page, values, Severity.HINT)]
    assert len(found) == 2 * number + 1
    assert len(captured) == 11
