"""Scalars and small values that many types share."""

from datetime import date
from enum import Enum
from typing import Any, NewType

import strawberry
from django.utils import translation

from graphql_api import conf
from graphql_api.documents.rows import Part, Row
from graphql_api.errors import UnknownLocale
from graphql_api.types.fields import Info, derived
from vision_pages.fields import PartialDate

LocaleCode = NewType("LocaleCode", str)


def known_locale(code: Any) -> str:
    """Read a language code; raise UnknownLocale for one without content here."""
    if code not in conf.languages():
        raise UnknownLocale(f"There is no content in the language {code!r}.")
    return str(code)


LOCALE_CODE = strawberry.scalar(
    name="LocaleCode",
    description="A language of the content: a BCP 47 tag such as `de`, `en` or `de-simple`.",
    specified_by_url="https://www.rfc-editor.org/info/bcp47",
    serialize=str,
    parse_value=known_locale,
)


@strawberry.enum(description="What is served where the language asked for is missing.")
class Fallback(Enum):
    CHAIN = strawberry.enum_value(
        "chain", description="The next language of the site's chain; the answer says which."
    )
    NONE = strawberry.enum_value("none", description="Nothing.")


@strawberry.enum(description="How exactly a date is known.")
class DatePrecision(Enum):
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@strawberry.type(
    name="PartialDate", description="A date known to a year, a month or a day (EDTF level 0)."
)
class PartialDateType:
    iso: str = strawberry.field(description="`2009`, `2020-10` or `2003-12-18`.")
    precision: DatePrecision = strawberry.field(description="How exactly it is known.")
    earliest: date = strawberry.field(description="Its first day.")
    latest: date = strawberry.field(description="Its last day.")
    label: str = strawberry.field(description="The date in the language of the document.")


def partial_date_type(found: PartialDate, locale: str) -> PartialDateType:
    """Give a date with its label in a language."""
    with translation.override(locale):
        label = found.label
    precision = DatePrecision[found.precision.name]
    return PartialDateType(
        iso=found.iso,
        precision=precision,
        earliest=found.earliest,
        latest=found.latest,
        label=label,
    )


def partial_date(description: str, name: str | None = None, *, required: bool = False) -> Any:
    """A field that is a date known to a year, a month or a day."""

    def resolve(root: Row | Part, info: Info, name: str) -> PartialDateType | None:
        iso = root.data.get(name)
        return partial_date_type(PartialDate.parse(iso), root.locale) if iso else None

    return derived(resolve, description, name, required=required)


@strawberry.type(description="A position on the map, in WGS 84 degrees.")
class Coordinates:
    latitude: float = strawberry.field(description="Degrees north of the equator.")
    longitude: float = strawberry.field(description="Degrees east of Greenwich.")
