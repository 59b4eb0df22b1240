"""What is stored: the current documents, and every version they ever had."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Deferrable, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Left


class Row(models.Model):
    """What a page, snippet, image, file, site or redirect says in one language.

    sort_key: orders it by title among others in its language.
    """

    kind = models.TextField()
    key = models.UUIDField()
    locale = models.TextField(default="")
    site = models.BigIntegerField(null=True)
    path = models.TextField(null=True)
    position = models.TextField(null=True, db_collation="C")
    parent = models.UUIDField(null=True)
    content_hash = models.TextField(default="")
    sort_key = models.TextField(default="", db_collation="C")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    status_override = models.TextField(default="")
    is_archived = models.BooleanField(default=False)
    facets = ArrayField(models.TextField(), default=list)
    first_published_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Document(Row):
    """What is public now. `requires` and `mentions` never leave the house, `source` in previews.

    card: the data without formatted texts and streams, for who does not ask for them; as JSON in
    a text, which is read as it lies there. source: the row it says, as "app.model:pk". requires:
    pages that must be live for it to be public. mentions: the keys it names.
    """

    data = models.JSONField()
    card = models.GeneratedField(
        expression=models.Func("data", function="graphql_api_card"),
        output_field=models.TextField(),
        db_persist=True,
    )
    source = models.TextField(unique=True)
    requires = ArrayField(models.BigIntegerField(), default=list)
    mentions = ArrayField(models.UUIDField(), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "locale"],
                name="unique_document_key",
                deferrable=Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["site", "path"],
                name="unique_document_path",
                deferrable=Deferrable.DEFERRED,
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "locale", "position"],
                include=["key", "is_archived", "expires_at", "site"],
                name="document_list",
            ),
            models.Index(
                models.F("kind"),
                models.F("locale"),
                Left("sort_key", 100),
                name="document_titles",
            ),
            models.Index(fields=["parent", "locale", "position"], name="document_children"),
            models.Index(fields=["position"], name="document_position"),
            models.Index(
                fields=["parent"],
                include=["starts_on", "ends_on", "expires_at"],
                name="document_stage_dates",
                condition=Q(kind="Stage"),
            ),
            GinIndex(fields=["facets"], name="document_facets"),
            GinIndex(fields=["requires"], name="document_requires"),
            GinIndex(fields=["mentions"], name="document_mentions"),
            models.Index(
                fields=["locale", "position"],
                name="document_menu",
                condition=Q(data__show_in_menus=True),
            ),
            models.Index(
                fields=["locale", "-first_published_at"],
                name="document_news",
                condition=Q(path__isnull=False),
            ),
            models.Index(
                fields=["expires_at"],
                name="document_expiry",
                condition=Q(expires_at__isnull=False),
            ),
            models.Index(
                models.F("site"),
                KT("data__path"),
                name="document_redirects",
                condition=Q(kind="Redirect"),
            ),
        ]


class Version(Row):
    """A document as it was from `valid_from` until `valid_to`; without data: withdrawn.

    `seq` is drawn at commit, in the order in which versions become visible.
    """

    seq = models.BigIntegerField(null=True, unique=True)
    data = models.JSONField(null=True)
    valid_from = models.DateTimeField(null=True)
    valid_to = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["key", "locale", "valid_from"], name="version_as_of"),
            models.Index(fields=["kind", "locale", "valid_from"], name="version_list"),
            models.Index(fields=["site", "path"], name="version_path"),
            models.Index(
                fields=["key", "locale"],
                name="version_current",
                condition=Q(valid_to__isnull=True),
            ),
            models.Index(fields=["seq"], name="version_feed", condition=Q(valid_to__isnull=True)),
        ]


class RenditionSet(models.Model):
    """The files made of an image for all presets, or why there are none.

    source: the image's row, as in Document. state: what of the image they show, see
    `renditions.state`. checksum: of the file they were made of. recipe: how they were made.
    files: their names in storage. data: see `renditions.described`.
    """

    source = models.TextField(unique=True)
    state = models.TextField()
    checksum = models.TextField()
    recipe = models.TextField()
    files = ArrayField(models.TextField(), default=list)
    data = models.JSONField(default=dict)
    error = models.TextField(default="")
