"""The benchmarks ask what the API answers; how fast, they say themselves."""

from graphql import build_schema, parse, validate

from benchmarks.contenders import CONTENDERS
from tests.schema_file import SCHEMA_FILE


def test_our_questions_fit_the_schema():
    schema = build_schema(SCHEMA_FILE.read_text(encoding="utf-8"))
    [ours] = [one for one in CONTENDERS if one.name == "leitbild"]

    errors = {name: validate(schema, parse(text)) for name, text in ours.questions().items()}

    assert errors == {"Q1": [], "Q2": [], "Q3": []}


def test_all_are_asked_the_same_questions():
    asked = [[*contender.questions()] for contender in CONTENDERS]

    assert asked == [["Q1", "Q2", "Q3"]] * len(CONTENDERS)
