"""Issued papers."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from shubbak.kernel import keys

from .. import store
from ..models import Paper
from ..printing.press import FACTS, printed


def paper(paper_id: UUID) -> Paper | None:
    """The paper of that key."""
    return Paper.objects.filter(pk=paper_id).first()


def paper_facts(row: Paper) -> dict[str, Any]:
    """What the paper says."""
    facts: dict[str, Any] = json.loads(keys.ring().open_text(bytes(row.facts_sealed), FACTS))
    return facts


def paper_pdf(row: Paper) -> bytes:
    """The paper's print: made for its first reader and kept, the same bytes ever after. No row is written."""
    kept = store.kept_print(row.id)
    if kept is None:
        store.keep_print(row.id, printed(row, paper_facts(row)))
        kept = store.kept_print(row.id)
    if kept is None:
        raise FileNotFoundError(f"the print of paper {row.id} was not kept")
    return kept
