"""A city with one of everything that is edited, a frontend that shows drafts, and who runs it."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, Locale
from wagtail.models import Page as WagtailPage
from wagtail_localize.models import Translation, TranslationSource

from cms.settings import dev
from graphql_api.frontends.tokens import create
from graphql_api.models import Frontend, Operation
from graphql_api.previews.sharing import share
from graphql_api.registration.manifest import Entry
from graphql_api.registration.registering import change
from tests.browser.frontend.conftest import LINK, full_body, place_site
from tests.browser.tasks.conftest import at_work, browsing
from tests.factories import (
    DistrictFactory,
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
    StrategicGoalFactory,
    VisionFactory,
)
from vision_pages.models import FeaturedPage, LeitbildEntryVision, ProjectLocation
from vision_pages.models.archive import set_archived

__all__ = ["at_work", "browsing", "full_body"]


@pytest.fixture
def city(live_server: Any, settings: Any) -> SimpleNamespace:
    """Give one page of each type; a stage lacks something, a project has a link that says nothing.

    Drafts do not save themselves while a test looks at them.
    """
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    settings.FRONTEND, settings.STATICFILES_DIRS = dev.FRONTEND, dev.STATICFILES_DIRS
    programme = ProgrammeFactory(parent=WagtailPage.get_first_root_node(), title="Stadt")
    place_site(programme, live_server.thread)
    call_command("create_roles", verbosity=0)
    vision = VisionFactory(parent=programme, title="Köln 21")
    stage = StageFactory(parent=vision, title="Umfrage", end_date="2021")
    stage.participation_events = [ParticipationEventFactory.build(title="", page=stage)]
    stage.save_revision(clean=False)
    index = ProjectIndexFactory(parent=programme)
    project = ProjectFactory(parent=index, title="Garten 01", serves=[vision])
    project.body = [("link", {"link": LINK | {"label": "hier"}, "description": ""})]
    project.save_revision().publish()
    history = LeitbildHistoryFactory(parent=programme)
    entry = LeitbildEntryFactory(parent=history)
    frontend = Frontend.objects.create(
        name="Stadtseite",
        base_address=live_server.url,
        preview_address=f"{live_server.url}{{path}}#preview={{token}}",
    )
    return SimpleNamespace(
        programme=programme,
        vision=vision,
        stage=stage,
        index=index,
        project=project,
        history=history,
        entry=entry,
        frontend=frontend,
    )


@pytest.fixture
def more(city: SimpleNamespace, full_body: None) -> SimpleNamespace:
    """Add what else has a view: terms, files, a translation, what is archived, shared, a token."""
    owner = User.objects.create_superuser("Stadt")
    archived = ProjectFactory(parent=city.index, title="Platz", serves=[city.vision])
    set_archived(archived, owner, archived=True)
    fill(city)
    item = {"label": "", "page": city.vision, "url": "", "children": []}
    profile = {"name": "Mastodon", "url": "https://example.org/@koeln"}
    soon = timezone.now() + timedelta(days=2)
    library = {"collection": Collection.get_first_root_node()}
    return SimpleNamespace(
        archived=archived,
        translation=translation(city.project),
        easy=easy(city),
        shared=share(city.vision, owner, name="An das Amt", ends_at=soon, frontend=city.frontend),
        token=create(city.frontend, "Bau", owner)[0],
        operation=operation(city.frontend),
        goal=StrategicGoalFactory(),
        district=DistrictFactory(),
        settings=SiteSettingsFactory(
            main_navigation=[("item", item)], social_profiles=[("profile", profile)]
        ),
        image=ImageFactory(**library),
        document=DocumentFactory(**library),
    )


def operation(frontend: Frontend) -> Operation:
    """Have an operation of a frontend be registered."""
    document = "query Count { visions { totalCount } }"
    change(frontend, [Entry("count.graphql", document)]).make()
    return Operation.objects.get()


def fill(city: SimpleNamespace) -> None:
    """Have a row in what is repeated on pages."""
    decision = {"body_name": "Rat", "date": "2021-06"}
    city.vision.former_names = [("name", "Leitbild 21")]
    city.vision.council_decisions = [("decision", decision)]
    city.vision.key_facts = [("key_fact", {"value": "7", "label": "Orte"})]
    city.entry.sources = [("source", {"title": "Bericht"})]
    city.entry.related_visions = [LeitbildEntryVision(target=city.vision)]
    city.programme.featured = [FeaturedPage(target=city.vision)]
    city.project.citywide, city.project.locations = False, [ProjectLocation(label="Platz")]
    for page in (city.vision, city.entry, city.programme, city.project):
        page.save_revision(clean=False).publish()


def easy(city: SimpleNamespace) -> WagtailPage:
    """Have the programme in Leichte Sprache, and change what it was written from."""
    simple, _created = Locale.objects.get_or_create(language_code="de-simple")
    page = city.programme.copy_for_translation(simple)
    page.save_revision().publish()
    city.programme.summary = "Etwas anderes."
    city.programme.save_revision(clean=False).publish()
    return page


def translation(page: Any) -> WagtailPage:
    """Have a page translated string by string."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return translation.get_target_instance()
