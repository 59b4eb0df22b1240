"""Drafts as they are previewed: the rows that publishing would write, for who has their token."""

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from graphql_api.documents.models import Row
from graphql_api.frontends.models import Frontend


class Draft(models.Model):
    """What somebody made a preview of. subject: the row, as in Document; "" of a new page.

    is_copy: it stays as it is, whatever its author goes on to write. moment: what is then "now".
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    subject = models.TextField(default="")
    is_copy = models.BooleanField(default=False)
    moment = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["author", "subject"],
                condition=models.Q(is_copy=False),
                name="unique_draft_of_form",
            )
        ]
        indexes = [models.Index(fields=["expires_at"], name="draft_expiry")]

    def __str__(self) -> str:
        return f"{self.subject} ({self.id})"

    @property
    def is_edited(self) -> bool:
        """Say whether who opens it edits it: only then it tells where."""
        return self.author_id is not None and not self.is_copy


class SharedPreview(models.Model):
    """A link to a draft for people without an account; once it is revoked or over it has none."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_("Who gets the link and what for: only colleagues see it."),
    )
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("shared by"),
    )
    frontend = models.ForeignKey(
        Frontend, on_delete=models.CASCADE, related_name="+", verbose_name=_("frontend")
    )
    draft = models.OneToOneField(Draft, null=True, on_delete=models.SET_NULL, related_name="shared")
    created_at = models.DateTimeField(_("shared at"), auto_now_add=True)
    ends_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True)
    last_opened_at = models.DateTimeField(_("last opened"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("shared preview")
        verbose_name_plural = _("shared previews")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name


class DraftRow(Row):
    """A document of a draft; without data it hides the public one of its key and language.

    document_id: of the public one, if there is one, so that it keeps its place among equals.
    source: as in Document; what was never saved has no number yet. head, vector, text: its entry
    in search, as in SearchEntry; without a vector it has none.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="rows")
    document_id = models.BigIntegerField(null=True)
    source = models.TextField(default="")
    data = models.JSONField(null=True)
    card = models.GeneratedField(
        expression=models.Func("data", function="graphql_api_card"),
        output_field=models.TextField(null=True),
        db_persist=True,
    )
    head = SearchVectorField(null=True)
    vector = SearchVectorField(null=True)
    text = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "key", "locale"], name="unique_draft_row")
        ]
        indexes = [models.Index(fields=["draft", "path"], name="draft_path")]


class DraftWord(models.Model):
    """A word that a draft says and nothing public does, as in SearchWord."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="words")
    locale = models.TextField(db_collation="C")
    word = models.TextField(db_collation="C")
    stem = models.TextField(db_collation="C")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "locale", "word"], name="unique_draft_word")
        ]

    def __str__(self) -> str:
        return f"{self.locale}:{self.word}"
