"""A foreign key has no index of its own where another begins with its column."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("places", "0002_numbers_never_go_back")]

    operations = [
        migrations.AlterField(
            model_name="centre",
            name="unit",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.unit"
            ),
        ),
        migrations.AlterField(
            model_name="counter",
            name="unit",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.unit"
            ),
        ),
        migrations.AlterField(
            model_name="window",
            name="centre",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="windows", to="places.centre"
            ),
        ),
    ]
