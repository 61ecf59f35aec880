"""Django's door to the records."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The one application that has tables."""

    name = "muvofiq.records"
    label = "records"
