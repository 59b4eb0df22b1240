"""A made-up city of any size: documents in seven languages, the same for the same seed.

Its words are distributed as in real texts (Zipf), so that some are in nearly all documents.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from random import Random
from uuid import UUID

from django.db import connection, transaction
from psycopg.types.json import Jsonb

from graphql_api.documents.projection import DocumentRow
from graphql_api.documents.registry import Registration, Weight
from graphql_api.documents.search import entries

SHARES = {"de": 40, "en": 20, "tr": 12, "uk": 10, "ar": 10, "fr": 5, "de-simple": 3}
KINDS = ("Project", "Project", "Project", "Stage", "Stage", "Vision", "LeitbildEntry")
COMMON = {
    "de": "der die und in den von zu mit Stadt für ist das auf Bürger Haus Park Rat Müll "
    "Verwaltung Abfuhr Garten Straße Weg Kinder Schule Bad Reinigung Wasser Rhein Köln Zukunft "
    "Platz",
    "en": "the of and to in city for is on that strategy citizen park house council road school",
    "tr": "ve bir bu şehir için ile da de belediye park sokak okul ırmak ışık gelecek",
    "uk": "і в на місто з та для що парк вулиця школа громадяни стратегія участь",
    "ar": "في من مدينة على إلى و المواطن خدمة إدارة حديقة شارع مدرسة",
    "fr": "la de et les ville des en pour est un parc rue école citoyen forêt",
}
LETTERS = {
    "uk": ("бвгджзклмнпрстфхцчш", "аеиіоу"),
    "ar": ("بتثجحخدذرزسشصضطظعغفقكلمنهوي", "ايو"),
}
WORDS_OF_A_LANGUAGE = 60_000
WEIGHTS = {"title": Weight.TITLE, "summary": Weight.LEAD, "body": Weight.BODY}
REGISTRATION = Registration("", (), weights=WEIGHTS)
BATCH = 500

DOCUMENTS = """
INSERT INTO graphql_api_document (kind, key, locale, site, path, position, sort_key, data,
  content_hash, status_override, is_archived, facets, source, requires, mentions, starts_on)
SELECT d.*, '', '', FALSE, '{}', d.data->>'source', '{}', '{}', (d.data->>'day')::date
FROM jsonb_to_recordset(%s) AS d(kind text, key uuid, locale text, site bigint, path text,
  "position" text, sort_key text, data jsonb)
"""


class Words:
    """The words of a language, the most frequent first."""

    def __init__(self, locale: str, random: Random) -> None:
        code = locale.partition("-")[0]
        known = COMMON[code].split()
        made = [*self.compounds(code, known, random), *self.syllables(code, random)]
        random.shuffle(made)
        self.words = [*known, *made][:WORDS_OF_A_LANGUAGE]
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        self.random = random

    def compounds(self, code: str, known: Sequence[str], random: Random) -> list[str]:
        if code != "de":
            return []
        nouns = [word for word in known if word[0].isupper()]
        return [first + last.lower() for first, last in product(nouns, nouns) if first != last]

    def syllables(self, code: str, random: Random) -> Iterator[str]:
        consonants, vowels = LETTERS.get(code, ("bdfghklmnprstvwz", "aeiou"))
        for _ in range(WORDS_OF_A_LANGUAGE):
            yield "".join(
                random.choice(consonants) + random.choice(vowels) + random.choice(["", "n", "r"])
                if code not in LETTERS
                else random.choice(consonants) + random.choice(vowels)
                for _ in range(random.randint(2, 5))
            )

    def text(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=count))


def documents(count: int, seed: int = 21) -> Iterator[DocumentRow]:
    """Yield documents that say what the generated pages of a city would."""
    random = Random(seed)
    words = {locale: Words(locale, random) for locale in SHARES}
    locales = random.choices(list(SHARES), list(SHARES.values()), k=count)
    for number, locale in enumerate(locales):
        source = f"benchmark.page:{number}"
        data = {
            "source": source,
            "title": words[locale].text(random.randint(2, 6)).capitalize(),
            "summary": words[locale].text(random.randint(8, 20)),
            "body": words[locale].text(random.randint(60, 260)),
            "day": f"{random.randint(1990, 2026)}-01-01",
        }
        yield DocumentRow(
            random.choice(KINDS), str(UUID(int=random.getrandbits(128))), source, data,
            data["title"], REGISTRATION, locale, path=f"/{locale}/{number}/",
        )  # fmt: skip


def load(count: int) -> None:
    """Write documents straight into the tables, without the pages they would say."""
    batch: list[DocumentRow] = []
    for row in documents(count):
        batch.append(row)
        if len(batch) == BATCH:
            write(batch)
            batch = []
    write(batch)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def write(batch: list[DocumentRow]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        # Without triggers: there are no pages to follow, and nobody asks for versions.
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(DOCUMENTS, [Jsonb([as_row(row) for row in batch])])
        entries.write(batch)


def as_row(row: DocumentRow) -> dict[str, object]:
    columns = ("kind", "key", "locale", "site", "path", "position", "sort_key", "data")
    return {column: getattr(row, column) for column in columns}
