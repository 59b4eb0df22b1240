"""The site on the developer's own machine, and the demo."""

import os

from cms.settings.base import *

DEBUG = True
SECRET_KEY = "only-for-development"  # noqa: S105
ALLOWED_HOSTS = ["*"]
INTERNAL_IPS = ["127.0.0.1"]

# Frontends in development serve themselves from this machine, on a port of their own.
CORS_ALLOWED_ORIGIN_REGEXES = [r"^http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$"]

# The reference frontend shows the pages; its files lie where no page can.
FRONTEND = BASE_DIR / "examples" / "frontend"
STATICFILES_DIRS = [("frontend", FRONTEND)]

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

WAGTAILADMIN_BASE_URL = os.environ.get("WAGTAILADMIN_BASE_URL", "http://127.0.0.1:8000")
