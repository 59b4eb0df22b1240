"""A site, and how its entries in search are read."""

from typing import Any

import pytest
from django.db import connection
from wagtail.models import Page, Site

from graphql_api.documents.identity import source_of
from graphql_api.documents.search.models import SearchEntry
from tests.factories import ProgrammeFactory


@pytest.fixture
def root(db) -> Page:
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def programme(root: Page) -> Any:
    return ProgrammeFactory(parent=root, title="Programm")


def entry_of(instance: Any) -> SearchEntry | None:
    return SearchEntry.objects.filter(document__source=source_of(instance)).first()


def matches(instance: Any, query: str) -> bool:
    """Say whether the entry of a page matches an expression over words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vector @@ %s::tsquery FROM graphql_api_searchentry WHERE document_id = %s",
            [query, entry_of(instance).pk],
        )
        return cursor.fetchone()[0]
