"""The proposed wording of each recommendation moves to the new table; what was saved stays as it was written."""

from uuid import uuid4

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MOVED = ("act_id", "edition_id", "eid", "unit", "current", "proposed", "written_by_id", "written_at")


def move(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    """Make one amendment for each recommendation."""
    recommendations = apps.get_model("records", "Recommendation")
    amendments = apps.get_model("records", "Amendment")
    amendments.objects.bulk_create(
        amendments(id=uuid4(), recommendation_id=row.pk, number=1, **{name: getattr(row, name) for name in MOVED})
        for row in recommendations.objects.all()
    )


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0010_amendments"),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
