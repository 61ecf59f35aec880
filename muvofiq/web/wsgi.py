"""The door through which the web server asks for pages."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "muvofiq.settings")
application = get_wsgi_application()
