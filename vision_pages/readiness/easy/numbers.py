"""Numbers that nobody can imagine: very large ones and very exact ones.

Years are fine, and so are what one pays, dials or writes on a letter.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.readiness.easy.rules import forbids

GREAT = 1_000_000
LAST_YEAR = 2099
ROUND = 100
LARGE = re.compile(
    r"\b(?:\d[\d.,]*|eine?|zwei|drei|mehrere|viele)\s(?:Million(?:en)?|Milliarden?)\b"
)
NUMBER = re.compile(
    r"(?<![\w.,:/-])(?<!\d\s)(?<!Telefon\s)(?<!Nummer\s)(?<!Raum\s)(?<!Zimmer\s)"
    r"(?P<whole>[1-9]\d{0,2}(?:[. ]\d{3})+|\d+)(?P<part>,\d+)?"
    r"(?![\w/:-]|[.,]\d|\s\d|\s(?:Million|Milliarde))(?P<price>\s?(?:Euro|€|Cent|Uhr))?"
)
POSTCODE = 5


@forbids(
    _(
        "Large and exact numbers are hard to imagine. "
        "Say about how many, for example “viele” or “fast die Hälfte”: %(found)s."
    )
)
def hard_numbers(sentence: str) -> Iterator[str]:
    for match in LARGE.finditer(sentence):
        yield match[0]
    for match in NUMBER.finditer(sentence):
        if is_hard(match["whole"], match["part"] or "", is_price=bool(match["price"])):
            yield f"{match['whole']}{match['part'] or ''}"


def is_hard(whole: str, part: str, *, is_price: bool) -> bool:
    digits = re.sub(r"\D", "", whole)
    if (digits.startswith("0") and len(digits) > 1) or len(whole) == POSTCODE == len(digits):
        return False
    number = int(digits)
    is_year = whole == digits and number <= LAST_YEAR
    is_exact = number > ROUND * 10 and number % ROUND > 0 and not is_year
    return number >= GREAT or is_exact or (bool(part) and not is_price)
