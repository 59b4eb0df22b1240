"""A text is called Leichte Sprache once readers have tested it, and no longer than it stays so."""

from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Locale, Page, Revision, TaskState, Workflow, WorkflowPage

from tests.admin.forms import edit
from tests.roles.test_workflow import decide, waiting_at
from vision_pages.models import ProgrammePage, ReaderGroupTaskState

NAME = "Redaktion → Fachdienststelle → Prüfgruppe → Pressestelle"
TEXTS = {"title": "Stadt von morgen", "summary": "Das ist unsere Stadt.", "slug": "leicht"}
TEST = {"tested_on": "2026-11-20", "people": "5", "comment": "Satz 2 war schwer."}
LABEL = """query ($key: ID!, $locale: LocaleCode) {
  page(by: {translationKey: $key}, locale: $locale) {
    language {
      easyLanguage { label testedOn people }
      alternates { locale easyLanguage { label } }
    }
  }
}"""
UNTESTED = {"label": "Einfache Sprache, noch nicht geprüft", "testedOn": None, "people": None}
TESTED = {"label": "Leichte Sprache", "testedOn": "2026-11-20", "people": 5}


@pytest.fixture
def easy(clients, programme) -> ProgrammePage:
    """Give the programme in Leichte Sprache, as the editorial team has sent it in."""
    page = programme.get_translation(Locale.objects.get(language_code="de-simple"))
    edit(clients["Redaktion"], page, "submit", **TEXTS)
    decide(clients["Fachdienststelle"], page, "approve")
    return page


@pytest.fixture
def label(client, programme):
    """Ask the API how the page may be called in a language."""

    def label(locale="de-simple"):
        variables = {"key": str(programme.translation_key), "locale": locale}
        answer = client.post(
            "/graphql/", {"query": LABEL, "variables": variables}, content_type="application/json"
        ).json()
        assert "errors" not in answer, answer
        return answer["data"]["page"]["language"]

    return label


def write_down(client, page, **values):
    """Send the form of the test, as the modal in the editor does."""
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return client.post(address, TEST | values, headers={"x-requested-with": "XMLHttpRequest"})


def words(client, page) -> str:
    return " ".join(
        strip_tags(
            client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        ).split()
    )


def test_readers_test_a_page_before_it_is_published(clients, easy, label):
    assert waiting_at(easy) == "Prüfung durch die Prüfgruppe"
    assert clients["Prüfgruppe"].get(edit_address(easy)).status_code == 200

    answer = write_down(clients["Prüfgruppe"], easy)
    assert answer.json()["step"] == "success"
    assert waiting_at(easy) == "Freigabe: Pressestelle"
    decide(clients["Pressestelle"], easy, "approve")

    language = label()
    assert language["easyLanguage"] == TESTED
    assert language["alternates"] == [
        {"locale": "de", "easyLanguage": None},
        {"locale": "de-simple", "easyLanguage": {"label": "Leichte Sprache"}},
    ]
    assert label("de")["easyLanguage"] is None
    assert "geprüft am 20. November 2026 von 5 Personen" in words(clients["Redaktion"], easy)


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_form_asks_for_the_day_and_the_people(clients, easy):
    state = easy.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[easy.pk, "approve", state.pk])
    form = clients["Prüfgruppe"].get(address).json()["html"]

    assert [form.index(name) for name in ("Datum der Prüfung", "Prüferinnen", "Kommentar")] == (
        sorted(form.index(name) for name in ("Datum der Prüfung", "Prüferinnen", "Kommentar"))
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"tested_on": "2999-01-01"}, "Der Tag der Prüfung liegt in der Zukunft."),
        ({"tested_on": ""}, "Dieses Feld muss ausgefüllt werden."),
        ({"people": "0"}, "größer oder gleich 1"),
    ],
)
def test_a_test_without_a_day_or_people_is_none(clients, easy, values, message):
    answer = write_down(clients["Prüfgruppe"], easy, **values).json()

    assert message in answer["html"]
    assert waiting_at(easy) == "Prüfung durch die Prüfgruppe"


def test_who_approves_from_the_page_says_it_too(clients, easy):
    values = TEXTS | {"action-workflow-action": "1", "workflow-action-name": "approve"}
    edit(clients["Prüfgruppe"], easy, **values, **{"workflow-action-extra-data": "{}"})
    assert waiting_at(easy) == "Prüfung durch die Prüfgruppe"

    data = '{"tested_on": "2026-11-20", "people": 5, "comment": ""}'
    edit(clients["Prüfgruppe"], easy, **values, **{"workflow-action-extra-data": data})
    assert waiting_at(easy) == "Freigabe: Pressestelle"
    [state] = ReaderGroupTaskState.objects.all()
    assert (state.tested_on, state.people) == (date(2026, 11, 20), 5)


@pytest.mark.parametrize("name", ["Redaktion", "Fachdienststelle", "Pressestelle"])
def test_only_the_reader_group_writes_a_test_down(clients, easy, name):
    write_down(clients[name], easy)

    assert waiting_at(easy) == "Prüfung durch die Prüfgruppe"


def test_a_page_that_was_not_understood_goes_back(clients, easy, label):
    decide(clients["Prüfgruppe"], easy, "reject", "Was ist ein Leitbild?")

    assert waiting_at(easy) is None
    assert "Was ist ein Leitbild?" in words(clients["Redaktion"], easy)


def test_a_change_of_the_text_takes_the_name_away_until_it_is_tested(clients, easy, label):
    write_down(clients["Prüfgruppe"], easy)
    decide(clients["Pressestelle"], easy, "approve")

    edit(clients["Pressestelle"], easy, "publish", **TEXTS | {"summary": "Anders."})
    assert label()["easyLanguage"] == UNTESTED
    assert "noch nicht Leichte Sprache heißen" in words(clients["Redaktion"], easy)

    edit(clients["Pressestelle"], easy, "publish", **TEXTS)
    assert label()["easyLanguage"] == TESTED

    edit(clients["Redaktion"], easy, "submit", **TEXTS | {"summary": "Anders."})
    easy = ProgrammePage.objects.get(pk=easy.pk)
    decide(clients["Fachdienststelle"], easy, "approve")
    write_down(clients["Prüfgruppe"], easy, people="3", tested_on="2026-11-25")
    decide(clients["Pressestelle"], easy, "approve")
    assert label()["easyLanguage"] == TESTED | {"people": 3, "testedOn": "2026-11-25"}


def test_a_correction_after_the_test_was_not_tested(clients, easy, label):
    write_down(clients["Prüfgruppe"], easy)
    edit(clients["Pressestelle"], easy, **TEXTS | {"summary": "Schnell noch berichtigt."})
    decide(clients["Pressestelle"], easy, "approve")

    assert Page.objects.get(pk=easy.pk).specific.summary == "Schnell noch berichtigt."
    assert label()["easyLanguage"] == UNTESTED


def test_a_test_of_another_page_is_none_of_this(clients, easy, programme, label):
    write_down(clients["Prüfgruppe"], easy)
    decide(clients["Pressestelle"], easy, "approve")
    tested = ReaderGroupTaskState.objects.values("revision")
    Revision.objects.filter(pk__in=tested).update(object_id=str(programme.pk))

    edit(clients["Pressestelle"], easy, "publish", **TEXTS)

    assert label()["easyLanguage"] == UNTESTED


def test_the_history_of_the_workflow_says_who_tested(clients, easy):
    write_down(clients["Prüfgruppe"], easy)

    state = TaskState.objects.get(task__name="Prüfung durch die Prüfgruppe").specific
    assert state.get_comment() == (
        "Geprüft am 20. November 2026 von 5 Personen. Satz 2 war schwer."
    )


def test_the_workflow_holds_for_leichte_sprache_alone(roles):
    workflow = Workflow.objects.get(name=NAME)

    assert [row.page.locale.language_code for row in workflow.workflow_pages.all()] == ["de-simple"]
    assert [row.task.specific.name for row in workflow.workflow_tasks.all()] == [
        "Freigabe: Fachdienststelle",
        "Prüfung durch die Prüfgruppe",
        "Freigabe: Pressestelle",
    ]


def test_a_second_run_leaves_the_workflow_as_the_site_has_changed_it(roles, capsys):
    workflow = Workflow.objects.get(name=NAME)
    workflow.workflow_tasks.first().delete()
    call_command("create_roles")
    assert f"{NAME}: as it should be" in capsys.readouterr().out
    assert workflow.workflow_tasks.count() == 2

    workflow.deactivate()
    call_command("create_roles", verbosity=0)
    assert not WorkflowPage.objects.filter(workflow=workflow).exists()
