"""`manage.py create_roles` makes the groups, mends their rights and leaves their people alone."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Locale

from tests.roles.conftest import GROUPS
from vision_pages.roles.groups import held_by


def told() -> list[str]:
    out = StringIO()
    call_command("create_roles", stdout=out)
    return out.getvalue().splitlines()


def test_a_new_site_gets_a_group_for_each_role_and_one_for_each_translated_language(programme):
    *lines, easy, workflow, english, turkish = told()

    assert easy == "Redaktion → Fachdienststelle → Prüfgruppe → Pressestelle: Stadt der Zukunft"
    assert workflow.startswith("Redaktion → Fachdienststelle → Pressestelle: Stadt der Zukunft,")
    assert english == "Übersetzung → Prüfung → Freigabe: English: Stadt der Zukunft"
    assert turkish == "Übersetzung → Prüfung → Freigabe: Türkçe: Stadt der Zukunft"
    assert [line.split(": created")[0] for line in lines] == [
        *GROUPS[:4],
        "Übersetzung: English",
        "Übersetzung: Türkçe",
        "Übersetzungsprüfung: English",
        "Übersetzungsprüfung: Türkçe",
        "Übersetzungsfreigabe: English",
        "Übersetzungsfreigabe: Türkçe",
        "Prüfgruppe",
        "Administration",
    ]
    assert all("created with" in line for line in lines)


def test_a_second_run_changes_nothing(roles):
    before = {group: set(held_by(group)) for group in Group.objects.all()}

    assert [line.rsplit(": ", 1)[1] for line in told()] == ["as it should be"] * 16
    assert {group: set(held_by(group)) for group in Group.objects.all()} == before


def test_a_run_mends_rights_and_leaves_people_where_they_are(roles, programme):
    group = Group.objects.get(name="Redaktion")
    person = User.objects.create_user("weber")
    person.groups.add(group)
    before = set(held_by(group))
    group.permissions.add(Permission.objects.get(codename="add_user"))
    GroupPagePermission.objects.create(
        group=group,
        page=programme,
        permission=Permission.objects.get(
            codename="publish_page", content_type__app_label="wagtailcore"
        ),
    )
    group.collection_permissions.get(permission__codename="add_image").delete()

    assert "Redaktion: 1 rights given, 2 taken" in told()
    assert set(held_by(group)) == before
    assert [*person.groups.all()] == [group]


def test_groups_of_others_are_left_alone(roles):
    others = Group.objects.create(name="Auszubildende")
    others.permissions.add(Permission.objects.get(codename="access_admin"))

    told()

    assert others.permissions.count() == 1


def test_a_language_that_comes_later_gets_its_translators(roles, programme):
    programme.copy_for_translation(Locale.objects.create(language_code="fr"))

    assert [line for line in told() if "created" in line] == [
        "Übersetzung: Français: created with 11 rights",
        "Übersetzungsprüfung: Français: created with 11 rights",
        "Übersetzungsfreigabe: Français: created with 12 rights",
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_groups_have_names_in_the_language_of_the_site(settings, programme, language):
    settings.LANGUAGE_CODE = language
    told()

    assert Group.objects.filter(
        name={"de": "Barrierefreiheit", "en": "Accessibility"}[language]
    ).exists()
