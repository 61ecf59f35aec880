"""A recommendation no longer holds a wording itself."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.exceptions import IrreversibleError


def refuse_the_way_back(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    """Refuse to go back once something is recommended: the earlier version has no place for several wordings."""
    if apps.get_model("records", "Recommendation").objects.exists():
        raise IrreversibleError("Recommendations hold several wordings now: restore the copy made before the update.")


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0011_wordings_moved"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="recommendation",
            name="act",
        ),
        migrations.RemoveField(
            model_name="recommendation",
            name="current",
        ),
        migrations.RemoveField(
            model_name="recommendation",
            name="edition",
        ),
        migrations.RemoveField(
            model_name="recommendation",
            name="eid",
        ),
        migrations.RemoveField(
            model_name="recommendation",
            name="proposed",
        ),
        migrations.RemoveField(
            model_name="recommendation",
            name="unit",
        ),
        migrations.RunPython(migrations.RunPython.noop, refuse_the_way_back),
    ]
