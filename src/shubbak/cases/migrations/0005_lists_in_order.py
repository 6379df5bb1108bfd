"""Lists find their rows in order at ten million cases, and no index is kept twice: a foreign key's own goes
where another begins with its column."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

AWAY = """
UPDATE cases_task t SET away = true FROM cases_case c
WHERE c.id = t.case_id
  AND (t.acting_path LIKE 'AG/%' OR t.acting_unit_id <> c.unit_id OR t.department NOT IN ('', c.department))
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_moved_dates"),
        ("catalogue", "0004_each_index_once"),
        ("payments", "0006_each_index_once"),
        ("people", "0003_words_of_names"),
        ("places", "0003_each_index_once"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="case",
            name="cases_home",
        ),
        migrations.RemoveIndex(
            model_name="case",
            name="cases_running",
        ),
        migrations.RemoveIndex(
            model_name="task",
            name="cases_task_service",
        ),
        migrations.AlterField(
            model_name="act",
            name="case",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="acts", to="cases.case"
            ),
        ),
        migrations.AlterField(
            model_name="case",
            name="beneficiary",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AlterField(
            model_name="case",
            name="number",
            field=models.CharField(db_collation="C", max_length=32),
        ),
        migrations.AlterField(
            model_name="case",
            name="unit",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.unit"
            ),
        ),
        migrations.AlterField(
            model_name="case",
            name="version",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalogue.serviceversion",
            ),
        ),
        migrations.AlterField(
            model_name="casedocument",
            name="case",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="documents", to="cases.case"
            ),
        ),
        migrations.AlterField(
            model_name="casepaper",
            name="case",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="cases.case"
            ),
        ),
        migrations.AlterField(
            model_name="moveddate",
            name="act",
            field=models.ForeignKey(
                db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.act"
            ),
        ),
        migrations.AlterField(
            model_name="moveddate",
            name="case",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="moved_dates", to="cases.case"
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="acting_unit",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.unit"
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="case",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="cases.case"
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="invoice",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="payments.invoice",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["governorate", "-submitted_at", "-id"], name="cases_newest"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)), fields=["beneficiary"], name="cases_running_of"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state", "open")),
                fields=["service_key", "acting_path", "due_on", "id"],
                name="cases_task_of_service",
            ),
        ),
        migrations.AddField("task", "away", models.BooleanField(default=False)),
        migrations.RunSQL(AWAY, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("away", True)),
                fields=["acting_path", "department", "case"],
                name="cases_task_came",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("number",), name="cases_number_once"),
        ),
    ]
