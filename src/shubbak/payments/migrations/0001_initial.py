"""What is owed, by which means it may be paid, and the ledger."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import shubbak.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("code", models.CharField(db_collation="C", max_length=120, primary_key=True, serialize=False)),
                ("unit", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("receivable", "Owed by payers"),
                            ("revenue", "Revenue"),
                            ("cash", "Cash in drawers"),
                            ("card", "Card takings"),
                            ("bank_deposit", "Bank deposits"),
                            ("difference", "Shortage and surplus"),
                        ],
                        max_length=16,
                    ),
                ),
                ("settlement_code", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "kind", "settlement_code"), name="payments_account_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["receivable", "revenue", "cash", "card", "bank_deposit", "difference"])
                        ),
                        name="payments_account_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("invoice_raised", "Invoice raised"),
                            ("invoice_cancelled", "Invoice cancelled"),
                            ("collected", "Collected"),
                            ("receipt_voided", "Receipt voided"),
                            ("drawer_difference", "Drawer difference"),
                        ],
                        max_length=20,
                    ),
                ),
                ("unit", models.CharField(max_length=40)),
                ("governorate", models.CharField(blank=True, max_length=2)),
                ("subject_id", models.UUIDField()),
                ("by_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "reverses",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="payments.entry"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("payer_id", models.UUIDField(null=True)),
                ("unit", models.CharField(max_length=40)),
                ("governorate", models.CharField(blank=True, max_length=2)),
                ("subject_id", models.UUIDField()),
                ("total", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Unpaid"), ("paid", "Paid"), ("cancelled", "Cancelled")],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("paid_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject_id"], name="payments_invoice_subject"),
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["unit", "created_at"],
                        name="payments_invoice_open",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("total__gt", 0)), name="payments_invoice_owes_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paid_at__isnull", False), ("state", "paid")),
                            models.Q(("paid_at__isnull", True), ("state__in", ["open", "cancelled"])),
                            _connector="OR",
                        ),
                        name="payments_invoice_paid_has_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvoiceLine",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "invoice_id", "place", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=64)),
                ("label_ar", models.CharField(max_length=200)),
                ("label_en", models.CharField(max_length=200)),
                ("amount", models.BigIntegerField()),
                ("settlement_code", models.CharField(max_length=40)),
                ("source", models.TextField(blank=True)),
                ("illustrative", models.BooleanField(default=False)),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="payments.invoice"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id", "place", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("amount", models.BigIntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="payments.account"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="postings", to="payments.entry"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["subject_id"], name="payments_entry_subject"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["unit", "at"], name="payments_entry_unit_at"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["invoice_raised", "invoice_cancelled", "collected", "receipt_voided", "drawer_difference"],
                    )
                ),
                name="payments_entry_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="payments_line_owes_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount", 0), _negated=True), name="payments_posting_moves_something"
            ),
        ),
        migrations.CreateModel(
            name="Ceiling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("above", models.BigIntegerField()),
                (
                    "means",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("cash", "Cash"), ("card", "Card (POS)"), ("bank_deposit", "Bank deposit")],
                            max_length=12,
                        ),
                        size=None,
                    ),
                ),
                ("effective_from", models.DateField()),
                ("effective_to", models.DateField(blank=True, null=True)),
                ("source", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("above", "effective_from"), name="payments_ceiling_once"),
                    models.CheckConstraint(condition=models.Q(("above__gte", 0)), name="payments_ceiling_above"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effective_to__isnull", True),
                            ("effective_to__gte", models.F("effective_from")),
                            _connector="OR",
                        ),
                        name="payments_ceiling_dates",
                    ),
                ],
            },
        ),
    ]
