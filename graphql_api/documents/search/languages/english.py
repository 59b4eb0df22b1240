"""English: the possessive says nothing."""

import re

from graphql_api.documents.search.languages.language import Language, listed
from graphql_api.documents.search.languages.snowball import stemmer
from graphql_api.documents.search.tokens import APOSTROPHES, Readings, readings

POSSESSIVE = re.compile(f"[{APOSTROPHES}]s?$", re.IGNORECASE)

STOP_WORDS = listed(
    """a about an and are as at be but by can do for from has have how i if in into is it its me
    my no not of on or our so that the their them there they this to us was we what when where
    which who why will with you your"""
)


def apostrophe(token: str) -> Readings:
    return readings(POSSESSIVE.sub("", token))


ENGLISH = Language(stem=stemmer("english"), apostrophe=apostrophe, stop_words=STOP_WORDS)
