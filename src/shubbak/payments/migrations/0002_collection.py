"""How it is collected: drawers, receipt books, receipts."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

import shubbak.kernel.ids


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Drawer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("staff_id", models.UUIDField()),
                ("unit", models.CharField(max_length=40)),
                ("governorate", models.CharField(blank=True, max_length=2)),
                ("opened_at", models.DateTimeField()),
                ("opening", models.BigIntegerField()),
                ("opening_count", models.JSONField(default=dict)),
                ("closed_at", models.DateTimeField(null=True)),
                ("expected", models.BigIntegerField(null=True)),
                ("counted", models.BigIntegerField(null=True)),
                ("closing_count", models.JSONField(default=dict)),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "-opened_at"], name="payments_drawer_unit")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("staff_id",),
                        name="payments_one_open_drawer",
                    ),
                    models.CheckConstraint(condition=models.Q(("opening__gte", 0)), name="payments_drawer_opening"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True), ("counted__isnull", True), ("expected__isnull", True)
                            ),
                            models.Q(("closed_at__isnull", False), ("counted__gte", 0), ("expected__gte", 0)),
                            _connector="OR",
                        ),
                        name="payments_drawer_closed_is_counted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            ("counted", models.F("expected")),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="payments_drawer_difference_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceiptBook",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("unit", models.CharField(max_length=40)),
                ("governorate", models.CharField(blank=True, max_length=2)),
                ("series", models.CharField(max_length=20)),
                ("book_number", models.PositiveIntegerField()),
                ("first_number", models.BigIntegerField()),
                ("last_number", models.BigIntegerField()),
                ("next_number", models.BigIntegerField()),
                ("digits", models.PositiveSmallIntegerField()),
                ("holder_id", models.UUIDField(null=True)),
                ("received_at", models.DateTimeField()),
                ("received_by", models.UUIDField()),
                ("assigned_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("next_number__lte", models.F("last_number"))),
                        fields=["holder_id", "assigned_at"],
                        name="payments_book_in_hand",
                    ),
                    models.Index(fields=["unit"], name="payments_book_unit"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("series", "book_number"), name="payments_book_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first_number__gte", 1), ("last_number__gte", models.F("first_number"))),
                        name="payments_book_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_number__gte", models.F("first_number")),
                            (
                                "next_number__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("last_number"), "+", models.Value(1)
                                ),
                            ),
                        ),
                        name="payments_book_next_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assigned_at__isnull", True), ("holder_id__isnull", True)),
                            models.Q(("assigned_at__isnull", False), ("holder_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="payments_book_holder_since",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("series", "="),
                            (
                                models.Func(
                                    models.F("first_number"),
                                    models.F("last_number"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                        ],
                        name="payments_books_share_no_number",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.BigIntegerField()),
                ("printed_number", models.CharField(max_length=20)),
                ("unit", models.CharField(max_length=40)),
                ("governorate", models.CharField(blank=True, max_length=2)),
                (
                    "means",
                    models.CharField(
                        blank=True,
                        choices=[("cash", "Cash"), ("card", "Card (POS)"), ("bank_deposit", "Bank deposit")],
                        max_length=12,
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=64)),
                ("amount", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(choices=[("issued", "Issued"), ("void", "Void")], default="issued", max_length=6),
                ),
                ("collected_by", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("void_reason", models.CharField(blank=True, default="", max_length=500)),
                ("voided_by", models.UUIDField(null=True)),
                ("voided_at", models.DateTimeField(null=True)),
                (
                    "drawer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="payments.drawer",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="payments.invoice",
                    ),
                ),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="payments.receiptbook"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["drawer", "number"], name="payments_receipt_drawer"),
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["unit", "at"], name="payments_receipt_unit_at"),
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["printed_number"], name="payments_receipt_printed"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("book", "number"), name="payments_receipt_number_once"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "issued")), fields=("invoice",), name="payments_one_live_receipt"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "issued"),
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("state", "void"),
                        ("voided_at__isnull", False),
                        ("voided_by__isnull", False),
                        models.Q(("void_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="payments_void_has_reason_and_supervisor",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("amount__gt", 0),
                        ("drawer__isnull", False),
                        ("invoice__isnull", False),
                        ("means__in", ["cash", "card", "bank_deposit"]),
                    ),
                    models.Q(
                        ("amount", 0),
                        ("drawer__isnull", True),
                        ("invoice__isnull", True),
                        ("means", ""),
                        ("state", "void"),
                    ),
                    _connector="OR",
                ),
                name="payments_receipt_collects_or_is_spoiled",
            ),
        ),
    ]
