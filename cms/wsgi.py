"""The site as a WSGI application; whoever serves it chooses DJANGO_SETTINGS_MODULE."""

import gc
import os

from cms import background
from graphql_api.caching import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = get_wsgi_application()
background.start()

# What is loaded by now stays: to look through it again with each few requests takes a third of
# their time.
gc.collect()
gc.freeze()
