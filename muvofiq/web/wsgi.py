"""The door through which the web server asks for pages."""

import os
import sys

from django.core.wsgi import get_wsgi_application

# The threads of the process take turns. With Python's own turn of 5 ms, saving a verdict, which waits for the database
# some twenty times, loses a turn at each to somebody's page that is being drawn; `make load` shows the difference.
TURN = 0.0005  # seconds

sys.setswitchinterval(TURN)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "muvofiq.settings")
application = get_wsgi_application()
