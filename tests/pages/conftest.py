"""A programme with a vision, a project, their stages and the Leitbild history."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from tests.factories import (
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import (
    LeitbildEntryPage,
    LeitbildHistoryPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StagePage,
    VisionPage,
)


@pytest.fixture
def programme(db) -> ProgrammePage:
    home = Site.objects.get(is_default_site=True).root_page
    return ProgrammeFactory(parent=home, title="Stadt der Zukunft")


@pytest.fixture
def vision(programme) -> VisionPage:
    return VisionFactory(parent=programme, title="Köln 21")


@pytest.fixture
def stage(vision) -> StagePage:
    return StageFactory(parent=vision, title="Beteiligung")


@pytest.fixture
def index(programme) -> ProjectIndexPage:
    return ProjectIndexFactory(parent=programme)


@pytest.fixture
def project(index, vision) -> ProjectPage:
    return ProjectFactory(parent=index, title="Standortmarke", serves=[vision])


@pytest.fixture
def history(programme) -> LeitbildHistoryPage:
    return LeitbildHistoryFactory(parent=programme)


@pytest.fixture
def entry(history) -> LeitbildEntryPage:
    return LeitbildEntryFactory(parent=history)


@pytest.fixture
def refused():
    """Give what publishing refuses, by field, with the page's or term's `values` set."""

    def refused(thing, **values):
        for name, value in values.items():
            setattr(thing, name, value)
        try:
            thing.full_clean()
        except ValidationError as error:
            return error.message_dict
        return {}

    return refused
