"""Leichte Sprache is written beside its source, and knows when that says something else."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import GroupPagePermission, Locale, Page, PageLogEntry
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_page_subtree

from graphql_api.documents.verification import differences
from tests.factories import ActorFactory
from tests.translation.translator import edit_address
from vision_pages.admin import pairing
from vision_pages.models import Actor, Release, VisionPage

OUTDATED = """query ($key: ID!, $locale: LocaleCode) {
  page(by: {translationKey: $key}, locale: $locale) {
    language { outdated alternates { locale title path } }
  }
}"""


@pytest.fixture(autouse=True)
def stored_is_rebuilt(db):
    yield
    assert list(differences()) == []


def publish(page, **values):
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def original(city) -> VisionPage:
    publish(city.programme)
    publish(city.vision)
    return VisionPage.objects.get(pk=city.vision.pk)


@pytest.fixture
def easy(original, city, translator) -> VisionPage:
    """Give a public page in Leichte Sprache."""
    for source, title in ((city.programme, "Stadt von morgen"), (original, "Köln leicht")):
        translator.submit(source, "de-simple")
        publish(translator.target(source, "de-simple"), title=title)
    return translator.target(original, "de-simple")


@pytest.fixture
def panel(admin_client):
    """Give the words of the side panel “Leichte Sprache” of a page, and its links."""

    def panel(page, client=admin_client):
        response = client.get(edit_address(page))
        found = [one for one in response.context["side_panels"] if one.name == "easy-language"]
        if not found:
            return None
        html = found[0].render_html(response.context)
        return " ".join(strip_tags(html).split())

    return panel


def test_the_ordinary_editor_opens_for_what_was_submitted(original, city, translator):
    translator.submit(city.programme, "de-simple", "en")
    translator.submit(original, "de-simple", "en")

    opened = {code: translator.open(original, code) for code in ("de-simple", "en")}
    segments = "wagtail_localize/admin/edit_translation.html"
    assert {
        code: segments in [template.name for template in page.templates]
        for code, page in opened.items()
    } == {"de-simple": False, "en": True}
    assert {
        translation.target_locale.language_code: translation.enabled
        for translation in Translation.objects.filter(source__object_id=original.translation_key)
    } == {"de-simple": False, "en": True}


def test_nothing_offers_to_go_back_to_strings(easy, translator, admin_client):
    page = admin_client.get(edit_address(easy))
    assert 'name="localize-' not in page.content.decode()

    admin_client.post(edit_address(easy), {"localize-restart-translation": "1"})
    assert not translator.translation(easy, "de-simple").enabled
    alias = reverse("wagtail_localize:convert_to_alias", args=[easy.pk])
    assert admin_client.post(alias).status_code == 302
    easy.refresh_from_db()
    assert (easy.title, easy.alias_of) == ("Köln leicht", None)


def test_an_english_page_still_becomes_an_alias(original, city, translator, admin_client):
    translator.translate(city.programme, "en", "[{}]".format)
    english = translator.translate(original, "en", "[{}]".format)

    admin_client.post(reverse("wagtail_localize:convert_to_alias", args=[english.pk]))

    english.refresh_from_db()
    assert english.alias_of_id == original.pk


@pytest.mark.parametrize("live", [True, False])
def test_a_source_never_overwrites_what_is_written(easy, original, city, translator, live):
    if not live:
        easy.unpublish()
    publish(original, title="Köln 2050")

    locales = [Locale.objects.get(language_code=code) for code in ("de-simple", "en")]
    translate_page_subtree(city.programme.pk, locales, None, None)
    translator.synchronise(original)

    easy.refresh_from_db()
    assert (easy.title, easy.live) == ("Köln leicht", live)
    assert easy.get_latest_revision_as_object().title == "Köln leicht"
    assert translator.target(original, "en").title == "Köln 2050"


def test_terms_are_written_too(city, translator):
    actor = ActorFactory(name="Amt")
    translator.submit(actor, "de-simple", "en")
    easy = translator.target(actor, "de-simple")
    Actor.objects.filter(pk=easy.pk).update(name="Das Amt")

    translator.synchronise(actor)

    assert b'name="localize-' not in translator.open(actor, "de-simple").content
    assert translator.target(actor, "de-simple").name == "Das Amt"


def test_each_page_of_a_pair_leads_to_the_other(original, easy, city, panel, translator):
    state = (
        "Stand in Leichter Sprache: freigegeben Die veröffentlichten Texte dürfen noch nicht "
        "Leichte Sprache heißen: Sie sind einfache Sprache und noch von keiner Prüfgruppe geprüft."
    )
    assert panel(original) == f"In Leichter Sprache: Köln leicht {state}"
    assert panel(easy) == f"Geschrieben neben: Köln 21 {state}"
    translator.submit(city.programme, "en")
    assert panel(translator.target(city.programme, "en")) is None


def test_the_api_leads_from_each_to_the_other(original, easy, ask):
    def alternates(locale):
        key = str(original.translation_key)
        found = ask(OUTDATED, key=key, locale=locale)["page"]["language"]["alternates"]
        return [tuple(one.values()) for one in found]

    paths = ("/de/stadt-der-zukunft/koeln-21/", "/de-simple/stadt-von-morgen/koeln-leicht/")
    assert alternates("de") == [
        ("de", "Köln 21", paths[0]),
        ("de-simple", "Köln leicht", paths[1]),
    ]
    assert alternates("de-simple") == alternates("de")


@pytest.fixture
def language(ask, original):
    def language(locale="de-simple"):
        key = str(original.translation_key)
        return ask(OUTDATED, key=key, locale=locale)["page"]["language"]["outdated"]

    return language


def test_the_page_knows_since_when_its_source_says_something_else(
    original, easy, panel, language, time_machine
):
    time_machine.move_to(datetime(2026, 11, 3, 9, tzinfo=UTC), tick=False)
    publish(original, start_date="2019")
    assert (language(), "seit" in panel(easy)) == (False, False)

    time_machine.move_to(datetime(2026, 11, 5, 9, tzinfo=UTC), tick=False)
    publish(original, title="Köln 2050")
    time_machine.move_to(datetime(2026, 11, 9, 9, tzinfo=UTC), tick=False)
    publish(original, start_date="2018")

    since = "Das Original sagt seit dem 5. November 2026 etwas anderes."
    assert language() is True
    assert since in panel(easy)
    assert since in panel(original)


def test_what_has_changed_in_the_source_is_shown(original, easy, admin_client):
    seen = original.live_revision_id
    publish(original, title="Köln 2050")
    address = reverse("wagtailadmin_pages:revisions_compare", args=[original.pk, seen, "live"])

    assert address in admin_client.get(edit_address(easy)).content.decode()
    compared = admin_client.get(address).content.decode()
    assert '<span class="deletion">21</span><span class="addition">2050</span>' in compared


def test_a_revision_that_is_gone_is_not_compared(original, easy, admin_client):
    Release.objects.filter(page=easy).update(source_revision=None)
    publish(original, title="Köln 2050")

    assert b"/compare/" not in admin_client.get(edit_address(easy)).content


def test_looked_at_and_still_true(original, easy, panel, language, admin_client, admin_user):
    publish(original, title="Köln 2050")
    published = Page.objects.get(pk=easy.pk).last_published_at
    confirm = reverse("vision_pages_still_true", args=[easy.pk])
    assert f'action="{confirm}"' in admin_client.get(edit_address(easy)).content.decode()
    assert admin_client.get(confirm).status_code == 200
    assert language() is True

    assert admin_client.post(confirm).status_code == 302

    assert language() is False
    assert "etwas anderes" not in panel(easy)
    assert Page.objects.get(pk=easy.pk).last_published_at == published
    entry = PageLogEntry.objects.get(action="vision_pages.still_true")
    assert (entry.page_id, entry.user) == (easy.pk, admin_user)
    assert entry.data == {
        "from": original.live_revision_id,
        "to": Page.objects.get(pk=original.pk).live_revision_id,
    }

    publish(original, title="Köln 2060")
    assert language() is True


def test_the_report_says_what_is_outdated_until_it_was_looked_at(original, easy, admin_client):
    def listed():
        page = admin_client.get("/admin/reports/translations/?state=outdated")
        return [(row["title"], row["state_label"]) for row in page.context["object_list"]]

    publish(original, title="Köln 2050")
    assert listed() == [("Köln 2050", "Veraltet")]

    admin_client.post(reverse("vision_pages_still_true", args=[easy.pk]))
    assert listed() == []


def test_publishing_the_page_says_that_it_is_true_now(original, easy, language):
    publish(original, title="Köln 2050")
    publish(easy, summary="Das ist neu.")

    assert language() is False


@pytest.mark.parametrize("name", ["vision_pages_still_true", "vision_pages_begin_easy"])
def test_who_may_not_edit_is_led_away(original, easy, client, django_user_model, name):
    user = django_user_model.objects.create_user("gast")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    publish(original, title="Köln 2050")
    address = reverse(name, args=[easy.pk])

    assert [client.get(address).status_code, client.post(address).status_code] == [302, 302]
    assert not PageLogEntry.objects.filter(action="vision_pages.still_true").exists()


def test_only_a_page_in_easy_language_is_still_true(original, easy, city, admin_client):
    publish(original, title="Köln 2050")

    assert admin_client.post(address_of("still_true", original)).status_code == 302
    assert not PageLogEntry.objects.filter(action="vision_pages.still_true").exists()


def address_of(name, page):
    return reverse(f"vision_pages_{name}", args=[page.pk])


def test_an_editor_begins_a_page_beside_its_original(
    original, city, panel, translator, client, django_user_model
):
    translator.submit(city.programme, "de-simple")
    above = translator.target(city.programme, "de-simple")
    editor = django_user_model.objects.create_user("redaktion")
    group = Group.objects.create(name="Schreibende")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for page in (city.programme, above):
        for action in ("add_page", "change_page"):
            right = Permission.objects.get(codename=action)
            GroupPagePermission.objects.create(group=group, page=page, permission=right)
    editor.groups.add(group)
    client.force_login(editor)
    assert "Diese Seite gibt es nicht in Leichter Sprache." in panel(original, client)
    assert client.get(address_of("begin_easy", original)).status_code == 200

    response = client.post(address_of("begin_easy", original))

    easy = translator.target(original, "de-simple")
    assert response.url == edit_address(easy)
    assert (easy.live, easy.title, easy.get_parent().pk) == (False, "Köln 21", above.pk)
    assert client.get(edit_address(easy)).status_code == 200
    assert "Köln 21 Stand in Leichter Sprache: in Arbeit" in panel(original, client)
    assert client.post(address_of("begin_easy", original)).status_code == 302
    assert easy.get_siblings(inclusive=True).count() == 1


def test_without_the_page_above_nothing_begins(original, languages, admin_client):
    assert admin_client.post(address_of("begin_easy", original)).status_code == 302
    assert not Page.objects.filter(locale__language_code="de-simple").exists()


def test_without_the_language_there_is_no_pair(city, panel, admin_client):
    assert panel(city.vision) is None
    assert admin_client.get(address_of("begin_easy", city.vision)).status_code == 404


def test_its_panel_asks_no_more_for_long_pages(original, easy, rf, admin_user):
    request = rf.get("/")
    request.user = admin_user

    def asked(page):
        with CaptureQueriesContext(connection) as statements:
            [panel] = pairing.side_panels(page, request)
            panel.render_html({"request": request})
        return len(statements)

    pages = (original, easy)
    short = [asked(type(page).objects.get(pk=page.pk)) for page in pages]
    text = [("heading", {"text": f"Teil {number}", "level": "h2"}) for number in range(30)]
    for page in pages:
        publish(page, body=text)

    assert [asked(type(page).objects.get(pk=page.pk)) for page in pages] == short
