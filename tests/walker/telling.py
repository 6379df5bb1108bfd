"""What the walker found, a line a service, and what the services came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

ENDS = ("issued", "closed", "rejected", "lapsed", "withdrawn")


def lines(walks: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The report; nothing when nothing was walked."""
    if not walks:
        return
    wide = max(len(walk["service"]) for walk in walks)
    yield ""
    for walk in sorted(walks, key=lambda walk: walk["service"]):
        ends = " ".join(f"{end} {count}" for end, count in walk["ends"].items())
        yield (
            f"{walk['service']:<{wide}}  {walk['shape']:<24} {walk['cases']:>3} cases {walk['acts']:>4} moves"
            f" {walk['covered']:>3} of {walk['written']:<3} ways  {walk['seconds']:>5.1f} s  {ends}"
        )
        if walk["forestalled"]:
            yield f"{'':<{wide}}  silence decides before these can lapse: {', '.join(walk['forestalled'])}"
        yield from (f"{'':<{wide}}  not come to: {label}" for label in walk["missing"])
    yield from _table(walks)


def _table(walks: Sequence[dict[str, Any]]) -> Iterator[str]:
    ends: Counter[str] = Counter()
    services: Counter[str] = Counter()
    for walk in walks:
        ends.update(walk["ends"])
        services.update(walk["ends"].keys())
    yield ""
    yield f"{'outcome':<12}{'cases':>8}{'services':>10}"
    for end in ENDS:
        yield f"{end:<12}{ends[end]:>8}{services[end]:>10}"
    tacit = sum(walk["tacit"] for walk in walks)
    yield f"{'by silence':<12}{tacit:>8}{sum(bool(walk['tacit']) for walk in walks):>10}"
    totals = {name: sum(walk[name] for walk in walks) for name in ("cases", "acts", "requests", "papers")}
    yield (
        f"{len(walks)} services, {totals['cases']} cases, {totals['acts']} moves, {totals['requests']} requests,"
        f" {totals['papers']} papers issued and verified, {sum(walk['seconds'] for walk in walks):.0f} s of walking"
    )
