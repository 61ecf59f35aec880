"""A recommendation no longer holds a wording itself."""

from django.db import migrations


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
    ]
