"""Services and their versions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Service",
            fields=[("key", models.CharField(max_length=64, primary_key=True, serialize=False))],
        ),
        migrations.CreateModel(
            name="ServiceVersion",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("tree", models.JSONField()),
                ("digest", models.BinaryField(max_length=32)),
                ("published_at", models.DateTimeField()),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.service"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("service", "number"), name="catalogue_version_number"),
                ],
            },
        ),
        migrations.AddField(
            model_name="service",
            name="current",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalogue.serviceversion",
            ),
        ),
    ]
