"""What a reviewer should look at in a translation; nothing of it stands against publishing.

Good translations raise nothing: what cannot be told for sure is not said.
"""

import re
from collections.abc import Iterator
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from vision_pages.translation.quality import tags
from vision_pages.translation.quality_numbers import different_numbers
from vision_pages.translation.segments import Segments

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
LOWER_CASE = re.compile(r"(?<!\S)[a-zäöüß]{2,}")
# Names stay as they are, such as “Amt für Stadtentwicklung und Statistik”: these are their words.
IN_NAMES = re.compile(
    "am|an|auf|bei|das|dem|den|der|des|die|für|im|in|mit|und|von|vom|zu|zum|zur", re.IGNORECASE
)
SENTENCE_WORDS, OTHER_WORDS = 4, 2
# From this length on languages differ by less than these factors.
LONG, SHORTEST, LONGEST = 60, 0.4, 2.5
# Chinese, Japanese and Korean need few characters.
DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Where CO₂ needs no formatting.
SMALL_DIGITS = re.compile("[\u2070-\u209c²³]")
# A sentence, and no abbreviation: “e. V.”
ENDED = re.compile(r".{40,}\w{4,}[.?!]", re.DOTALL)


def warnings(segments: Segments) -> dict[int, list[str]]:
    """Give what is to be looked at, by the numbers of the texts."""
    source = segments.translation.source.locale.language_code
    languages = source, segments.translation.target_locale.language_code
    found = {}
    for segment in segments.all:
        target = segments.target(segment)
        if target is not None and not target.has_error:
            found[segment.pk] = [*warnings_of(segment.string.data, target.data, *languages)]
    return {number: texts for number, texts in found.items() if texts}


def warnings_of(source: str, translation: str, *languages: str) -> Iterator[str]:
    """Say what is to be looked at in a text, as wagtail-localize keeps it."""
    before, after = plain(source), plain(translation)
    if not after:
        return
    if numbers := different_numbers(before, after, *languages):
        yield said_of_numbers(*numbers)
    for sentence in left_over(before, after):
        yield _("This is still in the source language: “%(text)s”") % {"text": sentence}
    yield from said_of_length(before, after)
    for tag in tags(source) - tags(translation):
        if tag in {"sub", "sup"} and SMALL_DIGITS.search(after):
            continue
        yield _("Formatting of the source text is missing: <%(tag)s>.") % {"tag": tag}
    if "  " in after and "  " not in before:
        yield _("There are two spaces in a row.")
    if ENDED.fullmatch(before) and after[-1].isalnum():
        yield _("The mark at the end of the sentence is missing.")


def said_of_numbers(before: str, after: str) -> str:
    numbers = {"source": before, "translation": after}
    if not after:
        return _("Numbers of the source text are missing: %(source)s.") % numbers
    if not before:
        return _("The source text does not have these numbers: %(translation)s.") % numbers
    text = _("Numbers differ: %(source)s in the source text, %(translation)s in the translation.")
    return text % numbers


def left_over(before: str, after: str) -> Iterator[str]:
    """Give sentences that nobody has translated; names are none."""
    for sentence in SENTENCE_END.split(before):
        if sentence in after and is_more_than_a_name(sentence):
            yield sentence


def is_more_than_a_name(text: str) -> bool:
    others = [word for word in LOWER_CASE.findall(text) if not IN_NAMES.fullmatch(word)]
    return len(text.split()) >= SENTENCE_WORDS and len(others) >= OTHER_WORDS


def said_of_length(before: str, after: str) -> Iterator[str]:
    if len(before) < LONG or DENSE.search(before + after):
        return
    if len(after) < SHORTEST * len(before):
        yield _("The translation is much shorter than the source text.")
    elif len(after) > LONGEST * len(before):
        yield _("The translation is much longer than the source text.")


def plain(text: str) -> str:
    """Give a text without wagtail-localize's tags."""
    return unescape(strip_tags(text.replace("<br/>", "\n"))).strip()
