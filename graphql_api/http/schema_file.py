"""Files that describe the API, for tools that want no introspection."""

from collections.abc import Callable
from pathlib import Path

from django.http import HttpRequest, HttpResponse

APP = Path(__file__).resolve().parents[1]
SCHEMA_FILE = APP / "schema.graphql"


def described_by(name: str, content_type: str) -> Callable[[HttpRequest], HttpResponse]:
    """Give the view that serves one of the app's files."""

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse((APP / name).read_bytes(), content_type=content_type)

    return view


schema_file = described_by("schema.graphql", "application/graphql; charset=utf-8")
rich_text_schema = described_by("rich_text.schema.json", "application/schema+json")
rich_text_types = described_by("rich_text.d.ts", "text/plain; charset=utf-8")
