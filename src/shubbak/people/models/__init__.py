"""The nouns of people."""

from .account import Account, Language
from .api_token import ApiToken
from .miss import Miss
from .name_word import NameWord
from .person import NumberKind, Person, PersonKind, PersonNumber
from .staff import Holding, Staff

__all__ = [
    "Account",
    "ApiToken",
    "Holding",
    "Language",
    "Miss",
    "NameWord",
    "NumberKind",
    "Person",
    "PersonKind",
    "PersonNumber",
    "Staff",
]
