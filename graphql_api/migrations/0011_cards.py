"""Cards: what documents say without their long texts, which lists neither read nor carry."""

from django.db import migrations, models

# A formatted text is a tree; a stream is a list of blocks, each with its kind.
CARD = """
CREATE FUNCTION graphql_api_card(data jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT COALESCE(jsonb_object_agg(said.key, said.value), '{}')
  FROM jsonb_each(data) said
  WHERE (jsonb_typeof(said.value) = 'object' AND said.value ? 'children') IS NOT TRUE
    AND (jsonb_typeof(said.value) = 'array' AND said.value -> 0 ? '@type') IS NOT TRUE
$$;
"""

PAST = """
CREATE OR REPLACE VIEW graphql_api_past.graphql_api_document AS
SELECT d.id, v.kind, v.key, v.locale, v.site, v.path, v.position, v.parent, v.content_hash,
  v.starts_on, v.ends_on, v.status_override, v.is_archived, v.facets,
  v.first_published_at, v.published_at, v.expires_at, v.data, d.source, d.requires, d.mentions,
  v.sort_key, graphql_api_card(v.data) AS card
FROM graphql_api_version v
JOIN graphql_api_document d ON d.key = v.key AND d.locale = v.locale
WHERE v.data IS NOT NULL AND v.seq IS NOT NULL
  AND v.valid_from <= current_setting('graphql_api.as_of')::timestamptz
  AND (v.valid_to IS NULL OR v.valid_to > current_setting('graphql_api.as_of')::timestamptz)
  AND (d.expires_at IS NULL OR d.expires_at > now());
"""


class Migration(migrations.Migration):
    dependencies = [("graphql_api", "0010_blocks")]
    operations = [
        migrations.RunSQL(CARD, "DROP FUNCTION graphql_api_card"),
        migrations.AddField(
            "document",
            "card",
            models.GeneratedField(
                expression=models.Func("data", function="graphql_api_card"),
                output_field=models.JSONField(),
                db_persist=True,
            ),
        ),
        migrations.RunSQL(PAST, migrations.RunSQL.noop),
        migrations.AddIndex(
            "document",
            models.Index(
                fields=["parent"],
                include=["starts_on", "ends_on", "expires_at"],
                condition=models.Q(("kind", "Stage")),
                name="document_stage_dates",
            ),
        ),
    ]
