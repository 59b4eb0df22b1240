"""What is stored for search."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from graphql_api.documents.models import Document


class SearchEntry(models.Model):
    """What search knows of a document; it goes when the document goes.

    head: the words of its title (weight A) and former names (B). vector: these, and those of its
    lead (C) and body (D); each lexeme is `locale:word` or `locale~stem`. text: lead and body, for
    excerpts. The rest is copied from the document by a trigger.
    """

    # The migration has the database delete it with its document.
    document = models.OneToOneField(
        Document,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        db_constraint=False,
        related_name="search_entry",
    )
    key = models.UUIDField()
    locale = models.TextField()
    kind = models.TextField()
    site = models.BigIntegerField(null=True)
    expires_at = models.DateTimeField(null=True)
    is_archived = models.BooleanField()
    starts_on = models.DateField(null=True)
    head = SearchVectorField()
    vector = SearchVectorField()
    text = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["key", "locale"], name="search_translations"),
            GinIndex(fields=["head"], name="search_head", fastupdate=False),
            GinIndex(fields=["vector"], name="search_vector", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.locale}"


class SearchWord(models.Model):
    """A word that some document has or had: it widens what is asked, and is never shown."""

    pk = models.CompositePrimaryKey("locale", "word")
    locale = models.TextField(db_collation="C")
    word = models.TextField(db_collation="C")
    stem = models.TextField(db_collation="C")

    class Meta:
        indexes = [
            GinIndex(fields=["word"], name="search_word_trigrams", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["locale", "stem"], name="search_word_stem"),
        ]

    def __str__(self) -> str:
        return f"{self.locale}:{self.word}"
