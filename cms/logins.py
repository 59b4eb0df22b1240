"""The demo's logins. Everyone knows their passwords, so nothing but the demo makes them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
)
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile


@dataclass(frozen=True)
class Login:
    """Who may log in; the password is the user name."""

    role: str
    name: str


EDITOR = Login("Editor", "redaktion")
TRANSLATOR = Login("Translator", "uebersetzung")
ADMINISTRATOR = Login("Administrator", "administration")
LOGINS = (EDITOR, TRANSLATOR, ADMINISTRATOR)


@transaction.atomic
def make_logins() -> None:
    """Make those that are missing, each with the rights of its role."""
    if not User.objects.filter(username=EDITOR.name).exists():
        make_user(EDITOR).groups.add(editors())
    if not User.objects.filter(username=TRANSLATOR.name).exists():
        make_user(TRANSLATOR).groups.add(translators())
    if not User.objects.filter(username=ADMINISTRATOR.name).exists():
        make_user(ADMINISTRATOR, is_superuser=True)


def make_user(login: Login, *, is_superuser: bool = False) -> User:
    user = User.objects.create_user(
        login.name,
        f"{login.name}@example.org",
        login.name,
        first_name=login.name.title().replace("Ue", "Ü"),
        is_superuser=is_superuser,
    )
    UserProfile.objects.create(user=user, preferred_language="de")
    return user


def editors() -> Group:
    """Those who write: German and easy German, images, documents and what pages refer to."""
    group = group_of("Redaktion")
    group.permissions.add(*snippet_permissions())
    programmes = translations().filter(locale__language_code__in=["de", "de-simple"])
    allow_pages(group, programmes, ["add", "change", "publish"])
    allow_files(group, ["add", "change", "choose"])
    return group


def translators() -> Group:
    """Those who translate: every language but the source."""
    group = group_of("Übersetzung")
    group.permissions.add(permission("wagtail_localize", "submit_translation"))
    programmes = translations().exclude(locale__language_code__in=["de", "de-simple"])
    allow_pages(group, programmes, ["change", "publish"])
    allow_files(group, ["choose"])
    return group


def group_of(name: str) -> Group:
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(permission("wagtailadmin", "access_admin"))
    return group


def translations() -> QuerySet[Page]:
    """Give the programme in all its languages."""
    root = Site.objects.get(is_default_site=True).root_page
    return root.get_translations(inclusive=True)


def permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def snippet_permissions() -> QuerySet[Permission]:
    types = ContentType.objects.get_for_models(*get_snippet_models()).values()
    return Permission.objects.filter(content_type__in=types)


def allow_pages(group: Group, pages: Iterable[Page], actions: Iterable[str]) -> None:
    for page in pages:
        for action in actions:
            GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=permission("wagtailcore", f"{action}_page")
            )


def allow_files(group: Group, actions: Iterable[str]) -> None:
    for app, kind in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for action in actions:
            GroupCollectionPermission.objects.get_or_create(
                group=group,
                collection=Collection.get_first_root_node(),
                permission=permission(app, f"{action}_{kind}"),
            )
