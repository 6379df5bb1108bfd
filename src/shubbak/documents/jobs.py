"""What documents do in the background: by key, one call each."""

from uuid import UUID

from procrastinate.contrib.django import app

from .actions import purge_uploads
from .queries import paper, paper_pdf


@app.task(name="documents.print")
def print_paper(paper_id: str) -> None:
    """Print a paper before its first reader comes; nothing when the paper is gone."""
    found = paper(UUID(paper_id))
    if found is not None:
        paper_pdf(found)


@app.periodic(cron="17 * * * *")
@app.task(name="documents.purge", queueing_lock="documents.purge")
def purge(timestamp: int) -> None:
    """Every hour: forget uploads left alone for a day."""
    purge_uploads()
