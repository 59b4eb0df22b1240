"""The API's addresses."""

from django.urls import URLPattern

app_name = "graphql_api"

urlpatterns: list[URLPattern] = []
