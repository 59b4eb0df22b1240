"""Search through drafts: what they say in words, and views that lay it over what is searched."""

import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

SAID = (
    "kind, key, locale, site, path, position, parent, content_hash, starts_on, ends_on, "
    "status_override, is_archived, facets, first_published_at, published_at, expires_at, data"
)
ENTRY = "key, locale, kind, site, expires_at, is_archived, starts_on, head, vector, text"
DRAFT = "current_setting('graphql_api.draft')::uuid"
# What is new stands behind all that is public, as it will once it is published.
ID = f"COALESCE(r.document_id, {2**62} + r.id)"


def of(row: str, columns: str) -> str:
    """Name columns as those of `row`."""
    return ", ".join(f"{row}.{column}" for column in columns.split(", "))


def kept(row: str) -> str:
    """Say that the draft says nothing in the place of `row`."""
    return f"""NOT EXISTS (
  SELECT FROM graphql_api_draftrow r
  WHERE r.draft_id = {DRAFT} AND r.key = {row}.key AND r.locale = {row}.locale
)"""


def documents(draft_id: str) -> str:
    """Lay a draft's documents over the public ones."""
    return f"""
CREATE OR REPLACE VIEW graphql_api_preview.graphql_api_document AS
SELECT d.id, {of("d", SAID)}, d.source, d.requires, d.mentions, d.sort_key, d.card
FROM graphql_api_document d WHERE {kept("d")}
UNION ALL
SELECT {draft_id}, {of("r", SAID)}, '', '{{}}', '{{}}', r.sort_key, r.card
FROM graphql_api_draftrow r WHERE r.draft_id = {DRAFT} AND r.data IS NOT NULL;
"""


SEARCHED = f"""
CREATE VIEW graphql_api_preview.graphql_api_searchentry AS
SELECT e.document_id, {of("e", ENTRY)}
FROM graphql_api_searchentry e WHERE {kept("e")}
UNION ALL
SELECT {ID}, {of("r", ENTRY)}
FROM graphql_api_draftrow r WHERE r.draft_id = {DRAFT} AND r.vector IS NOT NULL;

CREATE VIEW graphql_api_preview.graphql_api_searchword AS
SELECT w.locale, w.word, w.stem FROM graphql_api_searchword w
UNION ALL
SELECT w.locale, w.word, w.stem FROM graphql_api_draftword w WHERE w.draft_id = {DRAFT};
"""
UNSEARCHED = """
DROP VIEW graphql_api_preview.graphql_api_searchentry;
DROP VIEW graphql_api_preview.graphql_api_searchword;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('graphql_api', '0013_drafts'),
    ]

    operations = [
        migrations.AddField(
            model_name='draftrow',
            name='document_id',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='draftrow',
            name='head',
            field=django.contrib.postgres.search.SearchVectorField(null=True),
        ),
        migrations.AddField(
            model_name='draftrow',
            name='text',
            field=models.TextField(default=''),
        ),
        migrations.AddField(
            model_name='draftrow',
            name='vector',
            field=django.contrib.postgres.search.SearchVectorField(null=True),
        ),
        migrations.CreateModel(
            name='DraftWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('locale', models.TextField(db_collation='C')),
                ('word', models.TextField(db_collation='C')),
                ('stem', models.TextField(db_collation='C')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='graphql_api.draft')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('draft', 'locale', 'word'), name='unique_draft_word')],
            },
        ),
        migrations.RunSQL(documents(ID) + SEARCHED, UNSEARCHED + documents("-r.id")),
    ]
