"""Who may log in to the demo, and what each may do."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from cms.logins import ADMINISTRATOR, EDITOR, LOGINS, TRANSLATOR, make_logins
from tests.factories import VisionFactory
from vision_pages.models import ProgrammePage


@pytest.fixture
def pages(db: None) -> dict[str, Page]:
    """Give a programme that is the site's root, in three languages."""
    site = Site.objects.get(is_default_site=True)
    programme = Page.get_first_root_node().add_child(
        instance=ProgrammePage(title="Programm", summary="Kurz gesagt.")
    )
    site.root_page = programme
    site.save()
    languages = [Locale.objects.create(language_code=code) for code in ("en", "de-simple")]
    make = programme.copy_for_translation
    return {"de": programme} | {locale.language_code: make(locale) for locale in languages}


def rights(name: str, page: Page) -> set[str]:
    tester = page.permissions_for_user(User.objects.get(username=name))
    names = ("can_edit", "can_add_subpage", "can_publish")
    return {right for right in names if getattr(tester, right)()}


def test_everybody_gets_into_the_administration(pages, client):
    make_logins()

    for login in LOGINS:
        client.logout()
        answer = client.post(
            reverse("wagtailadmin_login"), {"username": login.name, "password": login.name}
        )

        assert answer.status_code == 302
        page = client.get(reverse("wagtailadmin_home"))
        assert page.status_code == 200
        assert '<html lang="de"' in page.content.decode()


def test_editor_writes_german_and_easy_german(pages):
    make_logins()
    vision = VisionFactory(parent=pages["de"])

    assert rights(EDITOR.name, vision) >= {"can_edit", "can_publish"}
    assert rights(EDITOR.name, pages["de-simple"]) >= {"can_edit", "can_publish"}
    assert rights(EDITOR.name, pages["en"]) == set()


def test_translator_writes_the_translations(pages):
    make_logins()

    assert rights(TRANSLATOR.name, pages["en"]) == {"can_edit", "can_publish"}
    assert rights(TRANSLATOR.name, pages["de"]) == set()
    translator = User.objects.get(username=TRANSLATOR.name)
    assert translator.has_perm("wagtail_localize.submit_translation")
    assert not translator.has_perm("vision_pages.change_actor")


def test_editor_keeps_images_documents_and_terms(pages, client):
    make_logins()
    client.force_login(User.objects.get(username=EDITOR.name))

    names = (
        "wagtailimages:add_multiple",
        "wagtaildocs:add_multiple",
        "wagtailsnippets_vision_pages_actor:add",
        "wagtailsnippets_vision_pages_sitesettings:list",
    )
    assert {name: client.get(reverse(name)).status_code for name in names} == dict.fromkeys(
        names, 200
    )


def test_a_password_that_was_changed_stays(pages):
    make_logins()
    user = User.objects.get(username=ADMINISTRATOR.name)
    user.set_password("anders")
    user.save()

    make_logins()

    user.refresh_from_db()
    assert user.check_password("anders")


def test_no_demo_where_passwords_have_to_be_secret(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="passwords are known"):
        call_command("demo")

    assert not User.objects.exists()
