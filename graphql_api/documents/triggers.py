"""Triggers on the host's own tables of images and files, which no migration of ours can know.

Wagtail moves files between collections by update(), without a signal. These withdraw what comes
into a private collection; what leaves one is written by the receivers.
"""

from django.db import connection, models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

FUNCTION = """
CREATE OR REPLACE FUNCTION graphql_api_follow_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR EXISTS (
    SELECT FROM wagtailcore_collectionviewrestriction restriction
    JOIN wagtailcore_collection private ON private.id = restriction.collection_id
    JOIN wagtailcore_collection own ON starts_with(own.path, private.path)
    WHERE own.id = NEW.collection_id
  ) THEN
    DELETE FROM graphql_api_document d WHERE d.source = TG_ARGV[0] || ':' || OLD.id;
  END IF;
  RETURN NULL;
END $$
"""

TRIGGER = """
CREATE OR REPLACE TRIGGER graphql_api_follow_file
AFTER UPDATE OF collection_id OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION graphql_api_follow_file('{label}')
"""


def install() -> None:
    """Create the triggers, or replace them: the host may have changed its models."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTION)
        for model in (get_image_model(), get_document_model()):
            cursor.execute(trigger(model))


def trigger(model: type[models.Model]) -> str:
    table = connection.ops.quote_name(model._meta.db_table)
    return TRIGGER.format(table=table, label=model._meta.label_lower)
