"""Words and abbreviations that not everybody knows, unless the page says what they mean."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vision_pages.readiness import words
from vision_pages.readiness.easy.rules import forbids

SHORT = re.compile(
    r"(?<![\w.])(?:[ZzDdUuIiOoVv]\.\s?(?:[A-Za-zÄ]\.\s?)?(?:[ABEHRUVahruvÄ])\.?(?=\s|$|[,;)])"
    r"|(?:usw|bzw|ca|etc|evtl|ggf|inkl|exkl|zzgl|Nr|Str|Tel|Mio|Mrd|vgl|bspw|sog|max|min|Abs|Art"
    r"|Std|Min|Jh|Jhd|Hrsg|gem|lt|rd|mind|insb|vsl|allg|spez|vorauss|Aufl|Prof|Dipl|Kfz|tgl)\."
    r"|(?:usw|bzw|ggf|evtl|inkl|bspw)\b)"
)
UNIT = re.compile(r"\b\d[\d.,]*\s?(?:km/h|km²|km|kg|cm|mm|m²|qm|ha|kWh|m)(?!\w)")


def with_plain(word: str) -> str:
    _word, plain = next(words.hard_words(word))
    return _("“%(word)s” (simpler: “%(plain)s”)") % {"word": word, "plain": plain}


@forbids(
    gettext_lazy("Not everybody knows hard words. Take a simple word, or explain it: %(found)s."),
    show=with_plain,
    unless_explained=True,
)
def hard_words(sentence: str) -> Iterator[str]:
    """Yield the hard words of our list, as they stand and within hyphens."""
    for text in (sentence, re.sub(r"[-·]", " ", sentence)):
        for word, _plain in words.hard_words(text):
            yield word


@forbids(
    gettext_lazy("Not everybody knows abbreviations. Write them out: %(found)s."),
    unless_explained=True,
)
def abbreviations(sentence: str) -> Iterator[str]:
    for pattern in (SHORT, UNIT):
        for match in pattern.finditer(sentence):
            yield match[0]
    for word, _plain in words.abbreviations(sentence):
        yield word
