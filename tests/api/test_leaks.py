"""The leak matrix: whatever is not public is nowhere, as if it had never been there."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
)

from tests.api.leaks import answer, keys, places
from tests.api.linked_city import (
    SECRET_FILE,
    SECRET_PAGE,
    SECRET_TERM,
    LinkedCity,
    linked_city,
)
from tests.factories import ProgrammeFactory
from vision_pages.models import (
    ParticipationEvent,
    ProjectActor,
    ProjectLocation,
    VisionActor,
)

pytestmark = pytest.mark.usefixtures("unlimited")

Hide = Callable[[LinkedCity], None]

# Where a page, a term or a file is told while it is public, in the order of the matrix.
PAGES = """
route0.page.title route1.to page0.title page1.title page2.title vision0.title vision1.title
vision2.title visions0.nodes.title projects0.nodes.title stages0.nodes.title
participationEvents0.nodes.title participationEvents1.nodes.title node0.title nodes0.title
nodes0.seo.title nodes0.seo.jsonLd nodes0.seo.head.content nodes0.seo.head.attributes.content
nodes0.linkedVisions.title nodes0.successor.title nodes0.visions.title
nodes0.projects.nodes.title nodes0.leitbildEntries.title nodes0.relatedVisions.title
nodes0.stages.title nodes0.currentStage.title nodes0.initiative.title nodes0.featured.title
nodes0.parent.title nodes0.children.nodes.title nodes0.siblings.title nodes0.ancestors.title
nodes0.breadcrumbs.title nodes0.language.alternates.title nodes0.goal.html
nodes0.goal.document.children.children.href nodes0.body.content.html
nodes0.body.items.content.html nodes0.signLanguageVideos.transcript.html
nodes0.body.link.href nodes0.body.link.page.title nodes0.body.page.title
nodes0.foundations.link.href nodes0.foundations.link.page.title leitbildHistory0.entries.title
leitbildHistory0.statement.wording site0.settings.imprintPage.title
site0.settings.privacyPage.title site0.settings.accessibilityPage.title
site0.settings.easyLanguagePage.title site0.settings.signLanguagePage.title
site0.settings.mainNavigation.page.title site0.settings.mainNavigation.children.page.title
site0.settings.footerNavigation.page.title
site0.navigation0.label site0.navigation0.children.href site0.navigation1.page.title
site0.navigation2.label site0.navigation3.children.label site0.sitemap.nodes.loc
site0.redirects.nodes.to search0.nodes.title search0.edges.node.title
search0.edges.title.html search0.edges.excerpt.html search1.edges.title.parts.text
search1.didYouMean searchSuggestions0.title.html searchSuggestions0.node.title"""
TERMS = """
strategy0.name strategies0.name strategicGoal0.name strategicGoals0.name
fieldsOfAction0.name districts0.name actors0.name nodes0.contacts.name
nodes0.name nodes0.contacts.email nodes0.body.contact.name nodes0.strategies.name
nodes0.strategicGoals.name nodes0.fieldsOfAction.name nodes0.actors.actor.name
nodes0.locations.district.name nodes0.participationEvents.district.name
participationEvents0.nodes.district.name nodes0.strategy.name
site0.settings.defaultContact.name"""
FILES = """
nodes0.title nodes0.filename nodes0.seo.image.src nodes0.seo.jsonLd
nodes0.image.url nodes0.image.file.title nodes0.logo.url
actors0.logo.credit
nodes0.body.image.url nodes0.body.poster.url nodes0.body.document.title
nodes0.body.link.document.url nodes0.body.link.href nodes0.body.file.url
nodes0.body.captions.url nodes0.body.content.html nodes0.goal.html
nodes0.downloads.document.title nodes0.sources.document.title
nodes0.signLanguageVideos.file.url nodes0.signLanguageVideos.poster.credit"""
# Filters that name what is secret by its code or key: an answer to them would tell of it.
ORACLES = [
    *(f"visions{number}" for number in range(3, 8)),
    *(f"projects{number}" for number in range(1, 8)),
    *("stages1", "participationEvents2", "participationEvents3"),
]


@pytest.fixture(scope="module")
def shared_linked(home: Page) -> LinkedCity:
    return linked_city(home)


@pytest.fixture
def linked(shared_linked: LinkedCity) -> LinkedCity:
    return shared_linked.read_again()


def without(ask, city: LinkedCity, *names: str):
    """Give the answer that there is when some of the city's things were deleted."""
    with transaction.atomic():
        for name in names:
            thing = type(getattr(city, name)).objects.filter(pk=getattr(city, name).pk).first()
            if thing is not None:
                thing.delete()
        found = answer(ask, city)
        transaction.set_rollback(True)
    return found


def each(change) -> Hide:
    """Do the same to every secret page."""

    def hide(city: LinkedCity) -> None:
        for page in city.secret_pages:
            change(type(page).objects.get(pk=page.pk))

    return hide


def schedule(page: Page) -> None:
    page.unpublish()
    page.refresh_from_db()
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()


def expire(page: Page) -> None:
    page.expire_at = timezone.now() - timedelta(hours=1)
    page.save()


def restrict(kind: str) -> Callable[[Page], None]:
    def change(page: Page) -> None:
        restriction = PageViewRestriction.objects.create(
            page=page, restriction_type=kind, password="geheim"
        )
        restriction.groups.set([Group.objects.get_or_create(name="Redaktion")[0]])

    return change


def restricted_programme(city: LinkedCity) -> Page:
    below = ProgrammeFactory(parent=city.home, title="Intern")
    PageViewRestriction.objects.create(page=below, restriction_type="login")
    return Page.objects.get(pk=below.pk)


def move(city: LinkedCity, target: Page) -> None:
    for page in city.secret_pages:
        page.refresh_from_db()
        if page.get_parent() != city.secret_vision.page_ptr:
            page.move(Page.objects.get(pk=target.pk), pos="last-child")


def move_below_restricted(city: LinkedCity) -> None:
    move(city, restricted_programme(city))


def move_to_another_site(city: LinkedCity) -> None:
    other = Page.get_first_root_node().add_child(instance=Page(title="Anderswo", slug="anderswo"))
    Site.objects.create(hostname="anderswo.example", root_page=other)
    move(city, ProgrammeFactory(parent=other, title="Anderes Programm"))


def make_alias_of_restricted(city: LinkedCity) -> None:
    below = restricted_programme(city)
    for page in city.secret_pages:
        page.alias_of = page.copy(to=below, update_attrs={"slug": f"quelle-{page.pk}"})
        page.save()


PAGE_HIDINGS: dict[str, Hide] = {
    "draft": each(lambda page: page.unpublish()),
    "scheduled": each(schedule),
    "expired": each(expire),
    "restricted by login": each(restrict("login")),
    "restricted by group": each(restrict("groups")),
    "restricted by password": each(restrict("password")),
    "restricted ancestor": move_below_restricted,
    "restricted source of an alias": make_alias_of_restricted,
    "other site": move_to_another_site,
    "updated without a word": each(lambda page: Page.objects.filter(pk=page.pk).update(live=False)),
}
PAGE_NAMES = [
    "secret_below",
    "secret_vision",
    "secret_stage",
    "secret_project",
    "secret_entry",
    "secret_plain",
]
TERM_NAMES = ["contact", "goal", "strategy", "field", "district", "actor"]


SITE_FILES = ("/sitemap.xml", "/de/feed.atom", "/robots.txt")


def files(client) -> str:
    """Give what the files for crawlers and feed readers say."""
    return "".join(client.get(path).content.decode() for path in SITE_FILES)


def betrayed(found, things) -> set[str]:
    return set(places(found, *(key for thing in things for key in keys(thing))))


@pytest.mark.parametrize(
    ("word", "where"), [(SECRET_PAGE, PAGES), (SECRET_TERM, TERMS), (SECRET_FILE, FILES)]
)
def test_what_is_public_is_told_everywhere(public, word, where):
    """Each place of the matrix tells what is not secret, so each of them could leak."""
    told = set(places(public, word))

    assert [place for place in where.split() if place not in told] == []


def test_what_is_public_is_found_by_its_code_its_key_and_its_id(public, linked):
    assert [name for name in ORACLES if not public[name]["totalCount"]] == []
    things = [*linked.secret_pages, *linked.terms, *linked.files]
    assert [thing for thing in things if not betrayed(public, [thing])] == []


@pytest.fixture(scope="module")
def public(shared_linked, module_ask):
    return answer(module_ask, shared_linked)


def test_public_answers_do_not_tell_where_anything_is_edited(public):
    told = [*values_of(public, "edit")]

    assert len(told) > 100
    assert {*told} == {None}


def values_of(answer: Any, name: str) -> Iterator[Any]:
    """Yield what an answer says under a name, wherever it stands."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if key == name:
                yield value
            yield from values_of(value, name)
    elif isinstance(answer, list):
        for value in answer:
            yield from values_of(value, name)


@pytest.fixture(scope="module")
def without_pages(shared_linked, module_ask):
    return without(module_ask, shared_linked, *PAGE_NAMES)


@pytest.mark.parametrize("state", PAGE_HIDINGS)
def test_a_hidden_page_is_answered_like_one_that_never_was(
    ask, client, linked, without_pages, state
):
    assert SECRET_PAGE.lower() in files(client)
    PAGE_HIDINGS[state](linked)
    found = answer(ask, linked)

    assert SECRET_PAGE.lower() not in files(client).lower()
    assert betrayed(found, linked.secret_pages) == set()
    assert set(places(found["site0"]["redirects"], SECRET_PAGE)) == set()
    assert found == without_pages


def test_a_page_of_another_site_is_there_for_those_who_ask_that_site(ask, linked):
    move_to_another_site(linked)
    query = "{ visions { nodes { title } } stages { totalCount } }"

    assert SECRET_PAGE not in str(ask(query))
    assert SECRET_PAGE in str(ask(query, headers={"host": "anderswo.example"}))


def test_an_unpublished_edit_is_nowhere(ask, linked, public):
    for page in (linked.vision, linked.project, linked.entry, linked.first, linked.programme):
        page.title = page.summary = "Entwurf"
        page.slug = "entwurf"
        page.save_revision(clean=False)
    for term in linked.terms:
        term.name = "Entwurf"
        term.save_revision()
    linked.settings.newsletter_text = "Entwurf"
    linked.settings.save_revision()

    assert answer(ask, linked) == public


@pytest.fixture(scope="module")
def without_terms(shared_linked, module_ask):
    """The answer when the terms were deleted, and first what would have kept them."""
    with transaction.atomic():
        for role in (VisionActor, ProjectActor):
            role.objects.filter(actor=shared_linked.actor).delete()
        for place in (ProjectLocation, ParticipationEvent):
            for row in place.objects.filter(district=shared_linked.district):
                row.district = None
                row.save()
        found = without(module_ask, shared_linked, *TERM_NAMES)
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("state", ["draft", "expired"])
def test_a_hidden_term_is_answered_like_one_that_never_was(ask, linked, without_terms, state):
    for term in linked.terms:
        if state == "draft":
            term.unpublish()
        else:
            term.expire_at = timezone.now() - timedelta(hours=1)
            term.save()
    found = answer(ask, linked)

    assert betrayed(found, linked.terms) == set()
    assert found == without_terms


def test_settings_that_are_drafts_are_nowhere(ask, linked):
    linked.settings.unpublish()

    assert answer(ask, linked)["site0"]["settings"] is None


@pytest.fixture(scope="module")
def without_files(shared_linked, module_ask):
    return without(module_ask, shared_linked, "image", "file")


@pytest.mark.parametrize(
    ("kind", "depth", "announced"),
    [("login", 0, True), ("groups", 1, True), ("password", 1, False), ("login", 0, False)],
)
def test_a_private_file_is_answered_like_one_that_never_was(
    ask, linked, without_files, kind, depth, announced
):
    private = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=kind, password="geheim"
    )
    collection = private.add_child(name="Unten") if depth else private
    for file in linked.files:
        if announced:
            file.collection = collection
            file.save()
        else:
            type(file).objects.filter(pk=file.pk).update(collection=collection)
    found = answer(ask, linked)

    assert betrayed(found, linked.files) == set()
    assert found == without_files


def translate(city: LinkedCity, english) -> dict[str, Page]:
    """Copy the secret pages into English, as drafts, with all pages above them."""
    found = {}
    for name in ("secret_vision", "secret_below", "secret_stage", "secret_project", "secret_entry"):
        page = getattr(city, name)
        translation = page.copy_for_translation(english, copy_parents=True)
        translation.title = translation.draft_title = "Hidden"
        translation.save()
        found[name] = translation
    return found


def test_an_unreleased_translation_is_nowhere(ask, linked, english):
    names = translate(linked, english)
    asked = names["secret_vision"]
    found = answer(ask, linked, "en", asked)

    assert set(places(found, "hidden")) == set()
    assert found["page1"]["Vision_language"]["Language_locale"] == "de"
    for translation in reversed(names.values()):
        Page.objects.get(pk=translation.pk).delete()
    assert answer(ask, linked, "en", asked) == found

    names = translate(linked, english)
    for translation in names.values():
        translation.specific.save_revision().publish()
    released = Page.objects.get(pk=names["secret_vision"].pk).specific
    told = set(places(answer(ask, linked, "en", released), "hidden"))
    assert told >= {"route0.page.title", "visions0.nodes.title", "nodes0.language.alternates.title"}


@pytest.mark.parametrize("state", ["draft", "restricted by login", "restricted ancestor"])
def test_a_released_translation_goes_with_its_source(ask, linked, english, without_pages, state):
    for translation in translate(linked, english).values():
        translation.specific.save_revision().publish()
    assert set(places(answer(ask, linked, "en"), "hidden"))

    PAGE_HIDINGS[state](linked)

    found = answer(ask, linked, "en")
    assert set(places(found, "hidden")) == set()
    assert betrayed(found, linked.secret_pages) == set()


def test_an_actor_that_is_hidden_leaves_no_empty_role(ask, linked):
    VisionActor.objects.filter(page=linked.vision).exclude(actor=linked.actor).delete()
    linked.actor.unpublish()
    query = "query($key: ID!) { vision(by: {translationKey: $key}) { actors { role } } }"

    found = ask(query, key=str(linked.vision.translation_key))

    assert found == {"data": {"vision": {"actors": []}}}
