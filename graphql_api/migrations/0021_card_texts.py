"""Cards are texts: PostgreSQL writes JSON out anew whenever it is read, and a text as it lies there.

They stay in their row where they can: most have some hundred bytes.
"""

from importlib import import_module

from django.db import migrations, models

cards = import_module("graphql_api.migrations.0011_cards")
drafts = import_module("graphql_api.migrations.0016_draft_sources")

FUNCTION = cards.CARD.replace("RETURNS jsonb", "RETURNS text").replace(
    "SELECT COALESCE(jsonb_object_agg(said.key, said.value), '{}')",
    "SELECT COALESCE(jsonb_object_agg(said.key, said.value), '{}')::text",
)
DRAFTS = drafts.BEFORE.replace(f"{drafts.SAID}, '',", f"{drafts.SAID}, r.source,")

WITHOUT_VIEWS = """
DROP VIEW graphql_api_past.graphql_api_document;
DROP VIEW graphql_api_preview.graphql_api_document;
"""
WITHOUT_FUNCTION = "DROP FUNCTION graphql_api_card;"
VIEWS = cards.PAST + DRAFTS
IN_THEIR_ROWS = """
ALTER TABLE graphql_api_document ALTER card SET STORAGE MAIN;
ALTER TABLE graphql_api_draftrow ALTER card SET STORAGE MAIN;
"""


def card(output: models.Field) -> models.GeneratedField:
    return models.GeneratedField(
        expression=models.Func("data", function="graphql_api_card"),
        output_field=output,
        db_persist=True,
    )


class Migration(migrations.Migration):
    dependencies = [("graphql_api", "0020_purging")]
    operations = [
        migrations.RunSQL(WITHOUT_VIEWS, VIEWS),
        migrations.RemoveField("document", "card"),
        migrations.RemoveField("draftrow", "card"),
        migrations.RunSQL(WITHOUT_FUNCTION + FUNCTION, WITHOUT_FUNCTION + cards.CARD),
        migrations.AddField("document", "card", card(models.TextField())),
        migrations.AddField("draftrow", "card", card(models.TextField(null=True))),
        migrations.RunSQL(IN_THEIR_ROWS + VIEWS, WITHOUT_VIEWS),
    ]
