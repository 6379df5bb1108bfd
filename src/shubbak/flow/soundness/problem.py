"""One thing wrong with a definition."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is the way to the spot in the tree (`flow.steps.review.actions.0.to.1`), `what` is wrong there, and how
    to mend it. `breaks` says that the flow cannot even be walked."""

    where: str
    what: str
    mend: str
    breaks: bool = field(default=False, compare=False)
