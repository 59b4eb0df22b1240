"""The history of the Leitbild as the API gives it."""

import pytest

from tests.factories import LeitbildEntryFactory
from vision_pages.models import LeitbildEntryVision

HISTORY = """query($order: HistoryOrder, $on: Date) { leitbildHistory {
  order entries(order: $order) { title } statement(on: $on) { wording } } }"""

ENTRY = """{ leitbildHistory { entries { title date { iso label } endDate { iso } dateText wording
  isHighlight relatedVisions { title }
  sources { title url accessedOn document { title } } } } }"""


@pytest.fixture
def history(city):
    LeitbildEntryFactory(parent=city.history, title="1991", date="1991", statement="Früher")
    LeitbildEntryFactory(parent=city.history, title="2020", date="2020-10", statement="Heute")
    LeitbildEntryFactory(parent=city.history, title="Archiv", date="1900", is_archived=True)


def test_an_entry_says_all_that_it_is(ask, city, statements):
    entry = city.entry
    entry.date, entry.end_date, entry.date_text = "2003-12-18", "2004", "Winter 2003"
    entry.statement, entry.is_highlight = "Köln ist offen.", True
    entry.related_visions.add(LeitbildEntryVision(target=city.vision))
    source = {"title": "Vorlage", "url": "https://example.org/", "accessed_on": "2026-11-01"}
    entry.sources = [("source", source)]
    entry.save_revision().publish()

    assert ask(ENTRY)["data"]["leitbildHistory"]["entries"] == [
        {
            "title": "Das erste Leitbild entsteht",
            "date": {"iso": "2003-12-18", "label": "18. Dezember 2003"},
            "endDate": {"iso": "2004"},
            "dateText": "Winter 2003",
            "wording": "Köln ist offen.",
            "isHighlight": True,
            "relatedVisions": [{"title": "Köln 21"}],
            "sources": [
                {
                    "title": "Vorlage",
                    "url": "https://example.org/",
                    "accessedOn": "2026-11-01",
                    "document": None,
                }
            ],
        }
    ]
    # The history; its entries; what they name.
    assert len(statements) == 3


@pytest.mark.parametrize(
    ("stored", "asked", "said", "titles"),
    [
        ("ascending", None, "DATE_ASC", ["1991", "Das erste Leitbild entsteht", "2020"]),
        ("descending", None, "DATE_DESC", ["2020", "Das erste Leitbild entsteht", "1991"]),
        ("descending", "DATE_ASC", "DATE_DESC", ["1991", "Das erste Leitbild entsteht", "2020"]),
    ],
)
def test_entries_in_the_order_asked_for(ask, city, history, stored, asked, said, titles):
    city.history.order = stored
    city.history.save_revision().publish()

    answer = ask(HISTORY, order=asked)["data"]["leitbildHistory"]

    assert answer["order"] == said
    assert [entry["title"] for entry in answer["entries"]] == titles


@pytest.mark.parametrize(
    ("on", "wording"),
    [(None, "Heute"), ("2020-09-30", "Früher"), ("2020-10-01", "Heute"), ("1990-12-31", None)],
)
def test_the_statement_that_held_on_a_day(ask, city, history, on, wording):
    answer = ask(HISTORY, on=on)["data"]["leitbildHistory"]["statement"]

    assert (answer and answer["wording"]) == wording
