"""The same site as ours, read through models by strawberry-django and its optimizer."""

from cms.settings.production import *

INSTALLED_APPS = [
    "strawberry_django",
    *[app for app in INSTALLED_APPS if app not in {"graphql_api", "cms"}],
]
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("graphql_api.")]
ROOT_URLCONF = "benchmarks.contenders.optimizer.urls"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
