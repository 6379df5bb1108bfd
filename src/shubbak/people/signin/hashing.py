"""How passwords are hashed: Argon2id at the cost that OWASP asks for, one lane, so that a busy window stays quick."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class StaffPasswordHasher(Argon2PasswordHasher):
    """46 MiB, one pass, one lane: OWASP's first recommendation for Argon2id; older hashes are renewed at sign-in."""

    time_cost = 1
    memory_cost = 47_104
    parallelism = 1
