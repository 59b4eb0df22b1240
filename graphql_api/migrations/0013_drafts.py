"""Drafts: rows beside the documents, and a view under the documents' name that lays them over."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


SAID = (
    "kind, key, locale, site, path, position, parent, content_hash, starts_on, ends_on, "
    "status_override, is_archived, facets, first_published_at, published_at, expires_at, data"
)


def of(row: str) -> str:
    """Name what a document says as columns of `row`."""
    return ", ".join(f"{row}.{column}" for column in SAID.split(", "))


# Rows of a draft have ids of their own below zero.
PREVIEW = f"""
CREATE SCHEMA graphql_api_preview;

CREATE VIEW graphql_api_preview.graphql_api_document AS
SELECT d.id, {of("d")}, d.source, d.requires, d.mentions, d.sort_key, d.card
FROM graphql_api_document d
WHERE NOT EXISTS (
  SELECT FROM graphql_api_draftrow r
  WHERE r.draft_id = current_setting('graphql_api.draft')::uuid
    AND r.key = d.key AND r.locale = d.locale
)
UNION ALL
SELECT -r.id, {of("r")}, '', '{{}}', '{{}}', r.sort_key, r.card
FROM graphql_api_draftrow r
WHERE r.draft_id = current_setting('graphql_api.draft')::uuid AND r.data IS NOT NULL;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('graphql_api', '0012_frontends'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.TextField(default='')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField()),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='DraftRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField()),
                ('key', models.UUIDField()),
                ('locale', models.TextField(default='')),
                ('site', models.BigIntegerField(null=True)),
                ('path', models.TextField(null=True)),
                ('position', models.TextField(db_collation='C', null=True)),
                ('parent', models.UUIDField(null=True)),
                ('content_hash', models.TextField(default='')),
                ('sort_key', models.TextField(db_collation='C', default='')),
                ('starts_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('status_override', models.TextField(default='')),
                ('is_archived', models.BooleanField(default=False)),
                ('facets', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('first_published_at', models.DateTimeField(null=True)),
                ('published_at', models.DateTimeField(null=True)),
                ('expires_at', models.DateTimeField(null=True)),
                ('data', models.JSONField(null=True)),
                ('card', models.GeneratedField(db_persist=True, expression=models.Func('data', function='graphql_api_card'), output_field=models.JSONField(null=True))),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='graphql_api.draft')),
            ],
        ),
        migrations.AddIndex(
            model_name='draft',
            index=models.Index(fields=['expires_at'], name='draft_expiry'),
        ),
        migrations.AddIndex(
            model_name='draftrow',
            index=models.Index(fields=['draft', 'path'], name='draft_path'),
        ),
        migrations.AddConstraint(
            model_name='draftrow',
            constraint=models.UniqueConstraint(fields=('draft', 'key', 'locale'), name='unique_draft_row'),
        ),
        migrations.RunSQL(PREVIEW, "DROP SCHEMA graphql_api_preview CASCADE"),
    ]
