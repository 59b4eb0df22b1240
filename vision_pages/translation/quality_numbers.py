"""Numbers and dates of a text, whatever language it writes them in.

1.000,5 and 1,000.5 are the same, as are 3. Mai 2026 and May 3, 2026, and ٢٠٣٥ and 2035.
"""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from django.utils.dates import MONTHS, MONTHS_3, MONTHS_ALT
from django.utils.translation import override

SPACES = "\u00a0\u2009\u202f"
# Whole numbers, with what languages put between thousands, before decimals and in times.
NUMBER = re.compile(rf"\d+(?:[.,:٫٬'’{SPACES}]\d+|h\d\d| \d{{3}}(?!\d))*")
# Day, month and year are numbers of their own: 03.05.2026, 3/5/2026, 2026-05-03, 3.5.
DATE = re.compile(r"(?<![\d.])(\d{1,4})([./-]) ?(\d{1,2})\2(?: ?(\d{1,4}))?(?!\d)")
TELEPHONE = re.compile(r"(?:\+|\(?0)\d[\d\s/()–-]{5,}\d")
ROMAN = re.compile(r"\b(?=[IVXL]+(?:e|\b))(?:XL|L?X{0,3})(?:I[XV]|V?I{0,3})")
TIME = re.compile(r"\d\s*(?:Uhr|h\b|[ap]\.?\s?m\b)|\d[:.]\d\d", re.IGNORECASE)
# Up to here authors, and languages, like to write numbers as words.
AS_WORD = 20


def different_numbers(source: str, translation: str, *languages: str) -> tuple[str, str] | None:
    """Give the numbers that only one of both texts has, where they do not say the same."""
    there, here = (numbers(text, languages) for text in (source, translation))
    left, right = (
        Counter({number: len(written) for number, written in found.items()})
        for found in (there, here)
    )
    left, right = left - right, right - left
    drop_roman(left, translation)
    drop_roman(right, source)
    is_time = bool(TIME.search(source) or TIME.search(translation))
    drop_alike(left, right, is_time=is_time)
    both = [*left, *right]
    if not both or (not (left and right) and max(both) <= AS_WORD):
        return None
    return listed(left, there), listed(right, here)


def numbers(text: str, languages: tuple[str, ...]) -> dict[int, list[str]]:
    """Give each number with the ways in which it is written."""
    text = TELEPHONE.sub(" ", DATE.sub(r" ;\1;\3;\4; ", text))
    for language in languages:
        text = with_months_as_numbers(text, language)
    found = defaultdict[int, list[str]](list)
    for match in NUMBER.finditer(text):
        digits = "".join(char for char in match[0] if char.isdecimal())
        found[int(digits)].append(match[0])
    return found


def with_months_as_numbers(text: str, language: str) -> str:
    names, pattern = months(language)
    return pattern.sub(lambda match: f" ;{names.get(match['name'].lower(), '')}; ", text)


@lru_cache
def months(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """Match a month's name beside a number: “May 2026”, but not “you may”."""
    with override(language):
        names = {
            str(name).rstrip(".").lower(): number
            for form in (MONTHS_3, MONTHS_ALT, MONTHS)
            for number, name in form.items()
        }
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    name = rf"(?<!\w)(?P<name>{'|'.join(longest_first)})(?!\w)\.?"
    after = r"(?:(?<=\d )|(?<=\d\. )|(?<=\d(?:st|nd|rd|th|er) ))"
    return names, re.compile(rf"(?:{after}|(?=\w+\.? ?,? ?\d)){name}", re.IGNORECASE)


def drop_roman(found: Counter[int], text: str) -> None:
    """Leave out what the other text says in Roman numerals: XXIe siècle."""
    for match in ROMAN.finditer(text):
        found.pop(arabic(match[0]), None)


def arabic(roman: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-one if one < then else one for one, then in zip(values, following, strict=True))


ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def drop_alike(left: Counter[int], right: Counter[int], *, is_time: bool) -> None:
    """Leave out what both say in another way: 2009/10 and 2009–2010, 18 Uhr and 6 pm."""
    for one in [*left]:
        for other in [*right]:
            if alike(one, other) or (is_time and times(one) & times(other)):
                left.pop(one, None)
                right.pop(other, None)
                break


def alike(one: int, other: int) -> bool:
    small, large = sorted((one, other))
    return large > 999 and large % 100 == small


def times(number: int) -> set[int]:
    """Give the ways to write an hour, alone or with its minutes."""
    hours = {number, number * 100}
    return hours | {hour + 12 for hour in hours} | {hour + 1200 for hour in hours}


def listed(found: Counter[int], written: dict[int, list[str]]) -> str:
    return ", ".join(written[number][0] for number in found)
