"""What changed between two wordings."""

from hypothesis import given
from hypothesis import strategies as st

from graphql_api.types.wording import WordingAction, wording_changes
from tests.factories import LeitbildEntryFactory

CHANGES = """{ leitbildHistory { changes(from: "2004-01-01", to: "2021-12-31") {
  earlier { title } later { title } wording { action text } } } }"""
NONE = '{ leitbildHistory { changes(from: "1999-01-01") { wording { text } } } }'


def test_statements_of_two_days_are_compared(ask, city, statements):
    LeitbildEntryFactory(
        parent=city.history, title="Leitbild 2020", date="2003", statement="Köln ist offen."
    )
    LeitbildEntryFactory(
        parent=city.history, title="Perspektiven", date="2021", statement="Köln ist grün und offen."
    )

    answer = ask(CHANGES)

    wording = [
        {"action": "EQUAL", "text": "Köln ist "},
        {"action": "INSERT", "text": "grün und "},
        {"action": "EQUAL", "text": "offen."},
    ]
    assert answer["data"]["leitbildHistory"]["changes"] == {
        "earlier": {"title": "Leitbild 2020"},
        "later": {"title": "Perspektiven"},
        "wording": wording,
    }
    assert len(statements) == 2


def test_without_a_statement_there_is_nothing_to_compare(ask, city):
    assert ask(NONE) == {"data": {"leitbildHistory": {"changes": None}}}


@given(st.text(), st.text())
def test_the_pieces_make_both_wordings(before, after):
    pieces = wording_changes(before, after)

    assert after == "".join(one.text for one in pieces if one.action != WordingAction.DELETE)
    earlier = [one.text for one in pieces if one.action != WordingAction.INSERT]
    assert before.split() == "".join(earlier).split()
