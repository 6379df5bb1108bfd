"""What was answered, sealed: the form, and what each step added."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from shubbak.kernel import keys

PURPOSE = "cases.answers"
ANSWER = "answers."
"""Before the key of a question, the kind of the paper that its answer is."""


@dataclass
class Answers:
    """The form's answers by field key, and each step's by step key."""

    form: dict[str, Any] = field(default_factory=dict)
    steps: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def opened(cls, sealed: bytes | memoryview) -> Answers:
        """What `sealed` holds; nothing for an empty value (an erased case)."""
        if not sealed:
            return cls()
        tree = json.loads(keys.ring().open_text(bytes(sealed), PURPOSE))
        return cls(tree["form"], tree["steps"])

    def sealed(self) -> bytes:
        """The bytes to store."""
        text = json.dumps({"form": self.form, "steps": self.steps}, ensure_ascii=False, separators=(",", ":"))
        return keys.ring().seal_text(text, PURPOSE)

    def flat(self) -> dict[str, Any]:
        """All answers by key, later steps over earlier ones: the names that expressions read."""
        names = dict(self.form)
        for answered in self.steps.values():
            names.update(answered)
        return names


def commitment(sealed: bytes | memoryview) -> str:
    """What the trail keeps of sealed bytes: their SHA-256, which says nothing once the bytes are erased."""
    return hashlib.sha256(bytes(sealed)).hexdigest()
