"""A programme with a vision, and a client that may edit them."""

import pytest
from django.test import Client
from wagtail.models import Page, Site

from tests.factories import ProgrammeFactory, VisionFactory
from vision_pages.models import ProgrammePage, VisionPage


@pytest.fixture
def programme(db) -> ProgrammePage:
    page = ProgrammeFactory(parent=Page.get_first_root_node(), title="Stadt der Zukunft")
    Site.objects.update(root_page=page)
    return page


@pytest.fixture
def vision(programme) -> VisionPage:
    return VisionFactory(parent=programme, title="Köln 21")


@pytest.fixture
def editor(admin_client) -> Client:
    return admin_client
