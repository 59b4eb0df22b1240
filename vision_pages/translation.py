"""How wagtail-localize cuts our texts into strings for translators."""

from wagtail_localize import strings

WITHIN_A_SENTENCE = ("sub", "sup")


def keep_sentences_whole() -> None:
    """Have “CO₂” stay in its sentence, where wagtail-localize would cut it into three.

    From the start: it decides what a string is, and strings are matched by their text.
    """
    missing = [tag for tag in WITHIN_A_SENTENCE if tag not in strings.INLINE_TAGS]
    strings.INLINE_TAGS.extend(missing)
