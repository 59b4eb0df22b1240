"""French: what is left of an elided word says nothing."""

import re

from graphql_api.documents.search.languages.language import Language, listed
from graphql_api.documents.search.languages.snowball import stemmer
from graphql_api.documents.search.tokens import APOSTROPHES, Readings, readings

ELISION = re.compile(f"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[{APOSTROPHES}]", re.IGNORECASE)

STOP_WORDS = listed(
    """a au aux avec ce ces cette comme dans de des du elle elles en est et eux il ils je la le
    les leur leurs lui ma mais me mes mon ne nos notre nous on ou par pas pour qu que qui sa
    se ses si son sont sur ta te tes tu un une vos votre vous y"""
)


def apostrophe(token: str) -> Readings:
    return readings(ELISION.sub("", token))


FRENCH = Language(stem=stemmer("french"), apostrophe=apostrophe, stop_words=STOP_WORDS)
