"""What the next moment is looked up by at which answers change by themselves."""

from django.db import migrations, models

EVENTS = """
CREATE INDEX graphql_api_document_events ON graphql_api_document (id)
WHERE kind = 'Stage' AND data->'participation_events' <> '[]';
"""


class Migration(migrations.Migration):
    dependencies = [("graphql_api", "0018_operations")]
    operations = [
        migrations.RunSQL(EVENTS, "DROP INDEX graphql_api_document_events"),
        migrations.AddIndex(
            "document",
            models.Index(
                fields=["expires_at"],
                condition=models.Q(expires_at__isnull=False),
                name="document_expiry",
            ),
        ),
    ]
