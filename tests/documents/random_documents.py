"""Documents as chance has them: in several languages and trees, archived, expired, of a facet."""

from datetime import date, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from graphql_api.documents.models import Document
from graphql_api.documents.reading import Moment

LANGUAGES = ("de", "en", "uk")
FACETS = ("field:1", "field:2")
MOMENT = Moment(timezone.now(), date(2026, 11, 27), "localhost")


def documents(random: Random, count: int) -> list[Document]:
    """Store so many projects, each in some of the languages."""
    trees = random.sample("123", 3)
    found: list[Document] = []
    for _ in range(count):
        key = UUID(int=random.getrandbits(128), version=4)
        for locale in random.sample(LANGUAGES, random.choice((1, 2, 3, 3))):
            place = f"{trees[LANGUAGES.index(locale)]}{random.randrange(10**6):06}"
            found.append(document(random, key, locale, place, f"{locale}:{len(found)}"))
    Document.objects.bulk_create(found)
    return found


def document(random: Random, key: UUID, locale: str, place: str, source: str) -> Document:
    title = random.choice("aabcdefgh")
    return Document(
        kind="Project",
        key=key,
        locale=locale,
        position=place,
        sort_key=title,
        data={"title": title},
        facets=[facet for facet in FACETS if random.random() < 0.5],
        is_archived=random.random() < 0.2,
        expires_at=random.choice([None, None, None, *EXPIRY]),
        starts_on=random.choice([date(2020, 1, 1), date(2030, 1, 1)]),
        source=source,
    )


EXPIRY = (MOMENT.now - timedelta(days=1), MOMENT.now + timedelta(days=1))


def is_readable(said: Document) -> bool:
    return said.expires_at is None or said.expires_at > MOMENT.now
