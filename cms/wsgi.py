"""The site as a WSGI application; whoever serves it chooses DJANGO_SETTINGS_MODULE."""

import os

from django.core.wsgi import get_wsgi_application

from cms import background

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = get_wsgi_application()
background.start()
