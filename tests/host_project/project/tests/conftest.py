"""How tests ask the API, and the site that they ask about: made once, and committed."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, Site


@pytest.fixture(scope="session")
def home(django_db_setup: None, django_db_blocker: Any) -> Page:
    with django_db_blocker.unblock():
        return Site.objects.get(is_default_site=True).root_page


@pytest.fixture(scope="session")
def ask():
    """Ask over HTTP: give the data, or fail with the errors."""

    def ask(query: str, **variables: Any) -> Any:
        body = {"query": query, "variables": variables}
        answer = Client().post("/graphql/", body, content_type="application/json").json()
        assert "errors" not in answer, answer["errors"]
        return SimpleNamespace(**answer["data"])

    return ask


def published(parent: Page, page: Page) -> Page:
    """Create a page and publish it, as an editor does."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
