"""Ukrainian: apostrophes are left out, ґ is г; й and ї are letters of their own."""

from graphql_api.documents.search.folding import folded, suffixes
from graphql_api.documents.search.languages.language import Language, listed
from graphql_api.documents.search.tokens import APOSTROPHE, Readings, readings

ENDINGS = suffixes(
    """а я о е є у ю и і ї й ь ий ій ої ою ею єю ом ем єм ам ям ах ях ами ями ів їв ев єв ові еві
    єві ого ього ому ьому им ім их іх ими іми ія ії ію ією іям іях іями ість ості істю остей
    остям остях остями"""
)
DOUBLED = suffixes("нн тт лл сс цц дд жж зз чч шш")
DWELLERS = ("янин", "анин")
LEAST = 3

STOP_WORDS = listed(
    """а або але без в від вона вони він для до є з за зі и і із й на не ні о по про та те ти то
    у це ця цей цього чи що щоб як який я ми ви"""
)


def fold(word: str) -> str:
    return folded(word).replace("ґ", "г")


def stem(word: str) -> str:
    """Take off the longest ending; громадянин and громадяни share громадян."""
    left = word
    found = ENDINGS.search(word)
    if found and found.start() >= LEAST:
        left = word[: found.start()]
    if left.endswith(DWELLERS) and len(left) - 2 >= LEAST:
        return left[:-2]
    return left[:-1] if DOUBLED.search(left) and len(left) > LEAST else left


def apostrophe(token: str) -> Readings:
    return readings(APOSTROPHE.sub("", token))


UKRAINIAN = Language(fold=fold, stem=stem, apostrophe=apostrophe, stop_words=STOP_WORDS)
