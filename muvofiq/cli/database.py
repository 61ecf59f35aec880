"""Commands that need the saved missions open the database first."""

import os

import django


def with_database() -> None:
    """Make the records usable in this process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "muvofiq.settings"  # whatever another project has set
    django.setup()
