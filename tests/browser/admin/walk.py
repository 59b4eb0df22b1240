"""Which views in the admin are ours, and at which addresses a city shows each of them."""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import User
from django.urls import URLPattern, get_resolver, resolve, reverse
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from tests.browser.test_overview import OURS
from vision_pages.exchange.exporting import export
from vision_pages.models import (
    Actor,
    ContactPoint,
    FieldOfAction,
    TranslationStart,
    TranslationUpload,
)

# Parts of other views, answers without a page of ours, and a form that is walked as such.
NO_PAGES = re.compile(
    r"_results$|:preview_on_|:revisions_|_upload_|_download_|_segment_notes$|_preview_source$"
    r"|machine_translate/$"
)
FORMS = {"index", "list", "add", "edit", "delete", "inspect"}


def is_ours(view: Any) -> bool:
    """Say whether a view or view set is ours, or builds on one of ours."""
    kinds = getattr(view, "__mro__", [view])
    return any(kind.__module__.startswith(("vision_pages.", "graphql_api.")) for kind in kinds)


def patterns(resolver: Any, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, str, Any]]:
    """Yield the namespace, name and view of each address below."""
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            view = getattr(one.callback, "view_class", one.callback)
            yield ":".join(spaces), one.name or str(one.pattern), view
        else:
            yield from patterns(one, (*spaces, one.namespace) if one.namespace else spaces)


def views() -> set[str]:
    """Name the views that are ours: our classes, our lists and forms, and those of our pages."""
    registered = [one for one in viewsets.viewsets if is_ours(type(one))]
    types = [one for one in registered if isinstance(one, PageViewSet)]
    spaces = {one.url_namespace for one in registered if one not in types}
    found = {
        f"{space}:{name}" if space else name
        for space, name, view in patterns(get_resolver("wagtail.admin.urls"))
        if is_ours(view) or (space in spaces and name in FORMS)
    }
    found = {one_of_many(name) for name in found if not NO_PAGES.search(name)}
    return found | {name for one in types for name in page_views(one)}


def page_views(viewset: PageViewSet) -> Iterator[str]:
    for name in dir(viewset):
        view = name.removesuffix("_view_class")
        if view != name and is_ours(getattr(viewset, name)):
            kind = f" {viewset.model.__name__}" if view == "edit" else ""
            yield f"wagtailadmin_pages:{view}{kind}"


def one_of_many(name: str) -> str:
    """Give snippets' views one name for all kinds: apart from their forms they are the same."""
    return name if name.endswith(":edit") else re.sub(r"^wagtailsnippets_\w+:", "snippet:", name)


def walked(address: str) -> str:
    """Name the view that an address shows."""
    match = resolve(address)
    if match.view_name != "wagtailadmin_pages:edit":
        return one_of_many(match.view_name)
    page = Page.objects.get(pk=match.args[0] if match.args else match.kwargs["page_id"])
    return f"{match.view_name} {page.specific_class.__name__}"


def elsewhere() -> set[str]:
    """Name the views of ours that test_overview walks."""
    return {walked(address) for address in OURS}


def at(space: str, names: str, *args: object) -> list[str]:
    """Give the addresses of several views of the same thing."""
    return [reverse(f"{space}:{name}" if space else name, args=args) for name in names.split()]


def addresses(city: SimpleNamespace, more: SimpleNamespace) -> list[str]:
    """Give the addresses of all views of ours."""
    return [
        *pages(city, more),
        *at("shared_previews", "index"),
        *at("shared_previews", "moment share", city.vision.pk),
        *at("shared_previews", "link revoke", more.shared.pk),
        *at("graphql_api_root", "shared_preview", "vorbei"),
        *at("frontends", "index add"),
        *at("frontends", "edit inspect tokens delete", city.frontend.pk),
        *at("frontends", "revoke_token", city.frontend.pk, more.token.pk),
        *at("", "frontend_operations", city.frontend.pk),
        *at("", "remove_frontend_operation", city.frontend.pk, more.operation.pk),
        *files(),
        *snippets(more),
        *at("wagtailimages", "edit", more.image.pk),
        *at("wagtaildocs", "edit", more.document.pk),
    ]


def files() -> list[str]:
    """Give where files are brought and what one would do, for who is at work."""
    translation = Translation.objects.earliest("pk")
    content = export(translation, "2.1")
    user = User.objects.get(username="Administration")
    brought = TranslationUpload.objects.create(user=user, name="Garten.xlf", content=content)
    return [
        *at("", "vision_pages_import"),
        *at("", "vision_pages_review_upload", brought.pk),
        *at("", "vision_pages_translation_files", translation.pk),
        *at("vision_pages_overview", "translations_files"),
    ]


def started(page: Page) -> int:
    """Have the pages below one be given to translators, and be halfway there."""
    user = User.objects.get(username="Administration")
    failed = ["Ein Garten"]
    start = TranslationStart.objects.create(page=page, user=user, total=4, done=2, failed=failed)
    start.locales.add(Translation.objects.earliest("pk").target_locale)
    return start.pk


def pages(city: SimpleNamespace, more: SimpleNamespace) -> list[str]:
    written = [*vars(city).values(), more.translation, more.easy]
    edited = [one for one in written if isinstance(one, Page)]
    return [
        *(address for one in edited for address in at("wagtailadmin_pages", "edit", one.pk)),
        *at("wagtailadmin_pages", "add", "vision_pages", "stagepage", city.vision.pk),
        *at("wagtailadmin_pages", "delete unpublish", city.vision.pk),
        *at("", "vision_pages_archive", city.vision.pk),
        *at("", "vision_pages_restore", more.archived.pk),
        *at("", "vision_pages_begin_easy", city.vision.pk),
        *at("", "vision_pages_still_true", more.easy.pk),
        *at("", "vision_pages_video_still_true", city.vision.pk),
        *at("", "vision_pages_convert_to_alias", more.translation.pk),
        *at("", "vision_pages_translation_start", started(city.vision)),
        *at("", "vision_pages_submit_page", city.vision.pk),
        *at("", "vision_pages_release_translations", city.project.pk),
        *at("", "vision_pages_synchronise", TranslationSource.objects.get().pk),
        *at("", "vision_pages_convert_to_alias", more.translation.pk),
        *at("", "vision_pages_beside_source", Translation.objects.get().pk),
    ]


def snippets(more: SimpleNamespace) -> list[str]:
    """Give the form of each kind, and the other views of actors."""
    kinds = [model.objects.earliest("pk") for model in (Actor, ContactPoint, FieldOfAction)]
    forms = [*kinds, more.goal, more.goal.strategy, more.district, more.settings]
    space, *spaces = [one.snippet_viewset.url_namespace for one in forms]
    return [
        *at(space, "list add"),
        *at(space, "edit delete unpublish", kinds[0].pk),
        *(at(one, "edit", form.pk)[0] for one, form in zip(spaces, forms[1:], strict=True)),
        *at(spaces[-1], "list"),
        *at("", "vision_pages_submit_term", "vision_pages", "actor", kinds[0].pk),
    ]
