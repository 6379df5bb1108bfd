"""Dates that were moved, with their reasons: only appended to. Running cases can be walked in order."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import shubbak.kernel.ids

FINAL = """
CREATE FUNCTION cases_moved_date_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was told of a moved date is only appended to'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'cases_moved_date_final',
              TABLE = 'cases_moveddate';
END $$;

CREATE TRIGGER cases_moved_date_final BEFORE UPDATE OR DELETE ON cases_moveddate
    FOR EACH ROW EXECUTE FUNCTION cases_moved_date_is_final();
ALTER TABLE cases_moveddate ENABLE ALWAYS TRIGGER cases_moved_date_final;
CREATE TRIGGER cases_moved_date_kept BEFORE TRUNCATE ON cases_moveddate
    FOR EACH STATEMENT EXECUTE FUNCTION cases_moved_date_is_final();
ALTER TABLE cases_moveddate ENABLE ALWAYS TRIGGER cases_moved_date_kept;
"""

UNDO = """
DROP TRIGGER cases_moved_date_kept ON cases_moveddate;
DROP TRIGGER cases_moved_date_final ON cases_moveddate;
DROP FUNCTION cases_moved_date_is_final;
"""


def _to(model: str, **more: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=f"cases.{model}", **more)


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_task_of_service")]

    operations = [
        migrations.CreateModel(
            name="MovedDate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("case", _to("case", related_name="moved_dates")),
                ("act", _to("act", null=True, related_name="+")),
                ("kind", models.CharField(max_length=8)),
                ("limit", models.CharField(max_length=64)),
                ("before", models.DateField(null=True)),
                ("after", models.DateField(null=True)),
                ("why_ar", models.TextField()),
                ("why_en", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["case", "at"], name="cases_moved_date_case")],
                "constraints": [
                    models.CheckConstraint(condition=Q(kind__in=["promise", "law"]), name="cases_moved_date_kind"),
                    models.CheckConstraint(
                        condition=Q(before__isnull=False) | Q(after__isnull=False), name="cases_moved_date_moves"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            "case", models.Index(fields=["id"], name="cases_running", condition=Q(ended_at__isnull=True))
        ),
        migrations.RunSQL(FINAL, UNDO),
    ]
