"""The questions about files and papers."""

from .keys import jwks, key_list, status_list
from .papers import paper, paper_facts, paper_pdf
from .uploads import Download, download, upload, upload_content, upload_name
from .verification import Verification, verify

__all__ = [
    "Download",
    "Verification",
    "download",
    "jwks",
    "key_list",
    "paper",
    "paper_facts",
    "paper_pdf",
    "status_list",
    "upload",
    "upload_content",
    "upload_name",
    "verify",
]
