"""A task carries its case's service: one service's work is found, and ordered, without a join."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_duties_apart")]

    operations = [
        migrations.AddField("task", "service_key", models.CharField(max_length=64, default=""), preserve_default=False),
        migrations.RunSQL(
            "UPDATE cases_task t SET service_key = c.service_key FROM cases_case c WHERE c.id = t.case_id",
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            "task",
            models.Index(
                fields=["service_key", "due_on", "id"],
                name="cases_task_service",
                condition=models.Q(("state", "open")),
            ),
        ),
    ]
