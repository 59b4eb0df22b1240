"""Who decides in the editor is told what became of the page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, WorkflowState

from tests.admin.forms import edit
from tests.factories import StageFactory
from tests.roles.test_workflow import STAGE
from vision_pages.models import StagePage


@pytest.fixture
def decide(clients):
    """Press a reviewer's button in the editor; give what is told beside that it was updated."""

    def decide(name: str, action: str, stage: StagePage, **values: str) -> list[str]:
        pressed = {"action-workflow-action": "1", "workflow-action-name": action}
        edit(clients[name], stage, **STAGE, **values, **pressed)
        page = clients[name].get(reverse("wagtailadmin_home"))
        return [str(message) for message in page.context["messages"]][1:]

    return decide


@pytest.fixture
def stage(vision) -> StagePage:
    return StageFactory(parent=vision, live=False)


def test_each_approval_says_who_is_next(clients, decide, stage):
    edit(clients["Redaktion"], stage, "submit", **STAGE)

    assert [decide(name, "approve", stage) for name in ("Fachdienststelle", "Pressestelle")] == [
        ["Freigegeben. Als Nächstes: „Freigabe: Pressestelle“."],
        ["Freigegeben und veröffentlicht."],
    ]


def test_what_has_a_time_waits_for_it(clients, decide, stage):
    tomorrow = {"go_live_at": f"{timezone.localtime() + timedelta(days=1):%Y-%m-%d %H:%M}"}
    edit(clients["Redaktion"], stage, "submit", **STAGE, **tomorrow)
    decide("Fachdienststelle", "approve", stage, **tomorrow)

    assert decide("Pressestelle", "approve", stage, **tomorrow) == [
        "Freigegeben: Die Seite wird zu ihrer Zeit veröffentlicht."
    ]


def test_what_is_sent_back_is_said_to_be(clients, decide, stage):
    edit(clients["Redaktion"], stage, "submit", **STAGE)

    assert decide("Fachdienststelle", "reject", stage) == [
        "Zurückgegeben: Wer die Seite öffnet, liest, dass Sie um Änderungen bitten."
    ]


def test_a_workflow_that_does_not_publish_says_nothing_of_it(clients, decide, stage, monkeypatch):
    monkeypatch.setattr(WorkflowState, "on_finish", lambda state, user: None)
    edit(clients["Redaktion"], stage, "submit", **STAGE)
    decide("Fachdienststelle", "approve", stage)

    assert decide("Pressestelle", "approve", stage) == []


def test_what_else_a_sites_task_lets_do_is_no_decision(clients, decide, stage, monkeypatch):
    edit(clients["Redaktion"], stage, "submit", **STAGE)
    monkeypatch.setattr(
        GroupApprovalTask, "get_actions", lambda task, page, user: [("ask", "Nachfragen", False)]
    )

    assert decide("Fachdienststelle", "ask", stage) == []


def test_whose_approval_publishes_is_told_of_a_new_address(clients, decide, vision):
    stage = StageFactory(parent=vision)
    old = stage.get_url()
    moved = {"slug": "rat-beschliesst"}
    edit(clients["Redaktion"], stage, "submit", **STAGE, **moved)

    assert [
        decide(name, "approve", stage, **moved) for name in ("Fachdienststelle", "Pressestelle")
    ] == [
        ["Freigegeben. Als Nächstes: „Freigabe: Pressestelle“."],
        [
            f"Die Seite hat eine neue Adresse: {vision.get_url()}rat-beschliesst/. "
            f"Die bisherige, {old}, leitet dorthin weiter.",
            "Freigegeben und veröffentlicht.",
        ],
    ]
