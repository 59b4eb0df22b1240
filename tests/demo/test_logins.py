"""Who may log in to the demo, and what each may do."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from cms.logins import LOGINS, make_logins
from cms.management.commands.demo import Command
from tests.factories import VisionFactory
from vision_pages.models import ProgrammePage


@pytest.fixture
def pages(db: None) -> dict[str, Page]:
    """Give a programme that is the site's root, in three languages, with roles and logins."""
    site = Site.objects.get(is_default_site=True)
    programme = Page.get_first_root_node().add_child(
        instance=ProgrammePage(title="Programm", summary="Kurz gesagt.")
    )
    site.root_page = programme
    site.save()
    languages = [Locale.objects.create(language_code=code) for code in ("en", "de-simple")]
    made = {locale.language_code: programme.copy_for_translation(locale) for locale in languages}
    call_command("create_roles", verbosity=0)
    make_logins()
    return {"de": programme} | made


def rights(name: str, page: Page) -> set[str]:
    tester = page.permissions_for_user(User.objects.get(username=name))
    names = ("can_edit", "can_add_subpage", "can_publish")
    return {right for right in names if getattr(tester, right)()}


def test_everybody_gets_into_the_administration(pages, client):
    for login in LOGINS:
        client.logout()
        answer = client.post(
            reverse("wagtailadmin_login"), {"username": login.name, "password": login.name}
        )

        assert answer.status_code == 302
        page = client.get(reverse("wagtailadmin_home"))
        assert page.status_code == 200
        assert '<html lang="de"' in page.content.decode()


def test_each_has_the_rights_of_its_role_and_nobody_has_all(pages):
    vision = VisionFactory(parent=pages["de"])

    writing = {"can_edit", "can_add_subpage"}
    publishing = writing | {"can_publish"}
    assert {
        login.name: [rights(login.name, page) for page in (vision, pages["de-simple"], pages["en"])]
        for login in LOGINS
    } == {
        "redaktion": [writing, writing, set()],
        "fachdienststelle": [{"can_edit"}, {"can_edit"}, set()],
        "pressestelle": [publishing, publishing, {"can_publish"}],
        "barrierefreiheit": [{"can_edit"}, {"can_edit"}, set()],
        "uebersetzung": [set(), set(), {"can_edit"}],
        "pruefung": [set(), set(), {"can_edit"}],
        "freigabe": [set(), set(), {"can_publish"}],
        "pruefgruppe": [set(), set(), set()],
        "administration": [publishing, publishing, publishing],
    }
    assert not User.objects.filter(is_superuser=True).exists()


def test_the_demo_prints_each_role_with_its_login():
    out = StringIO()
    Command(stdout=out).greet("http://127.0.0.1:8000")

    assert "Fachdienststelle        fachdienststelle  fachdienststelle" in out.getvalue()
    assert "Übersetzung             uebersetzung      uebersetzung" in out.getvalue()
    assert "Übersetzungsprüfung     pruefung          pruefung" in out.getvalue()


def test_what_was_changed_of_a_login_stays(pages):
    user = User.objects.get(username="administration")
    user.set_password("anders")
    user.save()

    make_logins()

    user.refresh_from_db()
    assert user.check_password("anders")


def test_no_demo_where_passwords_have_to_be_secret(settings, db):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="passwords are known"):
        call_command("demo")

    assert not User.objects.exists()
