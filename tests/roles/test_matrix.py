"""What each role may do, asked of Wagtail's permission testers and of the admin's views."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, Locale, Page, Site

from graphql_api.frontends.models import Frontend
from graphql_api.previews.sharing import share
from tests.factories import (
    ActorFactory,
    ContactPointFactory,
    DistrictFactory,
    DocumentFactory,
    FieldOfActionFactory,
    ImageFactory,
    SiteSettingsFactory,
    StageFactory,
    StrategicGoalFactory,
    StrategyFactory,
    VisionFactory,
)
from tests.roles.conftest import GROUPS

# Columns: editorial team, specialist department, press office, accessibility, who translate into
# English, review and release that, reader group, administration. docs/reference/roles.md shows the
# same table.
MATRIX = {
    # Pages in German and Leichte Sprache
    "add a page": "x.x.....x",
    "edit a page and comment on it": "xxxx....x",
    "edit a page in Leichte Sprache": "xxxx....x",
    "send a page into the workflow": "xxxx....x",
    "share a preview of a page": "xxxx....x",
    "revoke what others have shared": "..x.....x",
    "publish or schedule a page": "..x.....x",
    "unpublish a page": "..x.....x",
    "archive a page and bring it back": "..x.....x",
    "lock a page": "..x.....x",
    "unlock what others have locked": "..x.....x",
    "set who may see a page": "..x.....x",
    "put pages in another order": "..x.....x",
    "move a draft": "x.x.....x",
    "move a published page": "..x.....x",
    "delete a draft": "xxxx....x",
    "delete a published page": "..x.....x",
    "delete a page with pages below": "........x",
    "add a page tree": "........x",
    # Translations
    "start and synchronise a translation": "..x.....x",
    "edit an English page": "....xx..x",
    "send an English page into the workflow": "....xx..x",
    "share a preview of an English page": "..x.xxx.x",
    "publish an English page": "..x...x.x",
    "unpublish an English page": "..x...x.x",
    "add an English page of its own": "........x",
    "edit a Turkish page": "........x",
    "publish a Turkish page": "..x.....x",
    "edit an English term, actor or contact": "..x.xx..x",
    "publish an English term, actor or contact": "..x...x.x",
    "edit English site settings": "..x.xxx.x",
    "edit a Turkish term, actor or contact": "..x.....x",
    # What German pages refer to
    "add an actor": "x.x.....x",
    "edit an actor": "xxxx....x",
    "publish an actor": "..x.....x",
    "delete an actor": "........x",
    "add a term or contact": "x.x.....x",
    "edit a term or contact": "xxx.....x",
    "publish a term or contact": "..x.....x",
    "delete a term or contact": "........x",
    "add site settings": "........x",
    "edit site settings": "..x.....x",
    "publish site settings": "..x.....x",
    "delete site settings": "........x",
    # Files
    "upload an image": "xxx.....x",
    "edit or delete an image": "x.xx....x",
    "upload a document": "xxx.....x",
    "edit or delete a document": "x.xx....x",
    "make a collection": "........x",
    # The site
    "keep redirects": "..x.....x",
    "see the report of what was done": "xxxxxxxxx",
    "see the report of old pages": "xxxxxxx.x",
    "see the report of shared previews": "xxxxxxx.x",
    "see the report of locked pages": "..x.....x",
    "see and export the report of initiatives": "xxxxxxx.x",
    "see and export the report of what needs care": "xxxxxxx.x",
    "see and export the state of translations": "xxxxxxx.x",
    "see and export what the start page has to say": "xxxxxxx.x",
    "see workflows in progress": "xxxxxxx.x",
    "change workflows and their tasks": "........x",
    "keep users": "........x",
    "keep groups": "........x",
    "keep sites": "........x",
    "keep frontends": "........x",
    "keep languages": "........x",
}

SNIPPET_VIEWS = {"add": "add", "edit": "edit", "publish": "unpublish", "delete": "delete"}

REFERENCE = Path(__file__).parents[2] / "docs/reference/roles.md"

Question = Callable[[User, Client], bool]


@pytest.fixture
def questions(vision, programme) -> dict[str, Question]:
    """Give what is asked for each line of the matrix."""
    return dict(
        [
            *of_pages(vision, programme),
            *of_translations(vision, programme),
            *of_snippets(),
            *of_files(),
            *of_the_site(),
        ]
    )


def frontend() -> Frontend:
    """Give a frontend that shows drafts."""
    return Frontend.objects.create(
        name="Stadt", base_address="https://stadt.example", preview_address="https://stadt.example/"
    )


def permitted(action: str, page: Page, *arguments: Any) -> Question:
    return lambda user, client: bool(
        getattr(page.permissions_for_user(user), f"can_{action}")(*arguments)
    )


def view(name: str, *arguments: Any) -> Question:
    """Ask for a view: who may not see it is led away."""
    return lambda user, client: client.get(reverse(name, args=arguments)).status_code == 200


def report(name: str) -> Question:
    """Ask for one of our reports, and for it as a spreadsheet."""
    address = reverse(f"vision_pages_overview:{name}")
    addresses = (address, f"{address}?export=xlsx")
    return lambda user, client: all(client.get(each).status_code == 200 for each in addresses)


def both(*questions: Question) -> Question:
    return lambda user, client: all(question(user, client) for question in questions)


def every(questions: list[Question]) -> Question:
    """Ask several times what has one answer."""

    def ask(user: User, client: Client) -> bool:
        [answer] = {question(user, client) for question in questions}
        return answer

    return ask


def of_pages(vision: Page, programme: Page) -> Iterator[tuple[str, Question]]:
    draft = VisionFactory(parent=programme, live=False)
    stage, draft_stage = StageFactory(parent=vision), StageFactory(parent=vision, live=False)
    other = VisionFactory(parent=programme)
    easy = programme.get_translation(Locale.objects.get(language_code="de-simple"))
    foreign = Page.objects.get(pk=vision.pk)
    foreign.locked, foreign.locked_by = True, User.objects.create_user("somebody")
    edit = view("wagtailadmin_pages:edit", draft.pk)
    yield (
        "add a page",
        both(
            permitted("add_subpage", programme),
            view("wagtailadmin_pages:add", "vision_pages", "visionpage", programme.pk),
        ),
    )
    yield "edit a page and comment on it", edit
    yield "edit a page in Leichte Sprache", view("wagtailadmin_pages:edit", easy.pk)
    yield "send a page into the workflow", both(edit, permitted("submit_for_moderation", draft))
    yield "share a preview of a page", view("shared_previews:share", draft.pk)
    theirs = share(
        draft,
        foreign.locked_by,
        name="",
        ends_at=timezone.now() + timedelta(1),
        frontend=frontend(),
    )
    yield "revoke what others have shared", view("shared_previews:revoke", theirs.pk)
    yield "publish or schedule a page", permitted("publish", draft)
    yield "unpublish a page", view("wagtailadmin_pages:unpublish", vision.pk)
    archived = VisionFactory(parent=programme, is_archived=True)
    yield (
        "archive a page and bring it back",
        both(view("vision_pages_archive", vision.pk), view("vision_pages_restore", archived.pk)),
    )
    yield "lock a page", permitted("lock", vision)
    yield "unlock what others have locked", permitted("unlock", foreign)
    yield "set who may see a page", permitted("set_view_restrictions", vision)
    yield "put pages in another order", permitted("reorder_children", vision)
    yield "move a draft", permitted("move_to", draft_stage, other)
    yield "move a published page", permitted("move_to", stage, other)
    yield "delete a draft", view("wagtailadmin_pages:delete", draft.pk)
    yield "delete a published page", view("wagtailadmin_pages:delete", stage.pk)
    yield "delete a page with pages below", permitted("delete", vision)
    yield "add a page tree", permitted("add_subpage", Page.get_first_root_node())


def of_translations(vision: Page, programme: Page) -> Iterator[tuple[str, Question]]:
    english, turkish = (
        programme.get_translation(Locale.objects.get(language_code=code)) for code in ("en", "tr")
    )
    Page.objects.filter(pk=english.pk).update(live=True)
    yield (
        "start and synchronise a translation",
        view("wagtail_localize:submit_page_translation", vision.pk),
    )
    yield "edit an English page", view("wagtailadmin_pages:edit", english.pk)
    yield (
        "send an English page into the workflow",
        both(
            view("wagtailadmin_pages:edit", english.pk),
            permitted("submit_for_moderation", english),
        ),
    )
    yield "share a preview of an English page", view("shared_previews:share", english.pk)
    yield "publish an English page", permitted("publish", english)
    yield "unpublish an English page", view("wagtailadmin_pages:unpublish", english.pk)
    yield "add an English page of its own", permitted("add_subpage", english)
    yield "edit a Turkish page", view("wagtailadmin_pages:edit", turkish.pk)
    yield "publish a Turkish page", permitted("publish", turkish)


def of_snippets() -> Iterator[tuple[str, Question]]:
    german, english, turkish = (
        snippets(Locale.objects.get(language_code=code)) for code in ("de", "en", "tr")
    )
    kinds = {
        "an actor": german[:1],
        "a term or contact": german[1:-1],
        "site settings": german[-1:],
    }
    for kind, rows in kinds.items():
        for verb, name in SNIPPET_VIEWS.items():
            yield f"{verb} {kind}", every([snippet_view(name, row) for row in rows])
    for verb in ("edit", "publish"):
        questions = [snippet_view(SNIPPET_VIEWS[verb], row) for row in english[:-1]]
        yield f"{verb} an English term, actor or contact", every(questions)
    yield "edit English site settings", snippet_view("edit", english[-1])
    questions = [snippet_view("edit", row) for row in turkish[:-1]]
    yield "edit a Turkish term, actor or contact", every(questions)


def snippets(locale: Locale) -> list[Any]:
    """Give one of each kind in a language: an actor first, the site settings last."""
    strategy = StrategyFactory(locale=locale)
    return [
        ActorFactory(locale=locale),
        ContactPointFactory(locale=locale),
        strategy,
        StrategicGoalFactory(locale=locale, strategy=strategy),
        FieldOfActionFactory(locale=locale),
        DistrictFactory(locale=locale),
        SiteSettingsFactory(locale=locale),
    ]


def snippet_view(name: str, row: Any) -> Question:
    arguments = [] if name == "add" else [row.pk]
    return view(f"{row.snippet_viewset.url_namespace}:{name}", *arguments)


def of_files() -> Iterator[tuple[str, Question]]:
    root = Collection.get_first_root_node()
    image, document = ImageFactory(collection=root), DocumentFactory(collection=root)
    yield "upload an image", view("wagtailimages:add")
    yield (
        "edit or delete an image",
        every([view("wagtailimages:edit", image.pk), view("wagtailimages:delete", image.pk)]),
    )
    yield "upload a document", view("wagtaildocs:add")
    yield (
        "edit or delete a document",
        every([view("wagtaildocs:edit", document.pk), view("wagtaildocs:delete", document.pk)]),
    )
    collection = root.add_child(name="Plakate")
    yield (
        "make a collection",
        every(
            [
                view("wagtailadmin_collections:add"),
                view("wagtailadmin_collections:edit", collection.pk),
            ]
        ),
    )


def of_the_site() -> Iterator[tuple[str, Question]]:
    site = Site.objects.get(is_default_site=True)
    locale = Locale.objects.get(language_code="tr")
    names = {
        "keep redirects": ["wagtailredirects:index", "wagtailredirects:add"],
        "see the report of what was done": ["wagtailadmin_reports:site_history"],
        "see the report of old pages": ["wagtailadmin_reports:aging_pages"],
        "see the report of shared previews": ["shared_previews:index"],
        "see the report of locked pages": ["wagtailadmin_reports:locked_pages"],
        "see workflows in progress": [
            "wagtailadmin_reports:workflow",
            "wagtailadmin_reports:workflow_tasks",
        ],
        "change workflows and their tasks": [
            "wagtailadmin_workflows:add",
            "wagtailadmin_workflows:task_index",
        ],
        "keep users": ["wagtailusers_users:index", "wagtailusers_users:add"],
        "keep groups": ["wagtailusers_groups:index", "wagtailusers_groups:add"],
        "keep frontends": ["frontends:index", "frontends:add"],
    }
    for line, views in names.items():
        yield line, every([view(name) for name in views])
    initiatives = ("initiatives", "initiatives_timeline")
    yield "see and export the report of initiatives", both(*map(report, initiatives))
    yield "see and export the report of what needs care", report("care")
    yield "see and export the state of translations", report("translations")
    yield "see and export what the start page has to say", report("start")
    yield "keep sites", view("wagtailsites:edit", site.pk)
    yield "keep languages", view("wagtaillocales:edit", locale.pk)


def test_each_role_may_do_what_the_matrix_says(staff, clients, questions):
    call_command("create_roles", verbosity=0)

    found = {
        line: "".join("x" if ask(staff[name], clients[name]) else "." for name in GROUPS)
        for line, ask in questions.items()
    }

    assert found == MATRIX


def test_the_reference_shows_the_matrix():
    rows = [line.strip("|").split("|") for line in REFERENCE.read_text().splitlines()]
    cells = [[cell.strip() for cell in row] for row in rows if len(row) == len(GROUPS) + 1]
    [head, _line, *table] = [row for row in cells if not row[0].startswith("**")]

    assert head == ["", *GROUPS]
    assert {
        line: "".join({"✓": "x", "": "."}[mark] for mark in marks) for line, *marks in table
    } == MATRIX
