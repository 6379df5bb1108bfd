"""The trail's tables, partitioned by month from the start, with their triggers."""

from __future__ import annotations

import django.db.models.functions
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from shubbak.trail import partitions
from shubbak.trail.migrations import _tables

ENTRY = migrations.CreateModel(
    name="Entry",
    fields=[
        ("pk", models.CompositePrimaryKey("node", "epoch", "txid", "seq", "recorded_at")),
        ("node", models.IntegerField()),
        ("epoch", models.IntegerField()),
        ("txid", models.BigIntegerField()),
        ("seq", models.BigIntegerField()),
        ("recorded_at", models.DateTimeField(db_default=django.db.models.functions.Now())),
        ("happened_at", models.DateTimeField()),
        ("actor_kind", models.CharField(max_length=16)),
        ("actor_id", models.UUIDField()),
        ("role", models.CharField(max_length=32)),
        ("act", models.CharField(max_length=64)),
        ("subject", models.CharField(max_length=64)),
        ("subject_id", models.UUIDField(null=True)),
        ("unit", models.CharField(max_length=32)),
        ("facts", models.JSONField(default=dict)),
        ("leaf", models.BinaryField(max_length=32)),
    ],
    options={"db_table": "trail_entry"},
)
SEAL = migrations.CreateModel(
    name="Seal",
    fields=[
        ("pk", models.CompositePrimaryKey("node", "number")),
        ("node", models.IntegerField()),
        ("number", models.BigIntegerField()),
        ("epoch", models.IntegerField()),
        ("txid_from", models.BigIntegerField()),
        ("txid_to", models.BigIntegerField()),
        ("entries", models.BigIntegerField()),
        ("total", models.BigIntegerField()),
        ("root", models.BinaryField(max_length=32)),
        ("previous", models.BinaryField(max_length=32)),
        ("head", models.BinaryField(max_length=32)),
        ("sealed_at", models.DateTimeField()),
        ("key_id", models.CharField(max_length=16)),
        ("signature", models.BinaryField(max_length=64)),
    ],
    options={"db_table": "trail_seal"},
)
NODE = migrations.CreateModel(
    name="Node",
    fields=[
        ("single", models.BooleanField(default=True, primary_key=True, serialize=False)),
        ("node", models.IntegerField()),
        ("epoch", models.IntegerField()),
        ("cluster", models.CharField(max_length=64)),
        ("since", models.DateTimeField()),
    ],
    options={
        "db_table": "trail_node",
        "constraints": [models.CheckConstraint(condition=models.Q(("single", True)), name="trail_node_is_one_row")],
    },
)


def begin(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The first months and the first epoch; `config` calls it again after every migrate."""
    partitions.ensure(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(_tables.TABLES),
                migrations.RunSQL(_tables.TRIGGERS),
                migrations.RunSQL(_tables.MONTHS),
                migrations.RunSQL(_tables.SEALS),
            ],
            state_operations=[ENTRY, SEAL, NODE],
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.CreateModel(
            name="StoredAnswer",
            fields=[
                ("digest", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("fingerprint", models.BinaryField(max_length=32)),
                ("status", models.SmallIntegerField()),
                ("media_type", models.CharField(max_length=64)),
                ("body_sealed", models.BinaryField()),
                ("stored_at", models.DateTimeField(db_default=django.db.models.functions.Now())),
            ],
            options={
                "db_table": "trail_answer",
                "indexes": [models.Index(fields=["stored_at"], name="trail_answer_age")],
            },
        ),
    ]
