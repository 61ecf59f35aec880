"""Recommendations get a text, a kind, a priority and a state; the proposed wordings get a table of their own."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0009_assessment"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActTitle",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=8)),
                ("title", models.CharField(blank=True, max_length=500)),
                ("version", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("language",),
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("eid", models.CharField(blank=True, max_length=200)),
                ("after", models.CharField(blank=True, max_length=200)),
                ("unit", models.CharField(blank=True, max_length=200)),
                ("current", models.TextField(blank=True)),
                ("proposed", models.TextField(blank=True)),
                ("clause", models.TextField(blank=True)),
                ("losses", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("recommendation__number", "number"),
            },
        ),
        migrations.AddField(
            model_name="recommendation",
            name="cure",
            field=models.CharField(
                blank=True,
                choices=[
                    ("code", "code"),
                    ("law", "law"),
                    ("decree", "decree"),
                    ("order", "order"),
                    ("practice", "practice"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("amend", "amend"),
                    ("repeal", "repeal"),
                    ("new_act", "new_act"),
                    ("by_law", "by_law"),
                    ("practice", "practice"),
                    ("training", "training"),
                ],
                default="amend",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="priority",
            field=models.CharField(
                blank=True, choices=[("first", "first"), ("second", "second"), ("later", "later")], max_length=12
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="requirements",
            field=models.ManyToManyField(related_name="+", to="records.requirementedition"),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="seen",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("checked", "checked"),
                    ("shown", "shown"),
                    ("agreed", "agreed"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="term",
            field=models.CharField(
                blank=True, choices=[("short", "short"), ("medium", "medium"), ("long", "long")], max_length=12
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="text",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="together",
            field=models.ManyToManyField(related_name="moving_together", to="records.act"),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["amend", "repeal", "new_act", "by_law", "practice", "training"])),
                name="recommendation_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "checked", "shown", "agreed", "withdrawn"])),
                name="recommendation_state",
            ),
        ),
        migrations.AddField(
            model_name="acttitle",
            name="mission",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="act_titles", to="records.mission"
            ),
        ),
        migrations.AddField(
            model_name="acttitle",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="amendment",
            name="act",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="proposed_amendments", to="records.act"
            ),
        ),
        migrations.AddField(
            model_name="amendment",
            name="edition",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposed_amendments",
                to="records.edition",
            ),
        ),
        migrations.AddField(
            model_name="amendment",
            name="recommendation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="amendments", to="records.recommendation"
            ),
        ),
        migrations.AddField(
            model_name="amendment",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="acttitle",
            constraint=models.UniqueConstraint(fields=("mission", "language"), name="act_title_once"),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(fields=("recommendation", "number"), name="amendment_number_once"),
        ),
    ]
