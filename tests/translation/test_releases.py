"""A translation says how complete it is, and whether its source has changed since."""

from datetime import UTC, datetime

import pytest
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation

from graphql_api.documents.verification import differences
from vision_pages.models import VisionPage

LANGUAGE = """query ($key: ID!, $locale: LocaleCode) {
  page(by: {translationKey: $key}, locale: $locale) {
    language { completeness outdated machineTranslated reviewedAt }
  }
}"""
NOTHING = {
    "completeness": None,
    "outdated": None,
    "machineTranslated": False,
    "reviewedAt": None,
}
TRANSLATED = NOTHING | {"completeness": 1.0, "outdated": False}


@pytest.fixture
def stated(city, ask):
    def stated(locale="en", page=None):
        key = str((page or city.vision).translation_key)
        return ask(LANGUAGE, key=key, locale=locale)["page"]["language"]

    return stated


def publish(page, **values):
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def english(city, translator):
    translator.translate(city.programme, "en", "[{}]".format)
    return translator.translate(city.vision, "en", "[{}]".format)


@pytest.fixture(autouse=True)
def stored_is_rebuilt(db):
    yield
    assert list(differences()) == []


def test_a_page_without_translations_says_nothing_of_them(city, stated):
    publish(city.vision)

    assert stated("de") == NOTHING


def test_a_whole_translation_of_what_its_source_says_now(english, stated):
    assert stated() == TRANSLATED
    assert stated("de") == NOTHING


@pytest.mark.usefixtures("allowing")
def test_a_part_of_the_texts_is_a_share_of_them(city, translator, stated):
    translator.translate(city.programme, "en", "[{}]".format)
    translator.submit(city.vision, "en")
    segments = translator.segments(city.vision, "en")
    for segment in segments[:3]:
        translator.write_one(city.vision, "en", segment, f"[{segment.string.data}]")
    translator.publish(city.vision, "en")

    assert stated() == TRANSLATED | {"completeness": 3 / len(segments)}


def test_it_is_outdated_once_the_changed_source_is_published(city, english, stated):
    vision = VisionPage.objects.get(pk=city.vision.pk)
    vision.title = "Köln 2050"
    vision.save_revision()
    assert stated() == TRANSLATED

    publish(city.vision, title="Köln 2050")
    assert stated() == TRANSLATED | {"outdated": True}

    publish(city.vision, title=city.vision.title)
    assert stated() == TRANSLATED


def test_a_changed_fact_makes_nothing_outdated(city, english, stated):
    publish(city.vision, start_date="2019", is_archived=True)

    assert stated() == TRANSLATED


def test_it_is_up_to_date_again_when_the_new_texts_are_published(city, english, translator, stated):
    publish(city.vision, title="Köln 2050")
    translator.synchronise(city.vision)
    translator.write(city.vision, "en", "[{}]".format)
    assert stated() == TRANSLATED | {"outdated": True}

    translator.publish(city.vision, "en")
    assert stated() == TRANSLATED


def test_what_a_machine_wrote_is_said_until_a_person_goes_over_it(
    city, english, translator, stated, settings
):
    settings.VISION_PAGES_RELEASE_UNREVIEWED = True
    StringTranslation.objects.filter(data__startswith="[Kurz").update(translation_type="machine")
    translator.publish(city.vision, "en")
    assert stated() == TRANSLATED | {"machineTranslated": True}

    translator.write(city.vision, "en", "[{}]".format)
    translator.publish(city.vision, "en")
    assert stated() == TRANSLATED


def test_a_free_translation_is_outdated_when_its_source_changes(city, languages, stated):
    copy = city.vision.copy_for_translation(languages["de-simple"], copy_parents=True)
    copy.title = "Leicht gesagt"
    copy.save_revision().publish()
    assert stated("de-simple") == NOTHING | {"outdated": False}

    publish(city.vision, summary="Ganz anders.")
    assert stated("de-simple") == NOTHING | {"outdated": True}


def test_a_page_approved_in_a_workflow_says_when(city, stated, admin_user, time_machine):
    workflow = Workflow.objects.create(name="Freigabe")
    task = GroupApprovalTask.objects.create(name="Pressestelle")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    city.vision.save_revision()
    state = workflow.start(city.vision, admin_user)
    time_machine.move_to(datetime(2026, 5, 1, 10, tzinfo=UTC), tick=False)
    state.current_task_state.approve(user=admin_user)

    assert Page.objects.get(pk=city.vision.pk).live_revision is not None
    assert stated("de") == NOTHING | {"reviewedAt": "2026-05-01T10:00:00+00:00"}

    publish(city.vision)
    assert stated("de") == NOTHING


def test_lists_find_what_is_outdated_or_made_by_a_machine(city, english, translator, ask):
    query = """query ($language: LanguageFilter!) {
      visions(locale: "en", filter: {language: $language}) { totalCount }
    }"""

    def counted(**language):
        return ask(query, language=language)["visions"]["totalCount"]

    assert [counted(outdated=True), counted(outdated=False)] == [0, 1]
    publish(city.vision, title="Köln 2050")
    assert [counted(outdated=True), counted(outdated=False)] == [1, 0]
    assert [counted(machineTranslated=True), counted(machineTranslated=False)] == [0, 1]
    assert counted(outdated=True, isFallback=True) == 0
