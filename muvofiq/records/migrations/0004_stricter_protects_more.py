"""«Stricter» becomes «protects more».

The old word stood beside «full» and meant that the law goes beyond the standard in what it gives to persons. A law that
is stricter with persons had no word of its own and now has «restricts more». The history keeps the word that was given.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def _replace(apps: Apps, old: str, new: str) -> None:
    findings = apps.get_model("records", "Finding").objects
    for axis in ("law", "practice"):
        findings.filter(**{axis: old}).update(**{axis: new})


def name_what_was_meant(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    _replace(apps, "stricter", "protects_more")


def name_as_before(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    _replace(apps, "protects_more", "stricter")


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_verdicts_set_free"),
    ]

    operations = [
        migrations.RunPython(name_what_was_meant, name_as_before),
    ]
