"""Issued papers."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from shubbak.kernel import keys

from .. import store
from ..models import Paper
from ..printing import FACTS, printed


def paper(paper_id: UUID) -> Paper | None:
    """The paper of that key."""
    return Paper.objects.filter(pk=paper_id).first()


def paper_facts(row: Paper) -> dict[str, Any]:
    """What the paper says."""
    facts: dict[str, Any] = json.loads(keys.ring().open_text(bytes(row.facts_sealed), FACTS))
    return facts


def paper_pdf(row: Paper) -> bytes:
    """The print that was kept, or a print made now for this reader; `actions.render_paper` is what keeps it."""
    return store.content(row.file) if row.file else printed(row)
