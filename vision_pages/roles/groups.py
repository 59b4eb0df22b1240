"""The groups of the roles: made where they are missing, with exactly their rights."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.urls import get_resolver
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail import hooks
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
)
from wagtail.snippets.models import get_snippet_models

from vision_pages.models import SiteSettings
from vision_pages.roles.rights import ROLES, Actions, Role
from vision_pages.roles.trees import translated_locales, trees, written_locales

Place = Page | Collection | None


@dataclass(frozen=True)
class Right:
    """A permission, for a place in a tree or everywhere."""

    permission: Permission
    place: Place = None


@dataclass(frozen=True)
class Outcome:
    """What was done to a group."""

    name: str
    created: bool
    given: int
    taken: int


@transaction.atomic
def make_groups() -> list[Outcome]:
    """Make the groups of all roles or mend their rights; who is in them stays in them."""
    return [
        mend(name, set(rights(role, locale)))
        for role in ROLES
        for name, locale in names(role).items()
    ]


def names(role: Role) -> dict[str, Locale | None]:
    """Give the names of a role's groups in the language of the site's staff."""
    with override(settings.LANGUAGE_CODE):
        if not role.by_language:
            return {str(role.name): None}
        return {
            _("%(role)s: %(language)s")
            % {"role": role.name, "language": locale.get_display_name()}: locale
            for locale in translated_locales()
        }


def groups(role: Role, locale: Locale | None = None) -> list[Group]:
    """Give a role's groups, or those of one language."""
    found = [name for name, of in names(role).items() if locale in {None, of}]
    return list(Group.objects.filter(name__in=found))


def mend(name: str, wanted: set[Right]) -> Outcome:
    group, created = Group.objects.get_or_create(name=name)
    held = set(held_by(group))
    for right in held - wanted:
        take(group, right)
    for right in wanted - held:
        give(group, right)
    return Outcome(name, created, len(wanted - held), len(held - wanted))


def rights(role: Role, locale: Locale | None = None) -> Iterator[Right]:
    """Yield what a role's group holds, for the translators of a language in this one alone."""
    translated = Locale.objects.filter(pk=locale.pk) if locale else translated_locales()
    for page in trees(written_locales()):
        yield from placed("wagtailcore", "page", role.written, page)
    for page in trees(translated):
        yield from placed("wagtailcore", "page", role.translated, page)
    yield from placed("wagtailcore", "page", role.everywhere, Page.get_first_root_node())
    collection = Collection.get_first_root_node()
    yield from placed("wagtailimages", "image", role.images, collection)
    yield from placed("wagtaildocs", "document", role.documents, collection)
    yield from placed("wagtailcore", "collection", role.collections, collection)
    yield from map(Right, general(role))


def general(role: Role) -> Iterator[Permission]:
    """Yield the permissions that hold everywhere."""
    for model in get_snippet_models():
        actions = role.site_settings if model is SiteSettings else role.snippets
        yield from permissions(model._meta.app_label, model._meta.model_name, actions)
    for name in ("wagtailadmin.access_admin", *role.permissions):
        app, codename = name.split(".")
        yield from Permission.objects.filter(content_type__app_label=app, codename=codename)
    if role.all_permissions:
        yield from registered()


def registered() -> Iterator[Permission]:
    """Yield what Wagtail's group form offers; some is registered with the admin's addresses."""
    get_resolver().url_patterns  # noqa: B018
    for hook in hooks.get_hooks("register_permissions"):
        yield from hook()


def placed(app: str, kind: str, actions: Actions, place: Place) -> Iterator[Right]:
    return map(partial(Right, place=place), permissions(app, kind, actions))


def permissions(app: str, kind: str, actions: Actions) -> Iterator[Permission]:
    names = [f"{action}_{kind}" for action in actions]
    yield from Permission.objects.filter(content_type__app_label=app, codename__in=names)


def held_by(group: Group) -> Iterator[Right]:
    yield from map(Right, group.permissions.all())
    for on_page in group.page_permissions.select_related("page", "permission"):
        yield Right(on_page.permission, on_page.page)
    for on_files in group.collection_permissions.select_related("collection", "permission"):
        yield Right(on_files.permission, on_files.collection)


def give(group: Group, right: Right) -> None:
    if isinstance(right.place, Page):
        GroupPagePermission.objects.create(
            group=group, page=right.place, permission=right.permission
        )
    elif isinstance(right.place, Collection):
        GroupCollectionPermission.objects.create(
            group=group, collection=right.place, permission=right.permission
        )
    else:
        group.permissions.add(right.permission)


def take(group: Group, right: Right) -> None:
    if isinstance(right.place, Page):
        group.page_permissions.filter(page=right.place, permission=right.permission).delete()
    elif isinstance(right.place, Collection):
        group.collection_permissions.filter(
            collection=right.place, permission=right.permission
        ).delete()
    else:
        group.permissions.remove(right.permission)
