"""What may change in a schema that was released, and what is said of it."""

from datetime import date

import pytest

from tests import schema_changes
from tests.schema_changes import broken, changes, release

TODAY = date(2027, 7, 1)
WARNED = '@deprecated(reason: "Since 0.2.0, until 2027-06-30: ask `new`.")'
RELEASED = """
type Query { new: String old: String%s }
"""
CURRENT = "type Query { new: String }"


def deprecated(directive: str) -> str:
    return RELEASED % f" {directive}"


def test_a_field_may_not_go_without_a_warning():
    assert broken(RELEASED % "", CURRENT, TODAY) == ["Field Query.old was removed."]


def test_a_field_may_go_when_its_day_is_over():
    assert broken(deprecated(WARNED), CURRENT, TODAY) == []


@pytest.mark.parametrize(
    ("directive", "day"),
    [
        (WARNED, date(2027, 6, 30)),
        ("@deprecated", TODAY),
        ('@deprecated(reason: "Ask `new`.")', TODAY),
        ('@deprecated(reason: "Since 0.2.0: ask `new`.")', TODAY),
        ('@deprecated(reason: "Since 0.2.0, until 2027-06-30.")', TODAY),
    ],
)
def test_a_field_may_not_go_before_its_day_or_without_one(directive, day):
    assert broken(deprecated(directive), CURRENT, day) == ["Field Query.old was removed."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("type Query { a(old: Int %s): Int }", "type Query { a: Int }"),
        ("type Query { a: E } enum E { NEW OLD %s }", "type Query { a: E } enum E { NEW }"),
        (
            "type Query { a(by: I): Int } input I { new: Int old: Int %s }",
            "type Query { a(by: I): Int } input I { new: Int }",
        ),
    ],
)
def test_arguments_values_and_input_fields_go_as_fields_do(before, after):
    assert len(broken(before % "", after, TODAY)) == 1
    assert broken(before % WARNED, after, TODAY) == []


TYPES = """
type Query { a: A u: U }
interface A { x: Int }
type B implements A { x: Int }
%s type C implements A { x: Int }
union U = B | C
type D { c: C b: B }
"""
LEFT = """
type Query { a: A u: U }
interface A { x: Int }
type B implements A { x: Int }
union U = B
type D { b: B }
"""


def test_a_type_goes_with_all_that_names_it():
    warning = '"Deprecated. Since 0.2.0, until 2027-06-30: ask `B`."'

    assert broken(TYPES % '"A thing."', LEFT, TODAY) == [
        "C was removed.",
        "C was removed from union type U.",
        "Field D.c was removed.",
    ]
    assert broken(TYPES % warning, LEFT, TODAY) == []


@pytest.mark.parametrize(
    "current",
    [
        "type Query { new: String old: Int }",
        "type Query { new: String old(much: Int!): String }",
        "type Query { new: String! old: [String] }",
    ],
)
def test_a_field_may_not_become_another(current):
    assert len(broken(RELEASED % "", current, TODAY)) == 1


def test_what_is_never_null_may_not_become_null():
    """For clients that read `@semanticNonNull`, its end is as good as that of `!`."""
    directive = "directive @semanticNonNull on FIELD_DEFINITION "
    strict = f"{directive}type Query {{ a: Int @semanticNonNull }}"
    loose = f"{directive}type Query {{ a: Int }}"

    assert broken(strict, loose, TODAY) == ["Field Query.a changed type from Int! to Int."]
    assert broken(loose, strict, TODAY) == []


def test_the_changes_are_said():
    released = "type Query { old: E a(n: Int = 1): E } enum E { ONE }"
    current = f'type Query {{ "It." a(n: Int = 2): E {WARNED} b: E }} enum E {{ ONE TWO }}'

    assert changes(released, current) == (
        "### Gone\n\n- Field Query.old was removed.\n\n"
        "### To be minded\n\n"
        "- Enum value E.TWO was added.\n"
        "- Query.a(n:) has changed defaultValue from 1 to 2.\n\n"
        "### New\n\n- Field Query.b was added.\n\n"
        "### Deprecated\n\n- Query.a: Since 0.2.0, until 2027-06-30: ask `new`.\n"
    )


def test_a_release_puts_them_under_its_version(tmp_path, monkeypatch):
    files = {
        "CHANGELOG": "# Changes\n\n## Not released yet\n\nold words\n\n## 0.1.0\n\nThe first.\n",
        "RELEASED_FILE": RELEASED % "",
        "SCHEMA_FILE": "type Query { new: String old: String b: String }\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
        monkeypatch.setattr(schema_changes, name, tmp_path / name)

    release("0.2.0")
    release("0.2.0")

    assert (tmp_path / "CHANGELOG").read_text() == (
        "# Changes\n\n## Not released yet\n\nNothing.\n\n"
        "## 0.2.0\n\n### New\n\n- Field Query.b was added.\n\n## 0.1.0\n\nThe first.\n"
    )
    assert (tmp_path / "RELEASED_FILE").read_text() == files["SCHEMA_FILE"]
