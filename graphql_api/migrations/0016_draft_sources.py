"""Drafts know the rows they say: a preview tells where they are edited."""

from importlib import import_module

from django.db import migrations, models

searched = import_module("graphql_api.migrations.0014_searched_drafts")

BEFORE = searched.documents(searched.ID)
SAID = searched.of("r", searched.SAID)


class Migration(migrations.Migration):
    dependencies = [("graphql_api", "0015_shared_previews")]
    operations = [
        migrations.AddField("draftrow", "source", models.TextField(default="")),
        migrations.RunSQL(BEFORE.replace(f"{SAID}, '',", f"{SAID}, r.source,"), BEFORE),
    ]
