"""Search: an entry beside each page's document, and the words of all entries."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

SAID = (
    "kind, key, locale, site, path, position, parent, content_hash, starts_on, ends_on, "
    "status_override, is_archived, facets, first_published_at, published_at, expires_at"
)


def of(row):
    """Name what a document says as columns of `row`."""
    return ", ".join(f"{row}.{column}" for column in SAID.split(", "))


SORT_KEY = f"""
CREATE OR REPLACE FUNCTION graphql_api_put_version(said graphql_api_document) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- One version for each document and transaction: an unnumbered one is this transaction's own.
  DELETE FROM graphql_api_version v
  WHERE v.seq IS NULL AND v.key = said.key AND v.locale = said.locale;
  INSERT INTO graphql_api_version ({SAID}, sort_key, data)
  VALUES ({of("said")}, said.sort_key, said.data);
END $$;

CREATE OR REPLACE VIEW graphql_api_past.graphql_api_document AS
SELECT d.id, {of("v")}, v.data, d.source, d.requires, d.mentions, v.sort_key
FROM graphql_api_version v
JOIN graphql_api_document d ON d.key = v.key AND d.locale = v.locale
WHERE v.data IS NOT NULL AND v.seq IS NOT NULL
  AND v.valid_from <= current_setting('graphql_api.as_of')::timestamptz
  AND (v.valid_to IS NULL OR v.valid_to > current_setting('graphql_api.as_of')::timestamptz)
  AND (d.expires_at IS NULL OR d.expires_at > now());
"""

STORAGE = """
-- Vectors and texts lie out of line, the head in it, so that counting reads little.
ALTER TABLE graphql_api_searchentry
  SET (toast_tuple_target = 128),
  ALTER vector SET STORAGE EXTERNAL,
  ALTER head SET STORAGE MAIN;
"""

FOLLOW_DOCUMENT = """
ALTER TABLE graphql_api_searchentry
  ADD CONSTRAINT search_entry_document FOREIGN KEY (document_id)
  REFERENCES graphql_api_document ON DELETE CASCADE;

CREATE FUNCTION graphql_api_follow_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE graphql_api_searchentry e
  SET key = NEW.key, locale = NEW.locale, kind = NEW.kind, site = NEW.site,
    expires_at = NEW.expires_at, is_archived = NEW.is_archived, starts_on = NEW.starts_on
  WHERE e.document_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER graphql_api_follow_document AFTER UPDATE ON graphql_api_document
  FOR EACH ROW WHEN (
    (OLD.key, OLD.locale, OLD.kind, OLD.site, OLD.expires_at, OLD.is_archived, OLD.starts_on)
    IS DISTINCT FROM
    (NEW.key, NEW.locale, NEW.kind, NEW.site, NEW.expires_at, NEW.is_archived, NEW.starts_on)
  ) EXECUTE FUNCTION graphql_api_follow_document();
"""

DROP = """
DROP TRIGGER graphql_api_follow_document ON graphql_api_document;
DROP FUNCTION graphql_api_follow_document;
ALTER TABLE graphql_api_searchentry DROP CONSTRAINT search_entry_document;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('graphql_api', '0004_renditions'),
    ]

    operations = [
        TrigramExtension(),
        migrations.AddField(
            model_name='document',
            name='sort_key',
            field=models.TextField(db_collation='C', default=''),
        ),
        migrations.AddField(
            model_name='version',
            name='sort_key',
            field=models.TextField(db_collation='C', default=''),
        ),
        migrations.RunSQL(SORT_KEY, migrations.RunSQL.noop),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('document', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='search_entry', serialize=False, to='graphql_api.document')),
                ('key', models.UUIDField()),
                ('locale', models.TextField()),
                ('kind', models.TextField()),
                ('site', models.BigIntegerField(null=True)),
                ('expires_at', models.DateTimeField(null=True)),
                ('is_archived', models.BooleanField()),
                ('starts_on', models.DateField(null=True)),
                ('head', django.contrib.postgres.search.SearchVectorField()),
                ('vector', django.contrib.postgres.search.SearchVectorField()),
                ('text', models.TextField()),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['head'], name='search_head'), django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['vector'], name='search_vector')],
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('pk', models.CompositePrimaryKey('locale', 'word', blank=True, editable=False, primary_key=True, serialize=False)),
                ('locale', models.TextField(db_collation='C')),
                ('word', models.TextField(db_collation='C')),
                ('stem', models.TextField(db_collation='C')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['word'], name='search_word_trigrams', opclasses=['gin_trgm_ops']), models.Index(fields=['locale', 'stem'], name='search_word_stem')],
            },
        ),
        migrations.RunSQL(STORAGE + FOLLOW_DOCUMENT, DROP),
    ]
