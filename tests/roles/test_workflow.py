"""Redaktion → Fachdienststelle → Pressestelle, walked by three people in the admin."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState, Workflow, WorkflowPage

from tests.admin.forms import create, edit, messages, sent
from tests.factories import FieldOfActionFactory, StageFactory
from vision_pages.models import FieldOfAction, StagePage
from vision_pages.models.archive import set_archived

NAME = "Redaktion → Fachdienststelle → Pressestelle"
STAGE = {"title": "Beteiligung", "summary": "Kurz.", "kind": "participation", "start_date": "2021"}


def decide(client: Client, row, action: str, comment: str = "") -> int:
    """Press a reviewer's button; give what is answered."""
    state = row.current_workflow_task_state
    route = (
        "wagtailadmin_pages" if isinstance(row, Page) else type(row).snippet_viewset.url_namespace
    )
    address = reverse(f"{route}:workflow_action", args=[row.pk, action, state.pk])
    return client.post(address, {"comment": comment}).status_code


def waiting_at(row) -> str | None:
    """Give the task that waits, asked anew."""
    task = type(row).objects.get(pk=row.pk).current_workflow_task
    return task and task.name


@pytest.fixture
def stage(clients, vision) -> StagePage:
    """Give a page that the editorial team has sent into the workflow."""
    create(clients["Redaktion"], vision, StagePage, "submit", **STAGE)
    return StagePage.objects.get(title="Beteiligung")


def test_three_people_bring_a_page_to_publication(clients, stage):
    assert waiting_at(stage) == "Freigabe: Fachdienststelle"
    assert decide(clients["Fachdienststelle"], stage, "approve") == 302

    assert waiting_at(stage) == "Freigabe: Pressestelle"
    stage.refresh_from_db()
    assert not stage.live

    assert decide(clients["Pressestelle"], stage, "approve") == 302
    stage.refresh_from_db()
    assert stage.live
    assert waiting_at(stage) is None


def test_a_page_above_that_is_archived_ends_no_workflow(clients, stage, vision):
    set_archived(vision, None, archived=True)

    for role in ("Fachdienststelle", "Pressestelle"):
        assert decide(clients[role], stage, "approve") == 302

    stage.refresh_from_db()
    assert (stage.live, stage.is_archived) == (True, True)


def test_what_is_rejected_comes_back_with_a_comment_and_goes_the_way_again(clients, stage):
    comment = "Die Zahl der Teilnehmenden fehlt."
    decide(clients["Fachdienststelle"], stage, "reject", comment)

    assert waiting_at(stage) is None
    [state] = TaskState.objects.all()
    assert (state.status, state.comment) == ("rejected", comment)
    page = clients["Redaktion"].get(reverse("wagtailadmin_pages:edit", args=[stage.pk]))
    assert comment in page.content.decode()

    edit(clients["Redaktion"], stage, "submit", **STAGE | {"summary": "2.391 machten mit."})
    for name in ("Fachdienststelle", "Pressestelle"):
        decide(clients[name], StagePage.objects.get(pk=stage.pk), "approve")
    stage.refresh_from_db()
    assert (stage.live, stage.summary) == (True, "2.391 machten mit.")


@pytest.mark.parametrize(
    "name", ["Redaktion", "Pressestelle", "Barrierefreiheit", "Übersetzung: English"]
)
def test_only_whose_turn_it_is_decides(clients, stage, name):
    decide(clients[name], stage, "approve")

    assert waiting_at(stage) == "Freigabe: Fachdienststelle"


def test_who_has_sent_a_page_waits_while_others_work_on_it(clients, stage):
    edit(clients["Redaktion"], stage, **STAGE | {"title": "Heimlich"})

    assert StagePage.objects.get(pk=stage.pk).get_latest_revision_as_object().title == "Beteiligung"


def test_the_specialists_correct_what_waits_for_them(clients, stage):
    edit(clients["Fachdienststelle"], stage, **STAGE | {"summary": "Berichtigt."})

    assert waiting_at(stage) == "Freigabe: Fachdienststelle"
    assert (
        StagePage.objects.get(pk=stage.pk).get_latest_revision_as_object().summary == "Berichtigt."
    )


def test_a_page_with_faults_does_not_get_into_the_workflow(clients, vision):
    response = create(clients["Redaktion"], vision, StagePage, "submit", title="Beteiligung")

    assert set(messages(response)) >= {"summary", "kind"}
    assert not StagePage.objects.filter(title="Beteiligung").exists()


def test_only_who_publishes_sets_a_time(clients, vision):
    stage = StageFactory(parent=vision, live=False)
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%d %H:%M}"
    values = STAGE | {"slug": stage.slug, "go_live_at": tomorrow}

    edit(clients["Redaktion"], stage, "publish", **values)
    assert not StagePage.objects.get(pk=stage.pk).approved_schedule
    edit(clients["Pressestelle"], stage, "publish", **values)
    assert StagePage.objects.get(pk=stage.pk).approved_schedule


def test_the_second_approval_schedules_what_has_a_time(clients, vision):
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%d %H:%M}"
    create(clients["Redaktion"], vision, StagePage, "submit", **STAGE, go_live_at=tomorrow)
    stage = StagePage.objects.get(title="Beteiligung")
    for name in ("Fachdienststelle", "Pressestelle"):
        decide(clients[name], StagePage.objects.get(pk=stage.pk), "approve")

    stage.refresh_from_db()
    assert (stage.live, stage.approved_schedule) == (False, True)


def test_a_term_goes_the_same_way(clients):
    term = FieldOfActionFactory(live=False)
    address = reverse("wagtailsnippets_vision_pages_fieldofaction:edit", args=[term.pk])
    values = {"name": "Klima", "code": term.code}
    clients["Redaktion"].post(address, sent(FieldOfAction, "submit", **values))

    for name in ("Fachdienststelle", "Pressestelle"):
        assert waiting_at(term) == f"Freigabe: {name}"
        assert clients[name].get(address).status_code == 200
        assert decide(clients[name], FieldOfAction.objects.get(), "approve") == 302
    term.refresh_from_db()
    assert (term.live, term.name) == (True, "Klima")


def test_the_workflow_holds_for_what_is_written_and_not_for_what_is_translated(roles, programme):
    workflow = Workflow.objects.get(name=NAME)

    assert [
        row.page.locale.language_code for row in WorkflowPage.objects.filter(workflow=workflow)
    ] == ["de"]
    assert [row.task.specific.name for row in workflow.workflow_tasks.all()] == [
        "Freigabe: Fachdienststelle",
        "Freigabe: Pressestelle",
    ]
    assert workflow.workflow_content_types.count() == 6


def test_a_second_run_leaves_the_workflow_as_the_site_has_changed_it(roles, programme, capsys):
    own = Workflow.objects.create(name="Kurzer Weg")
    WorkflowPage.objects.filter(page=programme).update(workflow=own)
    workflow = Workflow.objects.get(name=NAME)
    workflow.workflow_tasks.first().delete()
    call_command("create_roles")

    assert f"{NAME}: as it should be" in capsys.readouterr().out.splitlines()
    assert WorkflowPage.objects.get(page=programme).workflow == own
    assert workflow.workflow_tasks.count() == 1

    workflow.deactivate()
    call_command("create_roles", verbosity=0)
    assert not WorkflowPage.objects.filter(workflow=workflow).exists()
