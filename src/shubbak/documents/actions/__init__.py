"""The verbs of documents, one a file."""

from ..permits.claims import PermitClaims, masked_name
from .condemn_key import condemn_key
from .issue_paper import issue_paper
from .purge_uploads import purge_uploads
from .receive_upload import receive_upload
from .reinstate_paper import reinstate_paper
from .revoke_paper import revoke_paper
from .suspend_paper import suspend_paper
from .take_uploads import take_uploads

__all__ = [
    "PermitClaims",
    "condemn_key",
    "issue_paper",
    "masked_name",
    "purge_uploads",
    "receive_upload",
    "reinstate_paper",
    "revoke_paper",
    "suspend_paper",
    "take_uploads",
]
