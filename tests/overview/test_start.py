"""The report of what the law asks of the start page: how far each thing is, in both ways."""

import csv
from datetime import date
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Locale, PageViewRestriction, Site

from tests.factories import DocumentFactory, ProgrammeFactory, SiteSettingsFactory
from tests.overview.conftest import listed
from tests.roles.conftest import member
from vision_pages.models import Release

START = "/admin/reports/start/"
COLUMNS = ("content", "form", "standing")
MAIN, NAVIGATION = "Wesentliche Inhalte der Website", "Hinweise zur Navigation"
STATEMENT = "Wesentliche Inhalte der Erklärung zur Barrierefreiheit"
MORE = "Hinweise auf weitere Inhalte dieser Art auf der Website"
EASY, SIGN = "Leichte Sprache", "Deutsche Gebärdensprache"


@pytest.fixture
def easy_language(programme) -> Locale:
    return Locale.objects.create(language_code="de-simple")


@pytest.fixture
def settings_of_site(programme):
    """Name a page for each thing that the site settings can name."""
    names = ("easy_language_page", "sign_language_page", "accessibility_page")
    pages = {name: ProgrammeFactory(parent=programme, title=name) for name in names}
    return SiteSettingsFactory(**pages)


@pytest.fixture
def easy(programme, easy_language):
    """Give the start page as a draft in Leichte Sprache."""
    programme.save_revision().publish()
    page = programme.copy_for_translation(easy_language)
    page.title = page.draft_title = "Stadt von morgen"
    page.save()
    return page


@pytest.fixture
def duties(admin):
    """Give what the report lists."""
    return lambda *columns: listed(admin.get(START), *(columns or COLUMNS))


@pytest.fixture
def main(admin):
    """Give how far the main contents of the website are in one way."""

    def main(form, *columns):
        rows = listed(admin.get(START), "content", "form", *(columns or ("standing", "advice")))
        [found] = [row[2:] for row in rows if row[:2] == (MAIN, form)]
        return found

    return main


def sign(page):
    """Publish a page with a video."""
    video = {"file": DocumentFactory(), "url": "", "duration": 95, "transcript": None}
    page.sign_language_video = [("video", video)]
    page.save_revision().publish()


def publish(page, **values):
    page.refresh_from_db()
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


NOTHING_CHOSEN = [
    (MAIN, EASY, "Fehlt"),
    (MAIN, SIGN, "Fehlt"),
    *(
        (what, form, "Keine Seite gewählt")
        for what in (NAVIGATION, STATEMENT, MORE)
        for form in (EASY, SIGN)
    ),
]


def test_without_settings_nothing_but_the_start_page_is_looked_at(duties):
    assert duties() == NOTHING_CHOSEN


def test_settings_that_were_never_published_choose_nothing(settings_of_site, duties):
    settings_of_site.live = False
    settings_of_site.save()

    assert duties() == NOTHING_CHOSEN


def test_each_thing_is_looked_for_on_its_page(settings_of_site, duties):
    assert duties("content", "form", "page", "standing") == [
        (content, form, page, "Fehlt")
        for content, pages in {
            MAIN: ("Stadt der Zukunft", "Stadt der Zukunft"),
            NAVIGATION: ("easy_language_page", "sign_language_page"),
            STATEMENT: ("accessibility_page", "accessibility_page"),
            MORE: ("easy_language_page", "sign_language_page"),
        }.items()
        for form, page in zip((EASY, SIGN), pages, strict=True)
    ]


def test_a_page_in_easy_language_is_written_published_and_tested(easy, main, programme):
    assert main(EASY) == ("Nicht öffentlich", "Seite in Leichter Sprache veröffentlichen.")

    publish(easy)
    assert main(EASY) == ("Öffentlich, nicht geprüft", "Seite von einer Prüfgruppe prüfen lassen.")

    day = {"tested_on": date(2026, 11, 2), "tested_people": 4}
    Release.objects.filter(page=easy).update(**day)
    assert main(EASY, "standing", "advice", "tested") == (
        *("Öffentlich und aktuell", "", "02.11.2026, 4 Personen"),
    )

    publish(programme, title="Stadt der Träume")
    assert main(EASY, "standing", "advice", "tested") == (
        "Veraltet",
        "Nachsehen, was im Original jetzt anders ist.",
        "02.11.2026, 4 Personen",
    )


def test_a_video_is_added_and_made_anew(programme, main):
    assert main(SIGN) == ("Fehlt", "Video auf der Seite ergänzen und die Seite veröffentlichen.")

    sign(programme)
    assert main(SIGN) == ("Öffentlich und aktuell", "")

    publish(programme, title="Stadt der Träume")
    assert main(SIGN) == ("Veraltet", "Nachsehen, ob das Video noch sagt, was die Seite sagt.")

    programme.unpublish()
    assert main(SIGN) == ("Nicht öffentlich", "Seite mit ihrem Video veröffentlichen.")


def test_what_is_behind_a_password_is_not_public(easy, main, programme):
    publish(easy)
    sign(programme)
    for page in (programme, easy):
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")

    assert (main(EASY)[0], main(SIGN)[0]) == ("Nicht öffentlich", "Nicht öffentlich")


def test_an_alias_says_nothing(programme, easy_language, main):
    programme.copy_for_translation(easy_language, alias=True)

    assert main(EASY)[0] == "Fehlt"


def test_each_leads_to_where_it_is_done(easy, admin, duties, programme, settings_of_site):
    settings_of_site.accessibility_page = None
    settings_of_site.save()
    edit = "/admin/pages/{}/edit/"
    video = f"{edit}#:w:contentpath=sign_language_video"
    settings_form = f"/admin/snippets/vision_pages/sitesettings/edit/{settings_of_site.pk}/"
    easy_page, sign_page = settings_of_site.easy_language_page, settings_of_site.sign_language_page

    assert duties("address") == [
        (edit.format(easy.pk),),
        (video.format(programme.pk),),
        (edit.format(easy_page.pk),),
        (video.format(sign_page.pk),),
        (settings_form,),
        (settings_form,),
        (edit.format(easy_page.pk),),
        (video.format(sign_page.pk),),
    ]
    for [address] in duties("address"):
        assert admin.get(urlsplit(address).path).status_code == 200


def test_settings_are_begun_where_there_are_none(admin, duties):
    [address] = {address for [address] in duties("address")[2:]}

    assert address == "/admin/snippets/vision_pages/sitesettings/add/"
    assert admin.get(address).status_code == 200


def test_who_may_not_do_it_is_led_nowhere_and_reads_no_draft(english, easy, editor, client):
    """Translators see how far it is; drafts are for those who may edit them."""
    client.force_login(member("Übersetzung: English"))

    assert listed(client.get(START), "page", "standing", "address")[:3] == [
        ("", "Nicht öffentlich", "None"),
        ("Stadt der Zukunft", "Fehlt", "None"),
        ("", "Keine Seite gewählt", "None"),
    ]


def test_who_may_change_settings_alone_is_led_to_them(english, editor, settings_of_site, client):
    settings_of_site.accessibility_page = None
    settings_of_site.save()
    address = f"/admin/snippets/vision_pages/sitesettings/edit/{settings_of_site.pk}/"

    def statement():
        return listed(client.get(START), "address")[4]

    client.force_login(editor)
    Group.objects.get(name="Redaktion").permissions.remove(
        *Permission.objects.filter(content_type__model="sitesettings")
    )
    assert statement() == ("None",)
    Group.objects.get(name="Redaktion").permissions.add(
        Permission.objects.get(codename="change_sitesettings")
    )
    assert statement() == (address,)


def test_who_has_nothing_to_do_with_pages_does_not_see_it(client, django_user_model, programme):
    user = django_user_model.objects.create_user("gast")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    assert client.get(START).status_code == 302
    assert START not in client.get("/admin/").content.decode()


def test_it_is_in_the_menu_and_is_no_legal_advice(admin):
    assert START in admin.get("/admin/").content.decode()
    assert "Er ist keine Rechtsberatung." in admin.get(START).content.decode()


def test_it_comes_as_a_spreadsheet(easy, admin):
    publish(easy)

    response = admin.get(f"{START}?export=csv")

    head, row, *others = csv.reader(StringIO(response.getvalue().decode()))
    assert head == [*("Inhalt", "Form", "Stand", "Prüfgruppe", "Hinweis", "Seite", "Website")]
    assert row == [
        *(MAIN, EASY, "Öffentlich, nicht geprüft", ""),
        *("Seite von einer Prüfgruppe prüfen lassen.", "Stadt von morgen", "localhost [Standard]"),
    ]
    assert len(others) == 7


def test_more_sites_take_no_more_statements(programme, easy, settings_of_site, statements):
    before = statements(START)
    for number in range(4):
        root = ProgrammeFactory(parent=programme.get_parent())
        root.save_revision().publish()
        site = Site.objects.create(hostname=f"{number}.example", root_page=root)
        SiteSettingsFactory(site=site, accessibility_page=root, easy_language_page=programme)

    assert statements(START) == before
