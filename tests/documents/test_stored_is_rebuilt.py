"""Whatever editors do, the documents stored are those a rebuild would store."""

import os
from contextlib import suppress
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import TestCase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from wagtail.models import Locale, Page, Site

from graphql_api.documents.models import Document, Version
from graphql_api.documents.projection import STORED
from tests.documents.actions import ACTIONS
from tests.documents.conftest import differences
from tests.documents.machines import NUMBERS, REFUSED, let_work, number_versions
from tests.factories import ImageFactory, ProgrammeFactory, StageFactory, VisionFactory

EXAMPLES = int(os.environ.get("STATEFUL_EXAMPLES", "6"))
STEPS = int(os.environ.get("STATEFUL_STEPS", "25"))
SAID = [column for column in STORED if column not in {"source", "requires", "mentions"}]


class Editors(RuleBasedStateMachine):
    """Editors at work, on a small site with live descendants and a translated root."""

    @initialize()
    def site(self) -> None:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        Site.clear_site_root_paths_cache()
        root = Site.objects.get(is_default_site=True).root_page
        root.copy_for_translation(Locale.objects.create(language_code="en"))
        programme = ProgrammeFactory(parent=root)
        for _ in range(2):
            StageFactory(parent=VisionFactory(parent=programme))
        ImageFactory()
        get_user_model().objects.create_superuser("redaktion")

    @rule(action=st.sampled_from(ACTIONS), number=NUMBERS, other=NUMBERS)
    def act(self, action: Any, number: int, other: int) -> None:
        done = TestCase.captureOnCommitCallbacks(execute=True)
        with done, suppress(*REFUSED), transaction.atomic():
            action(number, other)
        assert differences() == []
        assert versions() == documents()

    def teardown(self) -> None:
        if hasattr(self, "transaction"):
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)


def documents() -> list[Any]:
    return sorted(Document.objects.values_list(*SAID), key=repr)


def versions() -> list[Any]:
    """Give what the versions say is public now."""
    number_versions()
    current = Version.objects.filter(valid_to=None, data__isnull=False)
    return sorted(current.values_list(*SAID), key=repr)


@pytest.mark.django_db
def test_stored_is_rebuilt(media) -> None:
    let_work(Editors, EXAMPLES, STEPS)
    assert Page.objects.exists()
