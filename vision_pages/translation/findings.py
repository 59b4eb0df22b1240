"""What is to be said of a translation before it is published, as of a page in its own language."""

from collections.abc import Iterator

from vision_pages.readiness.content import Place
from vision_pages.readiness.findings import Finding, Severity
from vision_pages.readiness.kinds import Kind
from vision_pages.translation.gate import (
    said_missing,
    said_unreviewed,
    texts_missing,
    texts_unreviewed,
)
from vision_pages.translation.quality_warnings import warnings
from vision_pages.translation.segments import Segments


def translation_findings(segments: Segments) -> list[Finding]:
    """Give what stands against publishing it, at the first text of each kind; then the warnings."""
    return [*obstacles(segments), *warnings_found(segments)]


def obstacles(segments: Segments) -> Iterator[Finding]:
    if missing := texts_missing(segments):
        place = place_of(segments, segments.missing[0].pk)
        yield Finding(Severity.REFUSAL, place, said_missing(missing), Kind.INCOMPLETE)
    if unreviewed := texts_unreviewed(segments):
        place = place_of(segments, segments.unreviewed[0].pk)
        yield Finding(Severity.REFUSAL, place, said_unreviewed(unreviewed), Kind.INCOMPLETE)


def warnings_found(segments: Segments) -> Iterator[Finding]:
    """Give what should be looked at, each at its text."""
    for number, messages in warnings(segments).items():
        for message in messages:
            yield Finding(Severity.WARNING, place_of(segments, number), message, Kind.WORDING)


def place_of(segments: Segments, number: int) -> Place:
    segment = next(one for one in segments.all if one.pk == number)
    return Place(segment.context.path, (segments.place(segment).label,))
