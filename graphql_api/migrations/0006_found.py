"""How entries of search are matched: one function, whose plan no estimate may change."""

from django.db import migrations

# A function for its SET: the planner counts what reading the narrow table costs, but not what
# fetching its vectors does, and so would read them all wherever many match.
FOUND = """
CREATE FUNCTION graphql_api_found(wanted tsquery, ranks tsquery[]) RETURNS TABLE (
  document_id bigint, key uuid, locale text, kind text, site bigint, expires_at timestamptz,
  is_archived boolean, year int, rank int
) LANGUAGE sql STABLE ROWS 5000 SET enable_seqscan = off AS $$
  SELECT e.document_id, e.key, e.locale, e.kind, e.site, e.expires_at, e.is_archived,
    extract(year FROM e.starts_on)::int,
    CASE WHEN NOT e.head @@ ranks[4] THEN 0 WHEN e.head @@ ranks[1] THEN 4
      WHEN e.head @@ ranks[2] THEN 3 WHEN e.head @@ ranks[3] THEN 2 ELSE 1 END
  FROM graphql_api_searchentry e WHERE e.vector @@ wanted
$$;
"""

class Migration(migrations.Migration):
    dependencies = [("graphql_api", "0005_search")]
    operations = [migrations.RunSQL(FOUND, "DROP FUNCTION graphql_api_found")]
