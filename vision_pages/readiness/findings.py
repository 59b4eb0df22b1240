"""What stands between a draft and its publication, and what an editor should look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from wagtail.models import Page

from vision_pages.models.content import ContentMixin
from vision_pages.models.publication import Fault
from vision_pages.readiness import dates, gender, images, links  # noqa: F401 - for their rules
from vision_pages.readiness.contents import Place, contents, place_of
from vision_pages.readiness.rules import RULES


class Severity(Enum):
    """Whether publishing is refused, or an editor only warned."""

    REFUSAL = "refusal"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing about a draft, and the place in the editor where it stands."""

    severity: Severity
    place: Place
    message: str


def findings(page: ContentMixin) -> list[Finding]:
    """Give all that is to be said of a page as it is in memory; refusals come first."""
    return [*refusals(page), *warnings(page)]


def refusals(page: ContentMixin) -> Iterator[Finding]:
    """Say what publishing would refuse."""
    try:
        page.clean_fields()
    except ValidationError as error:
        for field, messages in error.message_dict.items():
            for message in messages:
                yield Finding(Severity.REFUSAL, place_of(page, field), message)
    places = {content.place.path: content.place for content in contents(page)}
    for fault in page.all_faults():
        place = place_of_fault(page, fault)
        yield Finding(Severity.REFUSAL, places.get(place.path, place), str(fault.message))


def warnings(page: Page) -> Iterator[Finding]:
    """Say what publishing lets pass."""
    for rule in RULES:
        if isinstance(page, rule.page_types):
            for spot in rule.spots(page):
                yield Finding(Severity.WARNING, spot.place, str(rule.message % spot.words))


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
