"""Money: whole piastres, one currency, one rounding place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .arabic import latin_digits
from .decimals import decimal_in, is_within

PIASTRES = 100


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of Egyptian pounds held as a whole number of piastres."""

    piastres: int = 0

    def __post_init__(self) -> None:
        if type(self.piastres) is not int:
            raise TypeError("Money holds whole piastres")

    @classmethod
    def rounded(cls, pounds: Decimal | int) -> Money:
        """`pounds` to the nearest piastre, half away from zero: the only rounding of money in Shubbak. ValueError
        for what is not finite or beyond 10^15."""
        if isinstance(pounds, float):
            raise TypeError("money never passes through float")
        if not is_within(Decimal(pounds)):
            raise ValueError("not an amount of money: too large")
        return cls(int((Decimal(pounds) * PIASTRES).quantize(Decimal(1), ROUND_HALF_UP)))

    @classmethod
    def parse(cls, text: str) -> Money:
        """What a person typed (`1,250.50`, `١٢٥٠٫٥٠`); ValueError unless an amount of at most two decimals, up
        to 10^15."""
        clean = latin_digits(text).replace("٫", ".").replace("٬", "").replace(",", "").strip()
        pounds = decimal_in(clean)
        if pounds is None or not is_within(pounds):
            raise ValueError(f"not an amount: {text!r}")
        if pounds != pounds.quantize(Decimal("0.01")):
            raise ValueError(f"not an amount of whole piastres: {text!r}")
        return cls.rounded(pounds)

    @property
    def pounds(self) -> Decimal:
        """The amount in pounds, exact, two decimals."""
        return Decimal(self.piastres).scaleb(-2)

    def __add__(self, other: Money) -> Money:
        return Money(self.piastres + other.piastres)

    def __sub__(self, other: Money) -> Money:
        return Money(self.piastres - other.piastres)

    def __neg__(self) -> Money:
        return Money(-self.piastres)

    def __bool__(self) -> bool:
        return self.piastres != 0

    def __str__(self) -> str:
        """`1250.50`: machine form, Latin digits, always two decimals."""
        sign = "-" if self.piastres < 0 else ""
        whole, part = divmod(abs(self.piastres), PIASTRES)
        return f"{sign}{whole}.{part:02d}"


def total(amounts: list[Money] | tuple[Money, ...]) -> Money:
    """The sum of `amounts`; nothing adds up to zero."""
    return Money(sum(amount.piastres for amount in amounts))
