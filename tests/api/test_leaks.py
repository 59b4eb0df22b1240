"""The leak matrix: whatever is not public is nowhere in any answer."""

import json
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import (
    Page,
    PageViewRestriction,
    Site,
)

from tests.api.conftest import read_again
from tests.api.leaks import SECRET, answer, published, says_nothing
from tests.factories import (
    ActorFactory,
    ContactPointFactory,
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
)
from vision_pages.models.actor import Role


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
    return SimpleNamespace(home=home, secret=secret, stage=stage, vision=vision)


@pytest.fixture(scope="module")
def shared_linked(home):
    return linked_city(home)


@pytest.fixture
def linked(shared_linked):
    return read_again(shared_linked)


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


def test_a_public_page_is_everywhere(ask, linked):
    text = answer(ask, linked.secret)

    assert text.count(SECRET) > 40


@pytest.mark.parametrize("hide", HIDINGS, ids=lambda hide: hide.__name__)
def test_a_hidden_page_is_nowhere(ask, linked, hide):
    hide(linked)
    text = answer(ask, linked.secret)

    assert says_nothing(text, linked.secret), text
    found = json.loads(text)["data"]
    assert found["visions"]["totalCount"] == 1
    assert found["running"]["totalCount"] == 1
    assert found["stages"]["totalCount"] == 0
    assert found["participationEvents"]["totalCount"] == 0
    assert found["ofVision"]["totalCount"] in {0, 1}


@pytest.mark.parametrize("path", ["/en/geheim/", "/de/geheim/", "/", "", "/de//", "/xx/"])
def test_a_hidden_page_is_answered_like_an_absent_one(ask, linked, path):
    draft(linked)
    query = (
        "query($path: String!) { route(path: $path) { __typename } page(by: {path: $path}) { id } }"
    )

    hidden = ask(query, path=f"/de/{linked.secret.url_path.split('/', 2)[2]}")
    absent = ask(query, path="/de/programm/gibt-es-nicht/")

    assert hidden == absent
    assert ask(query, path=path)["data"]["page"] is None or path in {"/de//", "/", ""}


def test_an_unpublished_edit_is_nowhere(ask, linked):
    city = linked
    partner = ActorFactory()
    before = answer(ask, city.vision)
    city.vision.title = SECRET + " neu"
    city.vision.goal = f"<p>{SECRET} neu</p>"
    city.vision.actors.add(VisionActor(actor=partner, role=Role.PARTNER))

    city.vision.save_revision()

    assert answer(ask, city.vision) == before


def test_a_draft_snippet_is_nowhere(ask, linked):
    city = linked
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
