"""Fingerprints of texts: whether a page still says what it said."""

import logging
from collections.abc import Iterable
from hashlib import sha256

from wagtail.models import Page
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

logger = logging.getLogger(__name__)


def fingerprint_of(page: Page) -> str:
    """Give the fingerprint of a page's texts; none where wagtail-localize cannot find them."""
    try:
        return fingerprint(texts_of(page))
    except Exception:
        logger.exception("The texts of page %s (%s) cannot be read.", page.pk, type(page).__name__)
        return ""


def texts_of(page: Page) -> Iterable[tuple[str, str]]:
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            yield segment.path, segment.string.data


def fingerprint(texts: Iterable[tuple[str, str]]) -> str:
    """Say the same of the same texts, in whatever order."""
    return sha256(repr(sorted(set(texts))).encode()).hexdigest()
