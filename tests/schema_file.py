"""The schema that is committed and shipped."""

from pathlib import Path

SCHEMA_FILE = Path(__file__).parents[1] / "graphql_api/schema.graphql"
