"""The addresses of the API, to be included by a site's urls."""

from django.urls import path

from graphql_api.http.preview_files import content_checker, module
from graphql_api.http.schema_file import rich_text_schema, rich_text_types, schema_file
from graphql_api.http.views import DocumentsView
from graphql_api.schema import schema

app_name = "graphql_api"

urlpatterns = [
    path("", DocumentsView.as_view(schema=schema), name="graphql"),
    path("o/<str:digest>", DocumentsView.as_view(schema=schema), name="operation"),
    path("schema.graphql", schema_file, name="schema"),
    path("rich-text.schema.json", rich_text_schema, name="rich_text_schema"),
    path("rich-text.d.ts", rich_text_types, name="rich_text_types"),
    path("preview.js", module, name="preview_module"),
    path("content-checker.html", content_checker, name="content_checker"),
]
