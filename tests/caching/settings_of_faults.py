"""The site in production, which shows nothing old for long."""

import os

from cms.settings.production import *  # noqa: F403
from cms.settings.production import DATABASES

GRAPHQL_API_STALE_SECONDS = int(os.environ.get("STALE_SECONDS", "30"))
GRAPHQL_API_LISTEN_URL = os.environ.get("LISTEN_URL", "")
# A pooler that hands on connections knows no prepared statements.
if GRAPHQL_API_LISTEN_URL:
    DATABASES["default"]["OPTIONS"]["prepare_threshold"] = None
