"""What documents do in the background: by key, one action each."""

from uuid import UUID

from procrastinate.contrib.django import app

from .actions import purge_uploads, render_paper


@app.task(name="documents.print")
def print_paper(paper_id: str) -> None:
    """Print an issued paper before its first reader comes."""
    render_paper(paper_id=UUID(paper_id))


@app.periodic(cron="17 * * * *")
@app.task(name="documents.purge", queueing_lock="documents.purge")
def purge(timestamp: int) -> None:
    """Every hour: forget uploads left alone for a day."""
    purge_uploads()
