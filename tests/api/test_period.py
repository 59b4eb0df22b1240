"""Dates that are known to a year, a month or a day."""

import pytest

from tests.factories import VisionFactory

DATES = """query($path: String!) { vision(by: {path: $path}) { statusSource
  startDate { iso precision earliest latest label } endDate { iso } } }"""


@pytest.mark.parametrize(
    ("iso", "precision", "earliest", "latest", "label"),
    [
        ("2009", "YEAR", "2009-01-01", "2009-12-31", "2009"),
        ("2020-02", "MONTH", "2020-02-01", "2020-02-29", "Februar 2020"),
        ("2003-12-18", "DAY", "2003-12-18", "2003-12-18", "18. Dezember 2003"),
    ],
)
def test_a_date_says_how_exactly_it_is_known(ask, city, iso, precision, earliest, latest, label):
    VisionFactory(parent=city.programme, title="Neu", start_date=iso)

    assert ask(DATES, path="/de/stadt-der-zukunft/neu/") == {
        "data": {
            "vision": {
                "statusSource": "OWN_DATES",
                "startDate": {
                    "iso": iso,
                    "precision": precision,
                    "earliest": earliest,
                    "latest": latest,
                    "label": label,
                },
                "endDate": None,
            }
        }
    }


def test_without_dates_of_its_own_a_vision_has_those_of_its_stages(ask, city):
    answer = ask(DATES, path="/de/stadt-der-zukunft/koeln-21/")["data"]["vision"]

    assert answer == {"statusSource": "STAGES", "startDate": None, "endDate": None}
