"""The nouns of people."""

from .account import Account, Language
from .api_token import ApiToken
from .miss import Miss
from .person import NumberKind, Person, PersonKind, PersonNumber
from .staff import Holding, Staff

__all__ = [
    "Account",
    "ApiToken",
    "Holding",
    "Language",
    "Miss",
    "NumberKind",
    "Person",
    "PersonKind",
    "PersonNumber",
    "Staff",
]
