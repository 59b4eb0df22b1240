"""The property that previews stand on: what is shown is what publishing would show."""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import TestCase
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st
from wagtail.models import Locale, Site

from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.api.everything import ROOTS, Question
from tests.api.leaks import variables
from tests.api.linked_city import LinkedCity, linked_city, published
from tests.committing import stamp
from tests.previews import edits
from tests.previews.edits import PAGE_EDITS, SETTINGS_EDITS, TERM_EDITS, WORDS
from tests.previews.tables import BEGUN, differences, tables
from vision_pages.models import ProgrammePage

pytestmark = pytest.mark.usefixtures("unlimited")

# The feed says when it became so; search is asked for more than one thing; the others say it once
# more.
ASKED = ("programme", "visions", "projects", "stages", "leitbildHistory", "route", "site")
QUESTION = str(Question({name: ROOTS[name][:1] for name in ASKED}))
FOUND = """search{n}: search(query: "{word}", first: 100) {{ totalCount didYouMean
  facets {{ types {{ value count }} years {{ value count }} }}
  edges {{ title {{ html }} excerpt {{ html }} node {{ path }} }} }}
suggest{n}: searchSuggestions(query: "{word}") {{ title {{ html }} node {{ path }} }}"""
SEARCHED = [*WORDS, "Schule", "Flusbad", "Haus", "Vorhaben", "Begriff"]
SEARCH = f"{{ {' '.join(FOUND.format(n=n, word=word) for n, word in enumerate(SEARCHED))} }}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+(\+00:00|Z)")

# `PREVIEW_EXAMPLES=1000` looks for minutes, and elsewhere each time.
EXAMPLES = int(os.environ.get("PREVIEW_EXAMPLES", "0"))
RANDOM = settings(
    max_examples=EXAMPLES or 10,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    phases=[Phase.generate, *([Phase.shrink] if EXAMPLES else [])],
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
PAGES = ("programme", "vision", "project", "index", "first", "secret_below", "entry", "history")
TERMS = ("contact", "strategy", "goal", "field", "district", "actor")
KINDS: dict[str, Any] = {
    **dict.fromkeys((*PAGES, "english"), PAGE_EDITS),
    **dict.fromkeys(TERMS, TERM_EDITS),
    "settings": SETTINGS_EDITS,
}
NUMBERS = st.integers(0, 60)


def edits_of(name: str) -> st.SearchStrategy[Any]:
    edit = st.tuples(st.sampled_from(KINDS[name]), NUMBERS, NUMBERS)
    return st.tuples(st.just(name), st.lists(edit, min_size=1, max_size=8))


@pytest.fixture(scope="module")
def city(home) -> LinkedCity:
    """The city, with a vision that has an alias and, as a stage has, a translation."""
    found = linked_city(home)
    english = Locale.objects.get_or_create(language_code="en")[0]
    home.copy_for_translation(english)
    for page in (found.programme, found.vision, found.first):
        stored = type(page).objects.get(pk=page.pk)
        translated = type(page).objects.get(pk=stored.copy_for_translation(english).pk)
        translated.title = f"English {page.pk}"
        published(translated)
        found.english = found.english if page == found.first else translated
    found.contact.copy_for_translation(english).save()
    found.vision.create_alias(parent=found.programme, update_slug="alias")
    stamp()
    return found


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def publish(thing: Any) -> None:
    """Publish as an editor does, with what is done on the commit."""
    with TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
        thing.save_revision().publish()


def timeless(answer: Any) -> Any:
    """Leave out moments of this run: publishing comes after its preview."""
    return json.loads(MOMENT.sub(unless_during_this_run, json.dumps(answer)))


def unless_during_this_run(moment: re.Match[str]) -> str:
    return "now" if datetime.fromisoformat(moment[0]) >= BEGUN else moment[0]


def unlike(one: Any, other: Any, at: str = "") -> Iterator[str]:
    """Yield where two answers differ, in words that can be read."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in {**one, **other}:
            yield from unlike(one.get(name), other.get(name), f"{at}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for place, (first, second) in enumerate(zip(one, other, strict=True)):
            yield from unlike(first, second, f"{at}[{place}]")
    elif one != other:
        yield f"{at}: {str(one)[:300]} / {str(other)[:300]}"


def compared(ask: Callable[..., Any], thing: Any, question: str, given: dict[str, Any]) -> Any:
    """Preview a thing, publish it, and see that both are the same; give the answer."""
    draft = store(thing, None)
    previewed = tables(draft.pk)
    preview = ask(question, headers={"X-Preview-Token": token(draft)}, **given)

    publish(thing)

    assert "errors" not in preview
    found = differences(previewed, tables())
    found += unlike(timeless(preview), timeless(ask(question, **given)))
    assert not found, "\n".join(found)
    return preview


WRITTEN = (edits.retitle, edits.add_block, edits.relate, edits.redate, edits.add_row)
CASES = {
    "vision-written": WRITTEN,
    "vision-renamed": (edits.rename, edits.put_into_menus),
    "project-archived": (edits.archive, edits.summarise),
    "entry-written": WRITTEN,
}


@pytest.mark.parametrize("case", CASES)
def test_a_preview_shows_what_publishing_would(ask, city, case):
    name = case.partition("-")[0]
    page = type(getattr(city, name)).objects.get(pk=getattr(city, name).pk)
    for edit in CASES[case]:
        edit(page, 1, 2)

    preview = compared(ask, page, QUESTION, variables(city, city.secret_vision))

    assert page.title in str(preview) or "written" not in case


def test_the_root_of_a_site_keeps_its_address_whatever_its_slug_is(ask, city):
    site = Site.objects.get()
    with TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
        site.root_page = city.programme
        site.save()
    page = ProgrammePage.objects.get(pk=city.programme.pk)
    for edit in (edits.rename, edits.retitle):
        edit(page, 1, 2)

    preview = compared(ask, page, "{ programme { title path } }", {})

    assert preview == {"data": {"programme": {"title": "Flussbad Stadtpark", "path": "/de/"}}}


@RANDOM
@given(edited=st.sampled_from([*KINDS]).flatmap(edits_of), saved=st.booleans())
def test_whatever_is_edited_is_published_as_it_was_previewed(ask, city, edited, saved):
    name, changes = edited
    with undone():
        thing = type(getattr(city, name)).objects.get(pk=getattr(city, name).pk)
        for edit, number, other in changes:
            edit(thing, number, other)
        try:
            with transaction.atomic():
                revision = thing.save_revision()
        except ValidationError:
            reject()
        compared(ask, revision.as_object() if saved else thing, SEARCH, {})
