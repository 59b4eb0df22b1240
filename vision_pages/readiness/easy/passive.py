"""The passive: a form of “werden”, and a participle at the end of its clause or before it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.readiness.easy.rules import forbids

PAST = "wurden?|wurdest|wurdet|worden"
PRESENT = "wirst|wird|werdet|werden?"
SEPARABLE = (
    "(?:zusammen|zurück|weiter|wieder|statt|teil|fest|frei|bereit|nach|vor|ein|auf|aus|mit|bei"
    "|her|hin|los|weg|durch|um|an|ab|zu|dar|hinzu)?"
)
PREFIX = "(?:be|er|ver|zer|ent|emp|miss|über|unter|wider|hinter)"
# Of strong verbs, with the vowel that only the participle has: besprochen, entschieden
STRONG = (
    "(?:[co]chen|ossen|boten|onnen|ieden|loren|anden|funden|bunden|nommen|orben|orfen|offen"
    "|[lrtwz]ogen|[hw]oben|choben|liehen|wiesen|rieben|riffen|rissen|ritten|nitten|wungen|unken"
    "|fohlen|stohlen)"
)
WEAK = rf"{SEPARABLE}ge\w{{2,}}t|{SEPARABLE}{PREFIX}\w{{2,}}t|\w{{2,}}iert"
SURE = rf"(?:{WEAK}|{SEPARABLE}ge\w{{2,}}en|{SEPARABLE}{PREFIX}\w*{STRONG})"
ANY = rf"(?:{WEAK}|{SEPARABLE}(?:ge|{PREFIX})\w{{2,}}en)"
# Infinitives (“Wir werden gewinnen”) and adjectives (“Es wird bekannt”) that look the same.
OTHERS = re.compile(
    r"ge(?:hen|ben|winnen|hören|nießen|schehen|lten|lingen|fallen|nehmigen|stalten|wöhnen|währen"
    r"|brauchen|fährden|stehen|nügen|raten|langen|nesen|horchen|denken|leiten|sunden)"
    r"|ge(?:recht|samt|eignet|schickt|spannt|wohnt|sund|mischt|lassen)"
    r"|be(?:reit|kannt|liebt|rühmt|wusst|sorgt|geistert)|unbekannt|unbeliebt|beste[nr]?"
    r"|er(?:st|nst)|ver(?:rückt|liebt|wandt)|(?:über|unter)all|überhaupt|übernächst"
)
CLAUSE_END = r"(?=\s*(?:[.,;!?)“]|$)|\s+(?:und|oder|als)\b)"


def pattern(auxiliary: str, participle: str) -> re.Pattern[str]:
    """Match “wird … gebaut” within a clause, and “gebaut wird”."""
    verb = rf"\b(?:{auxiliary}|{auxiliary.title()})\b"
    return re.compile(
        rf"(?P<verb>{verb})(?P<between>[^,;]*?)\s(?P<part>{participle}){CLAUSE_END}"
        rf"|\b(?P<part_before>{participle})\s+(?P<verb_after>{verb})"
    )


PATTERNS = (pattern(PRESENT, SURE), pattern(PAST, ANY))


@forbids(
    _(
        "A sentence says who does something. "
        "Write “The city builds” instead of “It is built”: %(found)s."
    )
)
def passives(sentence: str) -> Iterator[str]:
    for each in PATTERNS:
        for match in each.finditer(sentence):
            participle = match["part"] or match["part_before"]
            if OTHERS.fullmatch(participle):
                continue
            if match["part_before"]:
                yield f"{participle} {match['verb_after']}"
            else:
                yield f"{match['verb']}{' …' if match['between'].strip() else ''} {participle}"
