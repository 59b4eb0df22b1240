"""The site under test."""

import os

from cms.settings.base import *

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]

# Several people may run the tests on one server, each in a database of their own.
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("TEST_DATABASE", "test_leitbild")}

WHITENOISE_AUTOREFRESH = True

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# A test sees what its tasks did, also after another one served requests.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

WAGTAILADMIN_BASE_URL = "http://testserver"

# How busy the machine is says nothing about an operation.
GRAPHQL_API_MAX_SECONDS = 600
