"""A public programme, all languages of the site, and a translator's browser."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Site

from tests.factories import (
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
    VisionFactory,
)
from tests.translation import content
from tests.translation.translator import Translator


@pytest.fixture
def languages(db) -> dict[str, Locale]:
    call_command("create_locales", verbosity=0)
    return {locale.language_code: locale for locale in Locale.objects.all()}


@pytest.fixture
def city(db) -> SimpleNamespace:
    """One page of each type, all of them public, in German."""
    programme = ProgrammeFactory(
        parent=Site.objects.get(is_default_site=True).root_page, title="Stadt der Zukunft"
    )
    vision = VisionFactory(parent=programme, title="Köln 21")
    index = ProjectIndexFactory(parent=programme)
    history = LeitbildHistoryFactory(parent=programme)
    return SimpleNamespace(
        programme=programme,
        vision=vision,
        stage=StageFactory(parent=vision, title="Umfrage"),
        index=index,
        project=ProjectFactory(parent=index, title="Standortmarke", serves=[vision]),
        history=history,
        entry=LeitbildEntryFactory(parent=history, title="Das erste Leitbild"),
    )


@pytest.fixture
def translator(admin_client, languages, django_capture_on_commit_callbacks) -> Translator:
    return Translator(admin_client, languages, django_capture_on_commit_callbacks)


@pytest.fixture
def allowing(settings) -> None:
    """Have English pages be published with the source's words where nobody translated them."""
    settings.VISION_PAGES_INCOMPLETE_TRANSLATIONS = {"en": "allow"}


@pytest.fixture
def ask(client) -> Any:
    """Ask the API over HTTP and give the data of its answer."""

    def ask(query: str, **variables: Any) -> Any:
        answer = client.post(
            "/graphql/", {"query": query, "variables": variables}, content_type="application/json"
        ).json()
        assert "errors" not in answer, answer
        return answer["data"]

    return ask


@pytest.fixture
def example(city) -> Callable[[str], Any]:
    """Give a public example of a model by its name, with words in every field."""
    return partial(content.example, city)
