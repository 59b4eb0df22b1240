"""Translations of a page and of those below it are published together, now or at a set time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation

from tests.factories import StageFactory
from vision_pages.admin.release_candidates import candidates


def in_words(text):
    return f"[{text}]"


@pytest.fixture
def address(city):
    return reverse("vision_pages_release_translations", args=[city.vision.pk])


@pytest.fixture
def begun(city, translator):
    """Have a vision and its stage be translated into two languages, but for one text."""
    for code in ("en", "tr"):
        translator.translate(city.programme, code, in_words)
        for page in (city.vision, city.stage):
            translator.submit(page, code)
            translator.write(page, code, in_words)
    [segment] = [
        one for one in translator.segments(city.stage, "tr") if one.context.path == "title"
    ]
    translator.client.delete(
        reverse(
            "wagtail_localize:edit_string_translation",
            args=[translator.translation(city.stage, "tr").pk, segment.pk],
        )
    )
    return city


@pytest.fixture
def release(begun, translator, address):
    """Send the form, for translations named by page and language."""

    def release(*named, at=None):
        chosen = [translator.translation(page, code).pk for page, code in named]
        data = {"translations": chosen, "at": at.strftime("%Y-%m-%d %H:%M") if at else ""}
        with translator.committed(execute=True):
            return translator.client.post(address, data)

    return release


def listed(translator, address):
    found = translator.client.get(address).context["candidates"]
    return [
        (one.page.title, one.translation.target_locale.language_code, one.obstacle, one.is_chosen)
        for one in found
    ]


def test_what_is_ready_is_chosen_and_what_is_not_says_why(begun, translator, address):
    assert sorted(listed(translator, address)) == [
        ("Köln 21", "en", "", True),
        ("Köln 21", "tr", "", True),
        ("Umfrage", "en", "", True),
        ("Umfrage", "tr", "1 Text ist noch nicht übersetzt.", False),
    ]


def test_what_is_chosen_is_public_at_once(begun, translator, release):
    response = release((begun.vision, "en"), (begun.vision, "tr"), (begun.stage, "en"))

    assert response.status_code == 302
    pages = [(begun.vision, "en"), (begun.vision, "tr"), (begun.stage, "en"), (begun.stage, "tr")]
    assert [translator.target(page, code).live for page, code in pages] == [True, True, True, False]


def test_nothing_is_published_if_one_is_not_ready(begun, translator, release):
    response = release((begun.vision, "tr"), (begun.stage, "tr"))

    assert response.status_code == 200
    assert translator.target(begun.vision, "tr").live is False


def test_all_are_published_at_the_time(begun, translator, release, time_machine):
    now = timezone.now()
    at = (now + timedelta(days=1)).replace(second=0, microsecond=0)
    release((begun.vision, "en"), (begun.vision, "tr"), at=timezone.localtime(at))
    languages = [(begun.vision, "en"), (begun.vision, "tr")]
    assert [translator.target(*one).live for one in languages] == [False, False]

    time_machine.move_to(at + timedelta(minutes=1))
    call_command("publish_scheduled")

    assert [translator.target(*one).live for one in languages] == [True, True]
    assert translator.target(begun.vision, "en").title == "[Köln 21]"


def test_a_time_that_is_over_is_refused_and_the_choice_stays(begun, translator, release):
    response = release((begun.vision, "en"), at=datetime(2020, 1, 1, tzinfo=UTC))

    assert response.context["form"].errors == {"at": ["Diese Zeit ist vorbei."]}
    chosen = [one for one in response.context["candidates"] if one.is_chosen]
    assert [(one.page.title, one.translation.target_locale.language_code) for one in chosen] == [
        ("Köln 21", "en")
    ]
    assert translator.target(begun.vision, "en").live is False


def test_without_a_choice_it_says_so(begun, release):
    response = release()

    assert response.context["form"].errors == {
        "translations": ["Bitte auswählen, was veröffentlicht werden soll."]
    }


@pytest.fixture
def turkish_only(begun, client, translator) -> User:
    user = User.objects.create_user("türkisch")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    group = user.groups.create(name="Türkisch")
    for name in ("change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=group,
            page=translator.target(begun.programme, "tr"),
            permission=Permission.objects.get(codename=name),
        )
    return user


def test_other_languages_are_not_ones_to_publish(turkish_only, begun):
    with override("de"):
        found = [
            (one.translation.target_locale.language_code, one.is_ready, one.obstacle)
            for one in candidates(begun.vision, turkish_only)
            if one.page == begun.vision.page_ptr
        ]

    assert sorted(found) == [
        ("en", False, "In dieser Sprache fehlt das Recht zu veröffentlichen."),
        ("tr", True, ""),
    ]


def test_who_may_publish_none_is_refused(begun, client, address):
    user = User.objects.create_user("gast")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    assert client.get(address).status_code == 302
    assert client.post(address, {}).status_code == 302


@pytest.mark.parametrize("policy", ["block", "allow", "keep"])
def test_it_asks_no_more_for_many_pages(begun, translator, settings, policy):
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": policy, "tr": policy}
    user = User.objects.get(username="admin")

    def asked():
        with CaptureQueriesContext(connection) as statements:
            found = candidates(begun.vision, user)
        return len(found), len(statements)

    few, statements = asked()
    for number in range(4):
        stage = StageFactory(parent=begun.vision, title=f"Stufe {number}")
        translator.submit(stage, "en", "tr")

    assert (few, asked()) == (4, (12, statements))


def test_it_is_said_what_to_look_at(begun, translator, address):
    [summary] = [
        one for one in translator.segments(begun.vision, "en") if one.context.path == "summary"
    ]
    translator.write_one(begun.vision, "en", summary, "In  2035")

    response = translator.client.get(address)

    [english] = [
        one
        for one in response.context["candidates"]
        if one.page.pk == begun.vision.pk and one.translation.target_locale.language_code == "en"
    ]
    assert (english.obstacle, english.is_chosen) == ("", True)
    assert [(str(one.place), one.message) for one in english.warnings] == [
        ("Kurzbeschreibung", "Diese Zahlen hat der Ausgangstext nicht: 2035."),
        ("Kurzbeschreibung", "Zwei Leerzeichen stehen hintereinander."),
        ("Zielbild", "Das ist noch in der Ausgangssprache: „So wollen wir leben.“"),
    ]
    said = response.content.decode()
    assert "3 Hinweise" in said
    assert "<li>Kurzbeschreibung: Zwei Leerzeichen stehen hintereinander.</li>" in said


def test_what_a_machine_wrote_waits_for_somebody(begun, translator, address):
    segment = translator.segments(begun.vision, "en")[0]
    StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context, locale__language_code="en"
    ).update(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)

    assert (
        "Köln 21",
        "en",
        "1 Text wurde maschinell übersetzt und ist noch nicht geprüft.",
        False,
    ) in listed(translator, address)


def test_what_somebody_has_locked_is_left_alone(begun, translator, address):
    other = User.objects.create_user("andere")
    page = translator.target(begun.vision, "en")
    type(page).objects.filter(pk=page.pk).update(locked=True, locked_by=other)

    assert ("Köln 21", "en", "Jemand hat sie gesperrt.", False) in listed(translator, address)
