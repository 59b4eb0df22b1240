"""German: umlauts, ß and their spellings without them meet; words are written together."""

import re

from graphql_api.documents.search.folding import lowered, without_marks
from graphql_api.documents.search.languages.language import Language, listed
from graphql_api.documents.search.languages.snowball import stemmer

# Mueller, Koeln; but not Quelle, Steuer, bauen.
SPELT_OUT = re.compile("(?<![aeq])([aou])e")

STOP_WORDS = listed(
    """aber als am an auch auf aus bei bin bis bist da damit das dass dem den der des die dies
    diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es
    euch fur hat hatte ich ihr ihre im in ins ist ja kann man mein mich mir mit nach nicht
    noch nur ob oder ohne sein seine sich sie sind so und uns unser unsere um vom von vor war
    was wie wir wird wo zu zum zur uber unter"""
)


def fold(word: str) -> str:
    return without_marks(SPELT_OUT.sub(r"\1", lowered(word)))


GERMAN = Language(fold=fold, stem=stemmer("german"), stop_words=STOP_WORDS, compounds=True)
