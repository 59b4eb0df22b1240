"""Files that describe the API, for tools that want no introspection."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse

from graphql_api.schema import schema

APP = Path(__file__).resolve().parents[1]


@cache
def schema_text() -> str:
    """Print the schema, a host's types with ours."""
    return schema.as_str() + "\n"


def schema_file(request: HttpRequest) -> HttpResponse:
    return HttpResponse(schema_text(), content_type="application/graphql; charset=utf-8")


def described_by(name: str, content_type: str) -> Callable[[HttpRequest], HttpResponse]:
    """Give the view that serves one of the app's files."""

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse((APP / name).read_bytes(), content_type=content_type)

    return view


rich_text_schema = described_by("rich_text.schema.json", "application/schema+json")
rich_text_types = described_by("rich_text.d.ts", "text/plain; charset=utf-8")
