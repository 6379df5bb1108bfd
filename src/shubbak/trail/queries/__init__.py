"""Questions to the trail."""

from .proof import Inclusion, proof
from .seal_root import last_seal_root
from .verify import verify

__all__ = ["Inclusion", "last_seal_root", "proof", "verify"]
