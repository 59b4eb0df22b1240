"""The same site as ours, read by Wagtail's REST API instead of `graphql_api`."""

from cms.settings.production import *

INSTALLED_APPS = [
    "benchmarks.contenders.rest.apps.Contender",
    "wagtail.api.v2",
    "rest_framework",
    *[app for app in INSTALLED_APPS if app not in {"graphql_api", "cms"}],
]
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("graphql_api.")]
ROOT_URLCONF = "benchmarks.contenders.rest.urls"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}

WAGTAILAPI_LIMIT_MAX = 50
WAGTAILAPI_RICH_TEXT_FORMAT = "html"
REST_FRAMEWORK = {"DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]}
