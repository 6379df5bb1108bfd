"""How far the invented world is told; empty outside the demo."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("places", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="FilledDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("day", models.DateField()),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.unit"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("unit", "number"), name="demo_day_once")],
            },
        ),
    ]
