"""Every word that occurs in a name: a small dictionary in which a slip of the pen is looked up."""

from __future__ import annotations

from django.db import models


class NameWord(models.Model):
    """One folded word. A trigger on persons fills the table, so that no act pays a statement for it."""

    word = models.CharField(max_length=200, primary_key=True, db_collation="C")

    def __str__(self) -> str:
        return self.word
