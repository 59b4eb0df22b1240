"""The same site as ours, read by wagtail-grapple instead of `graphql_api`."""

from cms.settings.production import *

INSTALLED_APPS = [
    "benchmarks.contenders.grapple.apps.Contender",
    "grapple",
    "graphene_django",
    *[app for app in INSTALLED_APPS if app not in {"graphql_api", "cms"}],
]
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("graphql_api.")]
ROOT_URLCONF = "benchmarks.contenders.grapple.urls"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}

GRAPHENE = {"SCHEMA": "grapple.schema.schema"}
GRAPPLE = {"APPS": ["vision_pages"]}
