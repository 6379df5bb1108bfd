"""The name under which this database writes its entries."""

from __future__ import annotations

from django.db import models


class Node(models.Model):
    """The only row: which node this is and its epoch, with the marks of the cluster in which the epoch began.

    A dump restored elsewhere finds other marks and begins a new epoch, because its transaction numbers start again.
    """

    single = models.BooleanField(primary_key=True, default=True)
    node = models.IntegerField()
    epoch = models.IntegerField()
    cluster = models.CharField(max_length=64)
    since = models.DateTimeField()

    class Meta:
        db_table = "trail_node"
        constraints = [models.CheckConstraint(condition=models.Q(single=True), name="trail_node_is_one_row")]

    def __str__(self) -> str:
        return f"node {self.node}, epoch {self.epoch}"
