"""The schema as a file, for tools that want no introspection."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse

SCHEMA_FILE = Path(__file__).resolve().parents[1] / "schema.graphql"


def schema_file(request: HttpRequest) -> HttpResponse:
    """Serve the committed schema."""
    return HttpResponse(SCHEMA_FILE.read_bytes(), content_type="application/graphql; charset=utf-8")
