"""Which stage of an initiative is the current one."""

from datetime import date
from types import SimpleNamespace

import pytest

from graphql_api.types.initiative import current


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ([], None),
        ([("completed", 2019), ("paused", 2021), ("planned", 2022)], 2022),
        ([("completed", 2019), ("paused", 2021)], 2021),
        ([("running", 2021), ("running", 2019), ("planned", 2022)], 2021),
        ([("planned", 2023), ("planned", 2022)], 2023),
        ([("discontinued", 2019)], 2019),
    ],
)
def test_the_current_stage_runs_or_comes_next_or_was_the_last(stages, expected):
    rows = [SimpleNamespace(status=status, starts_on=date(year, 1, 1)) for status, year in stages]

    found = current(rows)
    assert (found and found.starts_on.year) == expected
