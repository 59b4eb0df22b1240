"""The address of the operations, and those of the pages, for which Wagtail asks the urls."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from strawberry.django.views import GraphQLView
from wagtail import urls as wagtail_urls

from benchmarks.contenders.optimizer.schema import schema

urlpatterns = [
    path("graphql/", csrf_exempt(GraphQLView.as_view(schema=schema))),
    *i18n_patterns(path("", include(wagtail_urls))),
]
