"""Whatever editors do: an answer that is another one by now bears a tag that was purged."""

import os
from collections import Counter
from contextlib import suppress
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client, TestCase, override_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from wagtail.models import Locale, Site

from graphql_api.purging.invalid import invalid, last_seq
from tests.documents.actions import ACTIONS
from tests.documents.machines import NUMBERS, REFUSED, let_work, number_versions
from tests.factories import ImageFactory, ProgrammeFactory, StageFactory, VisionFactory
from tests.purging.asking import answers, questions

EXAMPLES = int(os.environ.get("PURGING_EXAMPLES", "5"))
STEPS = int(os.environ.get("PURGING_STEPS", "15"))
# Room for all tags, for some, for next to none.
ROOM = (3_000, 120, 30)

count: Counter[tuple[str, bool]] = Counter()


class Caches(RuleBasedStateMachine):
    """Caches that keep every answer until one of its tags is purged."""

    @initialize(room=st.sampled_from(ROOM))
    def site(self, room: int) -> None:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.client = Client()
        self.settings = override_settings(
            GRAPHQL_API_CACHE_TAG_HEADER="xkey", GRAPHQL_API_CACHE_TAG_BYTES=room
        )
        self.settings.enable()
        Site.clear_site_root_paths_cache()
        root = Site.objects.get(is_default_site=True).root_page
        root.copy_for_translation(Locale.objects.create(language_code="en"))
        programme = ProgrammeFactory(parent=root, show_in_menus=True)
        for _ in range(2):
            StageFactory(parent=VisionFactory(parent=programme))
        ImageFactory()
        get_user_model().objects.create_superuser("redaktion")
        self.seq = numbered()
        self.kept = answers(self.client, questions())

    @rule(action=st.sampled_from(ACTIONS), number=NUMBERS, other=NUMBERS)
    def act(self, action: Any, number: int, other: int) -> None:
        done = TestCase.captureOnCommitCallbacks(execute=True)
        with done, suppress(*REFUSED), transaction.atomic():
            action(number, other)
        last = numbered()
        purged = set(invalid(self.seq, last))
        now = answers(self.client, [*self.kept, *questions()])
        for question, before in self.kept.items():
            after = now.get(question)
            is_purged = not purged.isdisjoint(before.tags)
            if after is None or after.data != before.data:
                assert is_purged, (action.__name__, question, before, after)
            count["changed", is_purged] += after is None or after.data != before.data
            count["same", is_purged] += after == before
        self.seq, self.kept = last, now

    def teardown(self) -> None:
        if hasattr(self, "transaction"):
            self.settings.disable()
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)


def numbered() -> int:
    """Number the versions at once; give the last number."""
    number_versions()
    return last_seq()


@pytest.mark.django_db
def test_what_changed_is_purged(media) -> None:
    count.clear()
    let_work(Caches, EXAMPLES, STEPS)
    assert count["changed", True] > 0
    assert count["same", False] > 0
