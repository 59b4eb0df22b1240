"""A site with pages in two languages, and what the tests ask of documents."""

from typing import Any

import pytest
from wagtail.models import Locale, Page, Site

from graphql_api.documents import verification
from graphql_api.documents.identity import source_of
from graphql_api.documents.models import Document
from tests.factories import ProgrammeFactory


@pytest.fixture
def root(db) -> Page:
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def programme(root: Page) -> Any:
    return ProgrammeFactory(parent=root)


@pytest.fixture
def english(root: Page) -> Locale:
    locale = Locale.objects.create(language_code="en")
    root.copy_for_translation(locale)
    return locale


def document_of(instance: Any) -> Document | None:
    return Document.objects.filter(source=source_of(instance)).first()


def differences() -> list[str]:
    """Give what differs between the documents stored and those a rebuild would store."""
    return [str(difference) for difference in verification.differences()]
