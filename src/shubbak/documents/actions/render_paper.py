"""Print a paper and keep the print."""

from __future__ import annotations

from uuid import UUID

from shubbak.trail.whole import whole

from .. import store
from ..models import Paper
from ..printing import printed


@whole
def render_paper(*, paper_id: UUID) -> bytes:
    """The paper's PDF; made the first time and kept, the same bytes ever after."""
    paper = Paper.objects.get(pk=paper_id)
    if paper.file:
        return store.content(paper.file)
    pdf = printed(paper)
    digest = store.keep(pdf)
    if Paper.objects.filter(pk=paper_id, file="").update(file=digest):
        return pdf
    kept = Paper.objects.values_list("file", flat=True).get(pk=paper_id)
    return store.content(kept)
