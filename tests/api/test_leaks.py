"""The leak matrix: whatever is not public is nowhere in any answer."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)

from graphql_api.types.node import GlobalId
from tests.factories import (
    ActorFactory,
    ContactPointFactory,
    DocumentFactory,
    ImageFactory,
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ParticipationEventFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndexFactory,
    SiteSettingsFactory,
    StageFactory,
    StrategyFactory,
    VisionFactory,
)
from vision_pages.models import (
    FeaturedPage,
    LeitbildEntryVision,
    VisionActor,
    VisionLink,
    VisionPage,
)
from vision_pages.models.actor import Role

EVERYTHING = (Path(__file__).parent / "everything.graphql").read_text(encoding="utf-8")
SECRET = "Geheim"

pytestmark = pytest.mark.django_db


def published(page: Page) -> Page:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def linked_city(home: Page) -> SimpleNamespace:
    """A public city in which everything that can name a page names the vision `secret`."""
    programme = ProgrammeFactory(parent=home, title="Programm")
    secret = VisionFactory(parent=programme, title=SECRET, motto=SECRET)
    stage = StageFactory(parent=secret, title=f"{SECRET} Stufe", start_date="2021")
    stage.participation_events.add(ParticipationEventFactory.build(title=f"{SECRET} Umfrage"))
    published(stage)
    vision = VisionFactory(parent=programme, title="Offen", start_date="2019", end_date="2020")
    vision.successor = secret
    vision.goal = f'<p>Siehe <a linktype="page" id="{secret.pk}">dort</a>.</p>'
    vision.linked_visions.add(VisionLink(target=secret))
    link = {"label": "dort", "page": secret, "url": "", "document": None, "language": ""}
    vision.foundations = [("link", {"link": link, "description": ""})]
    vision.body = [
        ("link", {"link": link, "description": ""}),
        ("participation_teaser", {"title": "Mitmachen", "description": "", "page": secret}),
        ("rich_text", {"content": vision.goal, "language": ""}),
    ]
    published(vision)
    programme.featured.add(FeaturedPage(target=secret))
    published(programme)
    index = ProjectIndexFactory(parent=programme)
    ProjectFactory(parent=index, title="Vorhaben", serves=[vision, secret])
    history = LeitbildHistoryFactory(parent=programme)
    entry = LeitbildEntryFactory(parent=history, title="Ereignis")
    entry.related_visions.add(LeitbildEntryVision(target=secret))
    published(entry)
    SiteSettingsFactory(
        imprint_page=secret,
        main_navigation=[("item", {"label": "", "page": secret, "url": ""})],
    )
    return SimpleNamespace(
        home=home, programme=programme, secret=secret, stage=stage, vision=vision, index=index
    )


def answer(ask: Any, page: Page, locale: str = "de") -> str:
    """Ask everything about a page, and around it."""
    key = str(page.translation_key)
    ids = [str(GlobalId("Vision", key, code)) for code in ("de", "en")]
    path = f"/{page.locale.language_code}/{page.url_path.split('/', 2)[2]}"
    found = ask(EVERYTHING, path=path, key=key, id=ids[0], ids=ids, locale=locale)

    assert "errors" not in found, found
    return json.dumps(found, ensure_ascii=False)


def says_nothing(text: str, page: Page) -> bool:
    ids = [str(GlobalId("Vision", str(page.translation_key), code)) for code in ("de", "en")]
    return (
        SECRET.lower() not in text.lower()
        and str(page.translation_key) not in text
        and not any(own in text for own in ids)
    )


def draft(city: SimpleNamespace) -> None:
    city.secret.unpublish()
    city.stage.unpublish()


def scheduled(city: SimpleNamespace) -> None:
    draft(city)
    for page in (city.secret, city.stage):
        page.refresh_from_db()
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()


def expired(city: SimpleNamespace) -> None:
    for page in (city.secret, city.stage):
        type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
        type(page).objects.get(pk=page.pk).save()


def behind_login(city: SimpleNamespace) -> None:
    PageViewRestriction.objects.create(page=city.secret, restriction_type="login")


def behind_password(city: SimpleNamespace) -> None:
    PageViewRestriction.objects.create(
        page=city.secret, restriction_type="password", password="geheim"
    )


def behind_group(city: SimpleNamespace) -> None:
    restriction = PageViewRestriction.objects.create(page=city.secret, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Redaktion"))


def below_restricted(city: SimpleNamespace) -> None:
    below = ProgrammeFactory(parent=city.home, title="Intern")
    PageViewRestriction.objects.create(page=below, restriction_type="login")
    city.secret.move(below, pos="last-child")


def elsewhere(city: SimpleNamespace) -> None:
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=Page(title="Anderswo", slug="anderswo"))
    Site.objects.create(hostname="anderswo.example", root_page=other)
    programme = ProgrammeFactory(parent=other, title="Anderes Programm")
    city.secret.move(programme, pos="last-child")


def deleted(city: SimpleNamespace) -> None:
    Page.objects.get(pk=city.secret.pk).specific.delete()


def taken_by_update(city: SimpleNamespace) -> None:
    Page.objects.filter(pk__in=[city.secret.pk, city.stage.pk]).update(live=False)


HIDINGS: list[Callable[[SimpleNamespace], None]] = [
    draft,
    scheduled,
    expired,
    behind_login,
    behind_password,
    behind_group,
    below_restricted,
    elsewhere,
    deleted,
    taken_by_update,
]


def test_a_public_page_is_everywhere(ask, home):
    city = linked_city(home)

    text = answer(ask, city.secret)

    assert text.count(SECRET) > 40


@pytest.mark.parametrize("hide", HIDINGS, ids=lambda hide: hide.__name__)
def test_a_hidden_page_is_nowhere(ask, home, hide):
    city = linked_city(home)

    hide(city)
    text = answer(ask, city.secret)

    assert says_nothing(text, city.secret), text
    found = json.loads(text)["data"]
    assert found["visions"]["totalCount"] == 1
    assert found["running"]["totalCount"] == 1
    assert found["stages"]["totalCount"] == 0
    assert found["participationEvents"]["totalCount"] == 0
    assert found["ofVision"]["totalCount"] in {0, 1}


@pytest.mark.parametrize("path", ["/en/geheim/", "/de/geheim/", "/", "", "/de//", "/xx/"])
def test_a_hidden_page_is_answered_like_an_absent_one(ask, home, path):
    city = linked_city(home)
    draft(city)
    query = "query($path: String!) { route(path: $path) { __typename } page(by: {path: $path}) { id } }"

    hidden = ask(query, path=f"/de/{city.secret.url_path.split('/', 2)[2]}")
    absent = ask(query, path="/de/programm/gibt-es-nicht/")

    assert hidden == absent
    assert ask(query, path=path)["data"]["page"] is None or path in {"/de//", "/", ""}


def test_an_unpublished_edit_is_nowhere(ask, home):
    city = linked_city(home)
    partner = ActorFactory()
    before = answer(ask, city.vision)
    city.vision.title = SECRET + " neu"
    city.vision.goal = f"<p>{SECRET} neu</p>"
    city.vision.actors.add(VisionActor(actor=partner, role=Role.PARTNER))

    city.vision.save_revision()

    assert answer(ask, city.vision) == before


def test_an_alias_of_a_restricted_page_is_nowhere(ask, home):
    programme = ProgrammeFactory(parent=home, title="Programm")
    source = VisionFactory(parent=programme, title=SECRET)
    below = ProgrammeFactory(parent=home, title="Zweites")
    alias = source.create_alias(parent=below)
    assert SECRET in answer(ask, alias)

    PageViewRestriction.objects.create(page=source, restriction_type="login")

    assert says_nothing(answer(ask, alias), alias)


def test_an_unreleased_translation_is_nowhere(ask, home):
    english = Locale.objects.get_or_create(language_code="en")[0]
    programme = ProgrammeFactory(parent=home, title="Programm")
    vision = VisionFactory(parent=programme, title="Offen")
    translation = vision.copy_for_translation(english, copy_parents=True)
    translation.title = SECRET
    translation.save_revision()

    text = answer(ask, vision, locale="en")

    assert SECRET not in text
    found = json.loads(text)["data"]
    assert found["byKey"]["language"]["isFallback"] is True
    assert [one["locale"] for one in found["byKey"]["language"]["alternates"]] == ["de"]


def test_placeholders_of_untranslated_parents_are_nowhere(ask, home):
    english = Locale.objects.get_or_create(language_code="en")[0]
    programme = ProgrammeFactory(parent=home, title="Programm")
    vision = VisionFactory(parent=programme, title="Vision")

    vision.copy_for_translation(english, copy_parents=True).save_revision().publish()

    found = ask('{ programme(locale: "en") { language { locale isFallback } } }')
    assert found["data"]["programme"]["language"] == {"locale": "de", "isFallback": True}


def test_a_translation_of_a_restricted_page_is_nowhere(ask, home):
    english = Locale.objects.get_or_create(language_code="en")[0]
    programme = ProgrammeFactory(parent=home, title="Programm")
    vision = VisionFactory(parent=programme, title="Offen")
    translation = vision.copy_for_translation(english, copy_parents=True)
    translation.title = SECRET
    published(translation)

    PageViewRestriction.objects.create(page=vision, restriction_type="login")

    assert says_nothing(answer(ask, translation, locale="en"), translation)


def test_a_draft_snippet_is_nowhere(ask, home):
    city = linked_city(home)
    contact = ContactPointFactory(name=SECRET, live=False)
    strategy = StrategyFactory(name=SECRET, code="geheim", live=False)
    actor = ActorFactory(name=SECRET, live=False)
    city.vision.contacts.set([contact])
    city.vision.strategies.set([strategy])
    city.vision.actors.add(VisionActor(actor=actor, role=Role.PARTNER))
    city.vision.body = [("contact", {"contact": contact})]
    city.vision.title = "Andere"
    published(city.vision)
    city.secret.delete()

    text = answer(ask, city.vision)

    assert SECRET.lower() not in text.lower().replace('["geheim"]', "")
    assert json.loads(text)["data"]["ofTerm"]["totalCount"] == 0


@pytest.mark.parametrize("depth", [0, 1])
def test_files_of_a_private_collection_are_nowhere(ask, home, depth):
    private = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    collection = private.add_child(name="Unten") if depth else private
    image = ImageFactory(title=SECRET, collection=collection, credit=SECRET)
    document = DocumentFactory(title=SECRET, collection=collection)
    programme = ProgrammeFactory(parent=home, title="Programm", hero_image=image, hero_alt="Bild")
    programme.body = [
        ("image", {"image": image, "caption": "Bild"}),
        ("download", {"document": document, "title": "Datei", "description": "", "kind": ""}),
    ]
    published(programme)

    text = answer(ask, programme)

    assert SECRET.lower() not in text.lower()
    assert document.filename not in text
    assert image.filename not in text
