"""Whatever a frontend asks: an answer that is another one by now bears a tag that was purged."""

import json
import os
from contextlib import suppress
from random import Random

import pytest
from django.db import transaction
from django.test import Client, TestCase
from wagtail.models import Locale

from graphql_api.purging.invalid import invalid, last_seq
from tests.api.conftest import unlimited
from tests.api.leaks import known_values
from tests.api.linked_city import linked_city
from tests.api.random_operations import Writer
from tests.committing import stamp
from tests.documents.actions import ACTIONS
from tests.documents.machines import REFUSED
from tests.purging.asking import answers
from vision_pages.models import Actor, District, FieldOfAction, StrategicGoal, Strategy

__all__ = ["unlimited"]
pytestmark = pytest.mark.usefixtures("unlimited")

OPERATIONS = int(os.environ.get("PURGING_OPERATIONS", "25"))
CHANGES = int(os.environ.get("PURGING_CHANGES", "6"))
SEED = int(os.environ.get("PURGING_SEED", "2"))
TERMS = (Actor, District, FieldOfAction, StrategicGoal, Strategy)


def change_term(number: int, other: int) -> None:
    term = TERMS[number % len(TERMS)].objects.first()
    if term is not None:
        term.name = f"Begriff {other}"
        term.code = f"begriff-{other % 3}"
        term.save()


def operations(random, city):
    known = known_values(city, city.vision, city.first, city.project)
    for _ in range(OPERATIONS):
        writer = Writer(random, known)
        query = writer.operation()
        yield query, json.dumps(writer.flagged({}))


def test_whatever_is_asked(home, settings, media, admin_user):
    settings.GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
    settings.GRAPHQL_API_CACHE_TAG_BYTES = 16_000
    random = Random(SEED)
    city = linked_city(home)
    home.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])
    stamp()
    client, seq = Client(), last_seq()
    kept = answers(client, operations(random, city))
    changed = 0
    for _ in range(CHANGES):
        action = random.choice([*ACTIONS, *[change_term] * 6])
        done = TestCase.captureOnCommitCallbacks(execute=True)
        with done, suppress(*REFUSED), transaction.atomic():
            action(random.randrange(60), random.randrange(60))
        stamp()
        purged = {*invalid(seq, last_seq())}
        now = answers(client, kept)
        for question, before in kept.items():
            after = now.get(question)
            if after is None or after.data != before.data:
                assert purged & before.tags, (action.__name__, question, before.data, after)
                changed += 1
        seq, kept = last_seq(), now

    assert changed > 0
