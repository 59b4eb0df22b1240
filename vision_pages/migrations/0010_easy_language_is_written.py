"""Leichte Sprache that was begun string by string, before it was written freely, is that too."""

from typing import Any

from django.db import migrations

LANGUAGE = "de-simple"


def write_freely(apps: Any, schema_editor: Any) -> None:
    translations = apps.get_model("wagtail_localize", "Translation").objects
    translations.filter(target_locale__language_code=LANGUAGE).update(enabled=False)


class Migration(migrations.Migration):
    dependencies = [
        ("vision_pages", "0009_sign_language"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(write_freely, migrations.RunPython.noop)]
