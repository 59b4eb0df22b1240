"""The rules of each language: how its words are folded and stemmed, which say nothing."""

from functools import cache

from graphql_api.documents.search.languages.arabic import ARABIC
from graphql_api.documents.search.languages.english import ENGLISH
from graphql_api.documents.search.languages.french import FRENCH
from graphql_api.documents.search.languages.german import GERMAN
from graphql_api.documents.search.languages.language import Language
from graphql_api.documents.search.languages.snowball import ALGORITHMS, stemmer
from graphql_api.documents.search.languages.turkish import TURKISH
from graphql_api.documents.search.languages.ukrainian import UKRAINIAN

OWN = {
    "ar": ARABIC,
    "de": GERMAN,
    "en": ENGLISH,
    "fr": FRENCH,
    "tr": TURKISH,
    "uk": UKRAINIAN,
}

__all__ = ["Language", "language"]


@cache
def language(locale: str) -> Language:
    """Give the rules of a locale: `de-simple` is German; a language without rules is folded."""
    code = locale.partition("-")[0].lower()
    if code in OWN:
        return OWN[code]
    return Language(stem=stemmer(ALGORITHMS[code])) if code in ALGORITHMS else Language()
