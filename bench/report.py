"""What was found, as a table that says beside each figure what it is held against."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clients import Told


@dataclass
class Report:
    """Lines as they come; `faults` are answers that were not what they should be."""

    lines: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def rate(self, name: str, told: Told, *, limit: float, aim: int, of: str) -> None:
        """A rate held against a limit, in per cent."""
        share = told.per_second / limit * 100 if limit else 0.0
        held = f"{share:.1f} % of {of} ({limit:,.0f}/s)"
        self._line(name, f"{told.per_second:,.0f}/s", held, f"{aim} % or more", share >= aim)
        self._take(told)

    def latency(self, name: str, told: Told, *, aim: int) -> None:
        """A page held against the time within which 95 of 100 answers must come."""
        beside = f"median {told.median:,.0f} ms, {told.per_second:,.0f}/s"
        self._line(name, f"p95 {told.p95:,.0f} ms", beside, f"p95 under {aim} ms", told.p95 < aim)
        self._take(told)

    def figure(self, name: str, value: float, unit: str, *, aim: float | None = None) -> None:
        """A plain figure, with the most it may be."""
        text = f"{value:,.0f} {unit}" if value >= 10 or value == int(value) else f"{value:.1f} {unit}"
        self._line(name, text, "", "" if aim is None else f"at most {aim:,.0f}", aim is None or value <= aim)

    def table(self) -> str:
        """All lines, in columns."""
        rows = [("what", "found", "beside", "aim", ""), *self.lines]
        widths = [max(len(row[i]) for row in rows) for i in range(5)]
        padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
        return "\n".join("  ".join(row).rstrip() for row in padded)

    def _line(self, name: str, found: str, beside: str, aim: str, met: bool) -> None:
        self.lines.append((name, found, beside, aim, "" if met else "MISSED"))
        print("  ".join(self.lines[-1]).rstrip(), flush=True)

    def _take(self, told: Told) -> None:
        self.faults.extend(told.faults)
