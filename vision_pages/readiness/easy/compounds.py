"""Long nouns that are put together of several, without a mark between them.

No dictionary says which they are. What is left of a noun without its endings is short in a
simple word, however long that is: “Schwierigkeiten”, “Mitarbeiterinnen”.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.readiness.easy.rules import forbids

CORE = 12
NOUN = re.compile(r"(?<![\w.-])[A-ZÄÖÜ][\w·•‧-]*\w")
MARK = re.compile(r"[-·•‧]")
# Stands only between two words: Wohnung|s|bau.
JOINT = re.compile(r"\w{2}(?:ung|heit|keit|schaft|tion|tät|ling)s[a-zäöüß]{3}")
# Of places: Mönchengladbach, Griechenland
PLACE = re.compile(
    r"(?:bach|kirchen|hausen|weiler|th?al|furt|brücken?|burg|berg|dorf|land|ingen|leben)s?$"
)
INFLECTION = re.compile(r"(?:innen|in|ien|ie|en|em|es|er|e|(?<!io)n|s)$")
ENDING = re.compile(
    r"(?:ungs?|lichkeit|igkeit|keit|heit|schaft|schaftl|lich|nis|ation|ität|ismus|ling|er|ler)$"
)
BEGINNING = re.compile(
    r"^(?:zusammen|auseinander|heraus|hinaus|voraus|herein|hinein|wieder|weiter|unter|über|nach|ver"
    r"|vor|ent|zer|ein|auf|aus|mit|bei|her|hin|be|er|an|ab|ge|un|um|zu)(?=\w{4})"
)


@forbids(
    _(
        "Long words are easier to read in parts. "
        "Put hyphens between the parts, or take a shorter word: %(found)s."
    )
)
def unmarked_compounds(sentence: str) -> Iterator[str]:
    for match in NOUN.finditer(sentence.replace("\u00ad", "")):
        if any(map(is_compound, MARK.split(match[0]))):
            yield match[0]


def is_compound(word: str) -> bool:
    if word.isupper() or PLACE.search(word):
        return False
    return bool(JOINT.search(word)) or len(core(word.lower())) >= CORE


def core(word: str) -> str:
    """Take endings from a word, and what stands before a verb if the word is made of one."""
    stem = INFLECTION.sub("", word)
    bare = stem
    while (shorter := ENDING.sub("", bare)) != bare:
        bare = shorter
    if bare != stem or (stem != word and word.endswith(("er", "erin", "erinnen"))):
        while (shorter := BEGINNING.sub("", bare)) != bare:
            bare = shorter
    return bare
