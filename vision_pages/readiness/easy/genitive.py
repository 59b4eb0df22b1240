"""The genitive, where its form shows: “des Rates”, “Ideen der Menschen”, “wegen der Baustelle”.

“Der” is many things. It counts after a noun or a preposition, before a feminine noun or a plural.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.readiness.easy.rules import forbids

NOUN = r"[A-ZÄÖÜ][\w·-]*\w"
ADJECTIVE = r"(?:[a-zäöüß]+e[nr]\s+)?"
# Before a noun these are genitive whatever the noun is.
MASCULINE = re.compile(
    rf"\b(?:[Dd]es|(?:[MmDdSs]?[Ee]in|[Kk]ein|[Ii]hr|[Uu]nser|[Ee]ur)es)\s+{ADJECTIVE}{NOUN}"
    rf"|\b(?:[Dd]ies|[Jj]ed|[Jj]en)es\s+{ADJECTIVE}[A-ZÄÖÜ][\w·-]{{2,}}(?:[^aeiouyäöüsk\W]s|[^s\W]es)\b"
)
FEMININE = (
    r"(?:Stadt|Frau|Welt|Zeit|Arbeit|Nacht|Mutter|Tochter|Schwester|Kunst|Wahl|Person|Firma|Bahn"
    r"|Natur|Politik|Fabrik|Musik|Bank|Post|Hand|Wand|Zukunft|Kultur|Polizei|Partei|Macht|Kraft"
    r"|Universität|Bürgerin)"
)
# Feminine by their ending, or a plural.
ENDING = r"(?:ung|heit|keit|schaft|tion|tät|innen|in|ei|ie|enz|anz|eit|adt|ur|elt|e|en)"
OTHERS = re.compile(
    r"(?:\w*[-·])?(?:Junge|Kollege|Kunde|Name|Gedanke|Wille|Glaube|Friede|Experte|Pate|Neffe|Löwe"
    r"|Hase|Affe|Käse|See|Kaffee|Tee|Schnee|Klee|Zeuge|Erbe|Bote|Franzose|Türke|Deutsche|Kranke"
    r"|Beamte|Vorsitzende|Beauftragte|Erwachsene|Verwandte|Bekannte|Jugendliche|Angestellte"
    r"|\w*garten|Garten|Laden|Wagen|Boden|Hafen|\w*hafen|Regen|Rasen|Norden|Süden|Osten|Westen"
    r"|Schaden|Graben|Ofen|Kuchen|Rücken|Frieden|Morgen|Schatten|Rahmen|Verein|Wein|Stein|Termin"
    r"|Schein|Herbst|Rhein|Main|Urin|Kamin|Brei|Papagei|Magen|Haken|Balken|Reifen|Streifen|\w*wein"
    r"|\w*laden|\w*verein|\w*termin|\w*wagen|\w*boden|\w*stein|Flur|\w*flur|\w*rahmen)"
)
DETERMINER = r"(?:der|einer|keiner|unserer|ihrer|seiner|meiner|deiner|eurer|dieser|aller|vieler)"
BEFORE = (
    r"(?:[Ww]egen|[Ww]ährend|[Tt]rotz|[Aa]ufgrund|[Ii]nnerhalb|[Aa]ußerhalb|[Aa]nhand|[Mm]ithilfe"
    r"|[Aa]nstatt)"
)
OTHER = re.compile(
    rf"(?:(?<=\s){NOUN}|\b{BEFORE}|^[A-ZÄÖÜ]\w*(?:ung|heit|keit|schaft|tion)(?:en)?)\s+{DETERMINER}\s+"
    rf"{ADJECTIVE}(?P<noun>{FEMININE}|[A-ZÄÖÜ][\w·-]*{ENDING})(?![\w·-])"
)
NAME = re.compile(r"\b(?:Köln|Europa|Berlin|Bonn|Deutschland|Frankreich)s\s+[A-ZÄÖÜ]\w+")


@forbids(_("The genitive is hard to understand. Write it with “von”: %(found)s."))
def genitives(sentence: str) -> Iterator[str]:
    for pattern in (MASCULINE, NAME):
        for match in pattern.finditer(sentence):
            yield match[0]
    for match in OTHER.finditer(sentence):
        if not OTHERS.fullmatch(match["noun"]):
            yield match[0]
