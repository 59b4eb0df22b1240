"""A translation goes from hand to hand: translated, reviewed, released; the API shows no more."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page, WorkflowState

from tests.factories import SiteSettingsFactory
from tests.roles.test_workflow import decide, waiting_at
from tests.translation.translator import Translator, edit_address
from vision_pages.models import Release

TRANSLATOR = "Übersetzung: English"
REVIEWER = "Übersetzungsprüfung: English"
RELEASER = "Übersetzungsfreigabe: English"
REVIEW, RELEASE = "Prüfung: English", "Freigabe: English"

TITLE = '{ page(by: {path: "/en/koeln-21/"}) { title language { reviewedAt } } }'


@pytest.fixture
def english(at, source):
    """Give the translator of something, who has translated all of it."""
    at("Pressestelle").submit(source, "en")
    translator = at(TRANSLATOR)
    translator.write(source, "en", said("Cologne"))
    return translator


def said(words: str) -> Any:
    return lambda text: f"{words} {text}"[:200]


def press(translator: Translator, source: Any, **button: str) -> list[str]:
    """Press a button below the translation, and give what is said then."""
    target = translator.target(source, "en")
    with translator.committed(execute=True):
        response = translator.client.post(edit_address(target), button, follow=True)
    return [str(message) for message in response.context["messages"]]


def submit(translator: Translator, source: Any) -> list[str]:
    return press(translator, source, **{"action-submit": "1"})


def approve(translator: Translator, source: Any, name: str = "approve", extra: str = "") -> Any:
    buttons = {
        "action-workflow-action": "true",
        "workflow-action-name": name,
        "workflow-action-extra-data": extra,
    }
    return press(translator, source, **buttons)


def name_of(row: Any) -> str:
    return row.title if isinstance(row, Page) else row.name


def draft_of(row: Any) -> str:
    return name_of(row.get_latest_revision_as_object())


def test_three_people_bring_a_translation_to_publication(at, source, english):
    assert press(english, source) == ["Die Übersetzung wurde als Entwurf gespeichert."]
    assert not english.target(source, "en").live
    assert submit(english, source)[0] == "Die Übersetzung wurde zur Prüfung eingereicht."
    assert waiting_at(english.target(source, "en")) == REVIEW

    comment = '{"comment": "Der Name fehlt."}'
    approve(at(REVIEWER), source, "reject", comment)
    assert waiting_at(english.target(source, "en")) is None
    assert any(
        "Der Name fehlt." in str(message)
        for message in english.open(source, "en").context["messages"]
    )

    english.write(source, "en", said("City of Cologne"))
    submit(english, source)
    approve(at(REVIEWER), source)
    assert waiting_at(english.target(source, "en")) == RELEASE
    assert not english.target(source, "en").live

    assert approve(at(RELEASER), source)[0] == "Freigegeben und veröffentlicht."
    public = english.target(source, "en")
    assert public.live
    assert name_of(public).startswith("City of Cologne")
    assert draft_of(public) == name_of(public)


def test_a_page_that_was_released_says_who_approved_it_and_when(at, vision):
    at("Pressestelle").submit(vision, "en")
    translator = at(TRANSLATOR)
    translator.write(vision, "en", said("Cologne"))
    submit(translator, vision)
    for name in (REVIEWER, RELEASER):
        approve(at(name), vision)

    release = Release.objects.get(page=translator.target(vision, "en"))
    assert release.reviewed_at is not None
    assert release.strings == release.translated > 0


def test_drafts_and_what_waits_leave_what_is_public_as_it_is(at, source, english):
    submit(english, source)
    for name in (REVIEWER, RELEASER):
        approve(at(name), source)
    before = name_of(english.target(source, "en"))

    english.write(source, "en", said("New"))
    submit(english, source)
    approve(at(REVIEWER), source)

    target = english.target(source, "en")
    assert (name_of(target), target.live) == (before, True)
    assert draft_of(target).startswith("New")


@pytest.mark.parametrize("name", [TRANSLATOR, REVIEWER, "Pressestelle"])
def test_who_may_not_publish_does_not(at, source, english, name):
    submit(english, source)
    press(at(name), source, action="publish")
    press(at(name), source, **{"action-publish": "1"})

    assert not english.target(source, "en").live


def test_only_whose_turn_it_is_decides(at, source, english):
    submit(english, source)
    for name in (TRANSLATOR, RELEASER, "Pressestelle"):
        approve(at(name), source)

    assert waiting_at(english.target(source, "en")) == REVIEW


def test_texts_are_closed_to_all_but_the_reviewers(at, source, english):
    submit(english, source)
    segment = english.segments(source, "en")[0]

    refused = english.write_one(source, "en", segment, "Secretly")
    assert refused.status_code == 423
    assert "Nothing" not in refused.json()["detail"]
    assert "Prüfung: English" in refused.json()["detail"]
    assert "&quot;isLocked&quot;: true" in english.open(source, "en").content.decode()
    assert press(english, source) == [
        "Es wurde nichts geändert: Die Übersetzung ist gesperrt.",
        *map(str, english.open(source, "en").context["messages"]),
    ]
    assert at(REVIEWER).write_one(source, "en", segment, "Corrected").status_code == 200


def test_a_file_changes_nothing_that_waits_for_others(at, source, english):
    translation = english.translation(source, "en")
    address = reverse("vision_pages_download_translation", args=[translation.pk, "po"])
    file = english.client.get(address).content.replace(b"Cologne", b"Secretly")
    submit(english, source)

    refused = english.upload(source, "en", file)
    assert "gesperrt oder in Prüfung" in refused.content.decode()
    english.client.post(refused.request["PATH_INFO"], {"fingerprint": ""})
    taken = at(REVIEWER).upload(source, "en", file)
    assert "gesperrt oder in Prüfung" not in taken.content.decode()
    assert taken.context["to_take"] > 0


def test_what_changed_since_it_was_sent_in_is_not_approved_unseen(at, source, english):
    submit(english, source)
    reviewer = at(REVIEWER)
    reviewer.write(source, "en", said("Corrected"))

    [why, *_rest] = approve(reviewer, source)
    assert why.startswith("Seit dem Entwurf, der hier zur Prüfung steht, wurden Texte geändert.")
    assert waiting_at(reviewer.target(source, "en")) == REVIEW

    press(reviewer, source)
    approve(reviewer, source)
    approve(at(RELEASER), source)
    assert name_of(reviewer.target(source, "en")).startswith("Corrected")


def test_approving_from_elsewhere_publishes_what_was_sent_in(at, clients, source, english):
    submit(english, source)
    reviewer = at(REVIEWER)
    reviewer.write(source, "en", said("Unseen"))
    for name in (REVIEWER, RELEASER):
        with reviewer.committed(execute=True):
            decide(clients[name], reviewer.target(source, "en"), "approve")

    assert name_of(reviewer.target(source, "en")).startswith("Cologne")


def test_who_sent_it_in_may_cancel_and_start_again(source, english):
    submit(english, source)
    assert press(english, source, **{"action-cancel-workflow": "1"}) == [
        "Die Prüfung wurde abgebrochen."
    ]
    assert waiting_at(english.target(source, "en")) is None

    submit(english, source)
    assert waiting_at(english.target(source, "en")) == REVIEW
    assert [state.status for state in WorkflowState.objects.order_by("pk")] == [
        "cancelled",
        "in_progress",
    ]


def test_a_workflow_that_was_sent_back_can_start_from_the_beginning(at, source, english):
    submit(english, source)
    approve(at(REVIEWER), source)
    approve(at(RELEASER), source, "reject", '{"comment": "Nein."}')

    press(english, source, **{"action-restart-workflow": "1"})

    assert waiting_at(english.target(source, "en")) == REVIEW


def test_one_person_in_all_groups_publishes_at_once(clients, staff, at, source, english):
    for name in (REVIEWER, RELEASER):
        staff[TRANSLATOR].groups.add(*staff[name].groups.all())

    [said, *_rest] = press(at(TRANSLATOR), source, **{"action-publish": "1"})

    assert said == "Die Übersetzung wurde veröffentlicht."
    assert english.target(source, "en").live


def test_synchronising_publishes_nothing_that_waits_for_others(at, vision):
    at("Pressestelle").submit(vision, "en")
    translator = at(TRANSLATOR)
    translator.write(vision, "en", said("Cologne"))
    submit(translator, vision)
    office = at("Pressestelle")
    number = office.translation(vision, "en").source_id
    address = reverse("wagtail_localize:update_translations", args=[number])

    with office.committed(execute=True):
        office.client.post(address, {"publish_translations": "on"})

    assert not office.target(vision, "en").live
    assert waiting_at(office.target(vision, "en")) == REVIEW


def test_settings_of_a_language_have_no_workflow_and_are_published_by_releasers(at, programme):
    settings = SiteSettingsFactory(publisher_name="Stadt Köln")
    settings.save_revision().publish()
    at("Pressestelle").submit(settings, "en")
    translator = at(TRANSLATOR)
    translator.write(settings, "en", said("City"))
    assert press(translator, settings) == ["Die Übersetzung wurde als Entwurf gespeichert."]
    submit(translator, settings)
    press(translator, settings, **{"action-publish": "1"})
    assert not translator.target(settings, "en").live

    press(at(RELEASER), settings, **{"action-publish": "1"})
    assert translator.target(settings, "en").live


def test_only_who_may_publish_has_a_translation_say_what_the_source_says(at, vision):
    at("Pressestelle").submit(vision, "en")
    translator = at(TRANSLATOR)
    address = reverse(
        "wagtail_localize:convert_to_alias", args=[translator.target(vision, "en").pk]
    )

    translator.client.post(address)

    assert translator.target(vision, "en").alias_of is None


def test_the_report_of_all_translations_leads_to_ours(clients):
    for name in ("translations_report", "translations_report_results"):
        response = clients[TRANSLATOR].get(reverse(f"wagtail_localize:{name}"))
        assert (response.status_code, response.url) == (302, "/admin/reports/translations/")
    menu = clients[TRANSLATOR].get(reverse("vision_pages_overview:translations"))
    assert reverse("wagtail_localize:translations_report") not in menu.content.decode()


def test_what_is_not_whole_cannot_be_sent_in(at, source, english):
    segment = english.segments(source, "en")[0]
    translation = english.translation(source, "en")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    english.client.delete(address)

    assert submit(english, source)[0].endswith("1 Text ist noch nicht übersetzt.")
    assert waiting_at(english.target(source, "en")) is None


def test_what_was_sent_in_before_its_source_changed_is_outdated_once_public(at, vision, clients):
    at("Pressestelle").submit(vision, "en")
    translator = at(TRANSLATOR)
    translator.write(vision, "en", said("Cologne"))
    submit(translator, vision)
    vision.summary = "Etwas ganz anderes."
    vision.save_revision().publish()
    translator.translation(vision, "en").source.update_from_db()

    for name in (REVIEWER, RELEASER):
        decide(clients[name], translator.target(vision, "en"), "approve")

    page = translator.target(vision, "en")
    texts = Release.objects.get(page=vision).texts
    assert page.live
    assert Release.objects.get(page=page).source_texts not in {"", texts}


def test_what_should_be_looked_at_is_said_when_it_is_sent_in(at, vision):
    vision.summary = "Mehr als 250 Menschen kamen zu uns."
    vision.save_revision().publish()
    at("Pressestelle").submit(vision, "en")
    translator = at(TRANSLATOR)
    translator.write(vision, "en", lambda text: "Many people." if "250" in text else "21")

    done, look, *_lock = submit(translator, vision)

    assert done == "Die Übersetzung wurde zur Prüfung eingereicht."
    assert look.endswith("noch einmal angesehen werden: Warum, steht daneben.")
