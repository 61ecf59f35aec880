"""Django's door to the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages, with their templates, styles and keys."""

    name = "muvofiq.web"
    label = "web"
