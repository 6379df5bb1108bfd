"""A book of printed receipts (form 33 ع.ح)."""

from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from shubbak.kernel.ids import uuid7

from ..states import BookState


class Books(models.QuerySet["ReceiptBook"]):
    """Receipt books."""

    def in_hand(self, staff_id: UUID, unit: str) -> Books:
        """Books this cashier holds with leaves left, in the order in which they are used."""
        held = self.filter(holder_id=staff_id, unit=unit, next_number__lte=F("last_number"))
        return held.order_by("assigned_at", "id")


class ReceiptBook(models.Model):
    """A book as it came from the press: series group, book number, first and last printed number, both included.

    `next_number` is the leaf that the next collection consumes; past `last_number` the book is finished. Two books of
    a series never share a number. `digits` is how wide the press prints a number.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.CharField(max_length=40)
    governorate = models.CharField(max_length=2, blank=True)
    series = models.CharField(max_length=20)
    book_number = models.PositiveIntegerField()
    first_number = models.BigIntegerField()
    last_number = models.BigIntegerField()
    next_number = models.BigIntegerField()
    digits = models.PositiveSmallIntegerField()
    holder_id = models.UUIDField(null=True)
    received_at = models.DateTimeField()
    received_by = models.UUIDField()
    assigned_at = models.DateTimeField(null=True)

    objects = Books.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "book_number"], name="payments_book_once"),
            models.CheckConstraint(
                condition=Q(first_number__gte=1, last_number__gte=F("first_number")), name="payments_book_range"
            ),
            models.CheckConstraint(
                condition=Q(next_number__gte=F("first_number"), next_number__lte=F("last_number") + 1),
                name="payments_book_next_in_range",
            ),
            models.CheckConstraint(
                condition=Q(holder_id__isnull=True, assigned_at__isnull=True)
                | Q(holder_id__isnull=False, assigned_at__isnull=False),
                name="payments_book_holder_since",
            ),
            ExclusionConstraint(
                name="payments_books_share_no_number",
                expressions=[
                    ("series", RangeOperators.EQUAL),
                    (
                        Func(F("first_number"), F("last_number"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
        indexes = [
            models.Index(
                fields=["holder_id", "assigned_at"],
                name="payments_book_in_hand",
                condition=Q(next_number__lte=F("last_number")),
            ),
            models.Index(fields=["unit"], name="payments_book_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.series}/{self.book_number}"

    @property
    def state(self) -> BookState:
        """Where the book stands, from its numbers and its holder."""
        if self.next_number > self.last_number:
            return BookState.FINISHED
        return BookState.HELD if self.holder_id else BookState.RECEIVED

    def printed(self, number: int) -> str:
        """A number of this book as the press prints it."""
        return str(number).zfill(self.digits)
