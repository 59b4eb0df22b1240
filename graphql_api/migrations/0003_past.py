"""A view of the documents as they were at a moment, under the table's own name in a schema."""

from django.db import migrations, models

# What is not public now is not told of the past: each version stands beside its current document.
PAST = """
CREATE SCHEMA graphql_api_past;

CREATE VIEW graphql_api_past.graphql_api_document AS
SELECT d.id, v.kind, v.key, v.locale, v.site, v.path, v.position, v.parent, v.content_hash,
  v.starts_on, v.ends_on, v.status_override, v.is_archived, v.facets,
  v.first_published_at, v.published_at, v.expires_at, v.data, d.source, d.requires, d.mentions
FROM graphql_api_version v
JOIN graphql_api_document d ON d.key = v.key AND d.locale = v.locale
WHERE v.data IS NOT NULL AND v.seq IS NOT NULL
  AND v.valid_from <= current_setting('graphql_api.as_of')::timestamptz
  AND (v.valid_to IS NULL OR v.valid_to > current_setting('graphql_api.as_of')::timestamptz)
  AND (d.expires_at IS NULL OR d.expires_at > now());
"""


class Migration(migrations.Migration):
    dependencies = [("graphql_api", "0002_triggers")]
    operations = [
        migrations.AddIndex(
            "version", models.Index(fields=["site", "path"], name="version_path")
        ),
        migrations.AddIndex(
            "version",
            models.Index(
                fields=["seq"], condition=models.Q(("valid_to__isnull", True)), name="version_feed"
            ),
        ),
        migrations.RunSQL(PAST, "DROP SCHEMA graphql_api_past CASCADE"),
    ]
