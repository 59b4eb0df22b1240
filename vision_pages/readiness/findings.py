"""What stands between a draft and its publication, and what an editor should look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Page

from vision_pages.models.content import ContentMixin
from vision_pages.models.publication import Fault
from vision_pages.readiness import (  # noqa: F401 - for their rules
    dates,
    gender,
    images,
    links,
    names,
    sign_language,
    targets,
    words,
)
from vision_pages.readiness.content import Content, Place
from vision_pages.readiness.contents import contents, place_of
from vision_pages.readiness.easy import (  # noqa: F401 - for their rules
    compounds,
    genitive,
    length,
    negation,
    numbers,
    passive,
    signs,
    subjunctive,
)
from vision_pages.readiness.easy import words as easy_words  # noqa: F401
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.rules import RULES, Severity

__all__ = ["Finding", "Severity", "findings", "foreseeable"]


@dataclass(frozen=True)
class Finding:
    """One thing about a draft, and the place in the editor where it stands."""

    severity: Severity
    place: Place
    message: str
    kind: Kind
    holds_from: date | None = None


def findings(page: ContentMixin) -> list[Finding]:
    """Give all that is to be said of a page as it is in memory: refusals, warnings, hints."""
    today = timezone.localdate()
    values = list(contents(page))
    return [
        *(found for found in pressing(page, values) if (found.holds_from or today) <= today),
        *said(page, values, Severity.HINT),
    ]


def foreseeable(page: ContentMixin) -> list[Finding]:
    """Give what is to be said of a page, or will be once a day has come, without hints."""
    return list(pressing(page, list(contents(page))))


def pressing(page: ContentMixin, values: list[Content]) -> Iterator[Finding]:
    yield from refusals(page, values)
    yield from said(page, values, Severity.WARNING)


def refusals(page: ContentMixin, values: list[Content]) -> Iterator[Finding]:
    """Say what publishing would refuse."""
    try:
        page.clean_fields()
    except ValidationError as error:
        for field, messages in error.message_dict.items():
            for message in messages:
                yield refusal(place_of(page, field), message)
    places = {content.place.path: content.place for content in values}
    for fault in page.all_faults():
        place = place_of_fault(page, fault)
        yield refusal(places.get(place.path, place), str(fault.message))


def refusal(place: Place, message: str) -> Finding:
    kind = Kind.CONTACTS if place.path == "contacts" else Kind.NEEDED
    return Finding(Severity.REFUSAL, place, message, kind)


def said(page: Page, values: list[Content], severity: Severity) -> Iterator[Finding]:
    """Say what publishing lets pass, of one severity."""
    for rule in RULES:
        if rule.severity is severity and isinstance(page, rule.page_types):
            for spot in rule.spots(page, values):
                message = rule.said(spot)
                yield Finding(severity, spot.place, message, rule.kind, spot.holds_from)


def place_of_fault(page: Any, fault: Fault) -> Place:
    if fault.row is not None:
        number = page.saved_rows(fault.rows).index(fault.row)
        labels = (str(fault.row._meta.verbose_name), str(number + 1))
        return Place(f"{fault.rows}.{number}.{fault.field}", labels)
    if fault.rows:
        rows = page._meta.get_field(fault.rows).related_model
        return Place(fault.rows, (capfirst(rows._meta.verbose_name_plural),))
    place = place_of(page, fault.field)
    return Place(".".join((place.path, *fault.path)), place.labels)
