"""The history of the Leitbild and its entries."""

import pytest
import time_machine

from tests.factories import LeitbildEntryFactory
from vision_pages.models import (
    LeitbildEntryPage,
    LeitbildEntryVision,
    LeitbildHistoryPage,
    ProgrammePage,
)

REQUIRED = "Dieses Feld darf nicht leer sein."


def test_a_programme_has_one_history_and_that_has_entries(programme, history):
    assert LeitbildHistoryPage.clean_parent_page_models() == [ProgrammePage]
    assert LeitbildHistoryPage.clean_subpage_models() == [LeitbildEntryPage]
    assert LeitbildEntryPage.clean_parent_page_models() == [LeitbildHistoryPage]
    assert LeitbildEntryPage.clean_subpage_models() == []
    assert not LeitbildHistoryPage.can_create_at(programme)


@pytest.mark.parametrize("order", ["ascending", "descending"])
def test_a_history_is_told_forwards_or_backwards(history, refused, order):
    assert LeitbildHistoryPage().order == "ascending"
    assert refused(history, order=order) == {}
    assert list(refused(history, order="random")) == ["order"]


def test_an_entry_needs_its_date_and_no_wording(entry, refused):
    assert refused(entry, statement="", sources=[], date=None) == {"date": [REQUIRED]}


@time_machine.travel("2026-11-25T12:00Z", tick=False)
@pytest.mark.parametrize(
    ("date", "accepted"),
    [
        ("2009", True),
        ("2026", True),
        ("2026-11", True),
        ("2026-11-25", True),
        ("2026-11-26", False),
        ("2026-12", False),
        ("2027", False),
    ],
)
def test_an_entry_is_never_in_the_future(entry, refused, date, accepted):
    message = "Das Datum liegt in der Zukunft: Ein Eintrag hält fest, was schon geschehen ist."

    assert refused(entry, date=date) == ({} if accepted else {"date": [message]})


def test_an_entry_does_not_end_before_it_begins(entry, refused):
    assert refused(entry, date="2009", end_date="2009-01") == {}
    assert refused(entry, end_date="2008") == {"end_date": ["Das Ende liegt vor dem Beginn."]}


def test_the_words_for_a_date_have_their_limit(entry, refused):
    assert refused(entry, date_text="Frühjahr 2004") == {}
    assert list(refused(entry, date_text="x" * 61)) == ["date_text"]


def test_an_entry_is_about_visions(history, vision):
    entry = LeitbildEntryFactory(parent=history)
    entry.related_visions.add(LeitbildEntryVision(target=vision))
    entry.save()

    assert [row.page for row in vision.leitbild_entries.all()] == [entry]


def test_a_source_is_a_file_or_an_address(entry, refused):
    source = {"title": "Ratsbeschluss", "url": "https://ratsinformation.example.org/"}

    assert refused(entry, sources=[("source", source)]) == {}
    assert list(refused(entry, sources=[("source", {"title": ""})])) == ["sources"]
