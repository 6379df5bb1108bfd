"""The nouns: Upload, Paper, StatusList, SigningKey."""

from .paper import Paper
from .signing_key import SigningKey
from .status_list import StatusList
from .upload import Upload

__all__ = ["Paper", "SigningKey", "StatusList", "Upload"]
