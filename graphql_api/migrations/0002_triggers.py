"""Triggers: documents follow their pages' place in the tree, versions follow their documents."""

from django.db import migrations

SAID = (
    "kind, key, locale, site, path, position, parent, content_hash, starts_on, ends_on, "
    "status_override, is_archived, facets, first_published_at, published_at, expires_at"
)


def of(row: str) -> str:
    """Name what a document says as columns of `row`."""
    return ", ".join(f"{row}.{column}" for column in SAID.split(", "))


PLACE = """
CREATE FUNCTION graphql_api_place(
  url_path text, locale bigint, "position" text, OUT site bigint, OUT path text, OUT parent uuid
) LANGUAGE sql STABLE AS $$
  SELECT s.id,
    '/' || l.language_code || '/' || substr($1, length(root.url_path) + 1),
    CASE WHEN $1 <> root.url_path THEN
      (SELECT above.translation_key FROM wagtailcore_page above WHERE above.path = left($3, -4))
    END
  FROM wagtailcore_site s
  JOIN wagtailcore_page home ON home.id = s.root_page_id
  JOIN wagtailcore_page root
    ON root.translation_key = home.translation_key AND root.locale_id = $2
  JOIN wagtailcore_locale l ON l.id = $2
  WHERE starts_with($1, root.url_path)
  ORDER BY length(root.url_path) DESC, s.is_default_site DESC, s.id
  LIMIT 1
$$;
"""

FOLLOW_PAGES = """
CREATE FUNCTION graphql_api_follow_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM page_now n JOIN page_before b USING (id)
    WHERE (n.path, n.url_path, n.live) IS DISTINCT FROM (b.path, b.url_path, b.live)
  ) THEN
    RETURN NULL;
  END IF;

  DELETE FROM graphql_api_document d USING page_now n JOIN page_before b USING (id)
  WHERE b.live AND NOT n.live AND d.requires @> ARRAY[n.id::bigint];

  UPDATE graphql_api_document d
  SET site = place.site, path = place.path, parent = place.parent, position = n.path
  FROM page_now n JOIN page_before b USING (id)
    LEFT JOIN LATERAL graphql_api_place(n.url_path, n.locale_id, n.path) place ON TRUE
  WHERE d.source = 'wagtailcore.page:' || n.id
    AND (n.path, n.url_path) IS DISTINCT FROM (b.path, b.url_path)
    AND (d.site, d.path, d.parent, d.position)
      IS DISTINCT FROM (place.site, place.path, place.parent, n.path COLLATE "C");

  DELETE FROM graphql_api_document d USING page_now n
  WHERE d.source = 'wagtailcore.page:' || n.id AND d.site IS NULL;

  -- A tree repaired row by row: a page may arrive at its path after its children did.
  UPDATE graphql_api_document d SET parent = n.translation_key
  FROM page_now n JOIN page_before b USING (id)
  WHERE n.path <> b.path
    AND d.position > n.path COLLATE "C" AND d.position < (n.path || 'z') COLLATE "C"
    AND length(d.position) = length(n.path) + 4
    AND d.parent <> n.translation_key;
  RETURN NULL;
END $$;

CREATE TRIGGER graphql_api_follow_pages AFTER UPDATE ON wagtailcore_page
  REFERENCING OLD TABLE AS page_before NEW TABLE AS page_now
  FOR EACH STATEMENT EXECUTE FUNCTION graphql_api_follow_pages();
"""

WITHDRAW_PAGES = """
CREATE FUNCTION graphql_api_withdraw_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM graphql_api_document d USING page_before b
  WHERE d.source = 'wagtailcore.page:' || b.id;
  RETURN NULL;
END $$;

CREATE TRIGGER graphql_api_withdraw_pages AFTER DELETE ON wagtailcore_page
  REFERENCING OLD TABLE AS page_before
  FOR EACH STATEMENT EXECUTE FUNCTION graphql_api_withdraw_pages();
"""

WRITE_VERSION = f"""
CREATE FUNCTION graphql_api_put_version(said graphql_api_document) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- One version for each document and transaction: an unnumbered one is this transaction's own.
  DELETE FROM graphql_api_version v
  WHERE v.seq IS NULL AND v.key = said.key AND v.locale = said.locale;
  INSERT INTO graphql_api_version ({SAID}, data) VALUES ({of("said")}, said.data);
END $$;

CREATE FUNCTION graphql_api_write_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD.key, OLD.locale) <> (NEW.key, NEW.locale)) THEN
    OLD.data := NULL;
    OLD.content_hash := '';
    PERFORM graphql_api_put_version(OLD);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM graphql_api_put_version(NEW);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER graphql_api_write_version AFTER INSERT OR DELETE ON graphql_api_document
  FOR EACH ROW EXECUTE FUNCTION graphql_api_write_version();
CREATE TRIGGER graphql_api_rewrite_version AFTER UPDATE ON graphql_api_document
  FOR EACH ROW WHEN (({of("OLD")}) IS DISTINCT FROM ({of("NEW")}))
  EXECUTE FUNCTION graphql_api_write_version();
"""

STAMP_VERSION = f"""
CREATE SEQUENCE graphql_api_version_seq;

CREATE FUNCTION graphql_api_stamp_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine graphql_api_version;
  last graphql_api_version;
  number bigint;
  moment timestamptz;
BEGIN
  -- 1. lock  2. nextval  3. write  4. notify: any other order lets a reader miss a version.
  PERFORM pg_advisory_xact_lock(hashtextextended('graphql_api.version', 0));
  SELECT * INTO mine FROM graphql_api_version v WHERE v.id = NEW.id;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO last FROM graphql_api_version v
  WHERE v.key = mine.key AND v.locale = mine.locale AND v.valid_to IS NULL AND v.seq IS NOT NULL;
  IF ({of("mine")}) IS NOT DISTINCT FROM ({of("last")}) OR (last.id IS NULL AND mine.data IS NULL) THEN
    DELETE FROM graphql_api_version v WHERE v.id = mine.id;
    RETURN NULL;
  END IF;

  -- All versions of a transaction hold from one moment, so that a past moment is never torn.
  moment := nullif(current_setting('graphql_api.stamped_at', true), '')::timestamptz;
  IF moment IS NULL THEN
    moment := clock_timestamp();
    PERFORM set_config('graphql_api.stamped_at', moment::text, true);
  END IF;
  number := nextval('graphql_api_version_seq');
  UPDATE graphql_api_version v SET valid_to = moment WHERE v.id = last.id;
  UPDATE graphql_api_version v SET seq = number, valid_from = moment WHERE v.id = mine.id;
  PERFORM pg_notify('content_version', number::text);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER graphql_api_stamp_version AFTER INSERT ON graphql_api_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION graphql_api_stamp_version();
"""

DROP = """
DROP TRIGGER graphql_api_stamp_version ON graphql_api_version;
DROP TRIGGER graphql_api_rewrite_version ON graphql_api_document;
DROP TRIGGER graphql_api_write_version ON graphql_api_document;
DROP TRIGGER graphql_api_withdraw_pages ON wagtailcore_page;
DROP TRIGGER graphql_api_follow_pages ON wagtailcore_page;
DROP FUNCTION graphql_api_stamp_version;
DROP FUNCTION graphql_api_write_version;
DROP FUNCTION graphql_api_put_version;
DROP FUNCTION graphql_api_withdraw_pages;
DROP FUNCTION graphql_api_follow_pages;
DROP FUNCTION graphql_api_place;
DROP SEQUENCE graphql_api_version_seq;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("graphql_api", "0001_documents"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]
    operations = [
        migrations.RunSQL(
            PLACE + FOLLOW_PAGES + WITHDRAW_PAGES + WRITE_VERSION + STAMP_VERSION, DROP
        )
    ]
