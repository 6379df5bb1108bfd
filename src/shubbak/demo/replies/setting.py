"""In which circumstances a form is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from ..persons import Invented


@dataclass(frozen=True, slots=True)
class Setting:
    """Chance, the day, the governorate, and who asks."""

    chance: Random
    today: date
    governorate: str
    person: Invented

    def maybe(self, likely: float) -> bool:
        return self.chance.random() < likely

    def ago(self, least: int, most: int) -> str:
        """A day of the past, so many days ago."""
        return (self.today - timedelta(days=self.chance.randint(least, most))).isoformat()

    def ahead(self, least: int, most: int) -> str:
        """A day to come, in so many days."""
        return (self.today + timedelta(days=self.chance.randint(least, most))).isoformat()
