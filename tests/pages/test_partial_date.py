"""Dates known to a year, a month or a day: written, refused, ordered, said and stored."""

from calendar import monthrange
from datetime import date

import pytest
from django import forms
from django.core import serializers
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Revision

from tests.factories import StageFactory
from vision_pages.fields import PartialDateBoundField, PartialDateField
from vision_pages.models import StagePage
from vision_pages.partial_date import PartialDate, Precision

days = st.dates(min_value=date(1000, 1, 1))
partial_dates = st.builds(
    lambda day, length: PartialDate(day.isoformat()[:length]), days, st.sampled_from([4, 7, 10])
)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2009", "2009"),
        (" 2009\n", "2009"),
        ("2020-10", "2020-10"),
        ("2003-12-18", "2003-12-18"),
        ("18.12.2003", "2003-12-18"),
        ("1. 2. 2003", "2003-02-01"),
        ("12.2003", "2003-12"),
        ("3/2004", "2004-03"),
        ("29.2.2024", "2024-02-29"),
        ("1000", "1000"),
    ],
)
def test_a_date_is_read_as_editors_write_it(written, iso):
    assert PartialDate.parse(written).iso == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2009-13",
        "2009-00",
        "2009-1",
        "2009-02-29",
        "2009-12-32",
        "31.4.2009",
        "13/2009",
        "18/12/2003",
        "18.12.03",
        "Frühjahr 2004",
        "0999",
        "0000",
        "20090",
        "2009-12-18T00:00",
        "2009~",
        "-2009",
    ],
)
def test_what_is_no_date_is_refused_in_german(written):
    with pytest.raises(ValidationError) as refused:
        PartialDate.parse(written)

    assert refused.value.messages == [
        f"„{written}“ ist kein Datum. Möglich sind ein Jahr (2009), ein Monat (2020-10) "
        "oder ein Tag (2003-12-18)."
    ]


@given(partial_dates)
def test_every_date_is_read_as_it_is_stored(value):
    assert PartialDate.parse(value.iso) == value
    assert str(value) == value.iso
    assert len(value) == len(value.iso)


@given(days)
def test_a_day_is_read_in_the_german_order(day):
    assert PartialDate.parse(f"{day.day}.{day.month}.{day.year}").iso == day.isoformat()


@given(days)
def test_the_bounds_of_a_date_are_its_first_and_last_day(day):
    year, month, exact = (PartialDate(day.isoformat()[:length]) for length in (4, 7, 10))
    last = monthrange(day.year, day.month)[1]

    assert (year.earliest, year.latest) == (date(day.year, 1, 1), date(day.year, 12, 31))
    assert (month.earliest, month.latest) == (day.replace(day=1), day.replace(day=last))
    assert (exact.earliest, exact.latest) == (day, day)
    assert [part.precision for part in (year, month, exact)] == list(Precision)


@given(st.lists(partial_dates))
def test_dates_are_ordered_by_their_first_day_then_by_their_last(values):
    assert sorted(values) == sorted(values, key=lambda value: (value.earliest, value.latest))


def test_the_more_exact_of_two_dates_comes_first():
    written = ["2010", "2009", "2009-01", "2009-01-01", "2009-02"]

    assert [value.iso for value in sorted(map(PartialDate, written))] == [
        "2009-01-01",
        "2009-01",
        "2009",
        "2009-02",
        "2010",
    ]


@pytest.mark.parametrize(
    ("language", "month", "day"),
    [
        ("de", "Oktober 2020", "18. Dezember 2003"),
        ("de-simple", "Oktober 2020", "18. Dezember 2003"),
        ("en", "October 2020", "Dec. 18, 2003"),
        ("tr", "Ekim 2020", "18 Aralık 2003"),
        ("fr", "octobre 2020", "18 décembre 2003"),
        ("uk", "Жовтень 2020", "18 грудня 2003 р."),
        ("ar", "أكتوبر 2020", "18 ديسمبر، 2003"),
    ],
)
def test_a_label_is_in_the_readers_language(language, month, day):
    with override(language):
        labels = [PartialDate(iso).label for iso in ("2009", "2020-10", "2003-12-18")]

    assert labels == ["2009", month, day]


def test_a_date_comes_back_from_the_database_with_its_bounds(vision):
    StageFactory(parent=vision, start_date="10/2020", end_date="2021")
    stored = StagePage.objects.get()

    assert (stored.start_date, stored.end_date) == (PartialDate("2020-10"), PartialDate("2021"))
    assert StagePage.objects.filter(
        start_date="2020-10", starts_on=date(2020, 10, 1), ends_on=date(2021, 12, 31)
    ).exists()
    assert StagePage.objects.filter(start_date=PartialDate("2020-10")).exists()


def test_a_date_that_is_removed_takes_its_bound_along(vision):
    stage = StageFactory(parent=vision, end_date="2021")
    stage.end_date = None
    stage.save()

    assert StagePage.objects.filter(end_date=None, ends_on=None).exists()


def test_a_page_read_in_part_still_knows_its_bounds(stage):
    assert StagePage.objects.only("title").get().starts_on == date(2021, 1, 1)
    assert isinstance(StagePage.starts_on.field, PartialDateBoundField)


def test_a_draft_has_the_bounds_of_its_own_dates(stage):
    stage.start_date = "2030"
    stage.save_revision()
    draft = StagePage.objects.get().get_latest_revision_as_object()

    assert draft.start_date == PartialDate("2030")
    assert draft.starts_on == date(2030, 1, 1)


def test_a_date_travels_through_a_revision(stage):
    stage.save_revision()
    content = Revision.objects.get().content

    assert (content["start_date"], content["end_date"]) == ("2021", None)


def test_a_date_travels_through_a_dump(stage):
    text = serializers.serialize("json", [stage])
    loaded = next(iter(serializers.deserialize("json", text))).object

    assert (loaded.start_date, loaded.end_date) == (PartialDate("2021"), None)


def test_a_form_gives_a_date_or_keeps_what_was_typed():
    field = PartialDateField(blank=True, null=True).formfield()

    assert field.clean(" 12.2003 ") == PartialDate("2003-12")
    assert field.clean("") is None
    with pytest.raises(ValidationError, match="kein Datum"):
        field.clean("2009-13")
    with pytest.raises(ValidationError, match="kein Datum"):
        field.clean("ein viel zu langer Text statt eines Datums")


def test_a_form_shows_a_date_as_it_is_stored():
    class DateForm(forms.Form):
        date = PartialDateField().formfield()

    initial = {"date": PartialDate("2020-10")}

    assert 'value="2020-10"' in str(DateForm(initial=initial)["date"])
    assert not DateForm({"date": "2020-10"}, initial=initial).has_changed()
    assert DateForm({"date": "2020"}, initial=initial).has_changed()


def test_text_that_is_no_date_waits_for_validation(stage, refused):
    assert list(refused(stage, start_date="2009-13")) == ["start_date"]
    assert stage.start_date == "2009-13"
    assert stage.starts_on is None


def test_a_migration_names_the_source_of_a_bound_and_no_length():
    bound = StagePage._meta.get_field("ends_on").deconstruct()[3]
    written = StagePage._meta.get_field("end_date").deconstruct()[3]

    assert (bound["source"], bound["edge"]) == ("end_date", "latest")
    assert "max_length" not in written
