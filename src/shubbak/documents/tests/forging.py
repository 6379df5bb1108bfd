"""Ten thousand ways to alter a token: what forgers, printers, scanners and fingers do."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator

from shubbak.documents.permits import base32, cose

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
Change = Callable[[random.Random, str], str]


def mutations(token: str, count: int, seed: int = 1) -> Iterator[str]:
    """`count` different altered tokens, the same ones for the same seed; none equals the token."""
    chance, told = random.Random(seed), {token}
    special = [*_slack(token), *_twins(token), *_headers(token)]
    told.update(special)
    yield from special
    made = len(special)
    while made < count:
        altered = chance.choice(CHANGES)(chance, token)
        if altered not in told:
            told.add(altered)
            made += 1
            yield altered


def _character(chance: random.Random, token: str) -> str:
    at = chance.randrange(len(token))
    return token[:at] + chance.choice(ALPHABET) + token[at + 1 :]


def _byte(chance: random.Random, token: str) -> str:
    raw = bytearray(base32.decode(token))
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return base32.encode(bytes(raw))


def _truncated(chance: random.Random, token: str) -> str:
    raw = base32.decode(token)
    return base32.encode(raw[: chance.randrange(1, len(raw))])


def _longer(chance: random.Random, token: str) -> str:
    return base32.encode(base32.decode(token) + chance.randbytes(chance.randrange(1, 9)))


def _swapped(chance: random.Random, token: str) -> str:
    at = chance.randrange(len(token) - 1)
    return token[:at] + token[at + 1] + token[at] + token[at + 2 :]


def _without(chance: random.Random, token: str) -> str:
    at = chance.randrange(len(token))
    return token[:at] + token[at + chance.randrange(1, 9) :]


def _written_otherwise(chance: random.Random, token: str) -> str:
    at = chance.randrange(len(token))
    other = chance.choice([token[at].lower(), "0", "1", "8", "=", " ", "ﬀ", "٢", token[at] + "\u200f"])
    return token[:at] + other + token[at + 1 :]


CHANGES: tuple[Change, ...] = (_character, _byte, _truncated, _longer, _swapped, _without, _written_otherwise)


def _slack(token: str) -> list[str]:
    """Other last characters that a lax decoder reads as the same bytes."""
    spare = len(token) * 5 % 8
    last = ALPHABET.index(token[-1])
    padded = token + "=" * (-len(token) % 8)
    return [token[:-1] + ALPHABET[last | bits] for bits in range(1, 1 << spare)] + ([padded] if padded != token else [])


def _twins(token: str) -> list[str]:
    """The twin signature (r, n - s), r and s of zero and of the order, DER instead of raw."""
    head, unprotected, body, signature = cose.opened(base32.decode(token))
    r, s = signature[:32], int.from_bytes(signature[32:], "big")
    others = [r + (cose.ORDER - s).to_bytes(32, "big"), r + bytes(32), bytes(64), r + cose.ORDER.to_bytes(32, "big")]
    others += [signature[:63], signature + b"\0", b"\x30\x44\x02\x20" + r + b"\x02\x20" + signature[32:]]
    return [base32.encode(cose.canonical([head, unprotected, body, other])) for other in others]


def _headers(token: str) -> list[str]:
    """The same statement under other headers, tags and spellings."""
    head, unprotected, body, signature = cose.opened(base32.decode(token))
    kid = cose.canonical({4: head[-8:]})
    heads = [b"", kid, cose.canonical({1: -8, 4: head[-8:]}), cose.canonical({1: -7, 4: head[-8:], 5: b"x"})]
    heads += [cose.canonical({1: -7, 4: head[-9:-1]}), cose.canonical({1: -7, 4: head[-8:].hex()})]
    whole = [[other, unprotected, body, signature] for other in heads]
    whole += [[head, {1: -7}, body, signature], [head, {4: head[-8:]}, body, signature], [head, None, body, signature]]
    whole += [[head, unprotected, None, signature], [head, unprotected, body, [signature]], [head, unprotected, body]]
    message = base32.decode(token)
    spelled = [b"\xd2" + message, b"\x9f" + message[1:] + b"\xff", b"\x98\x04" + message[1:], b"\x81" + message]
    texts = [base64.b32hexencode(message).decode().rstrip("="), base64.b64encode(message).decode(), token.lower(), ""]
    return [base32.encode(cose.canonical(each)) for each in whole] + [base32.encode(each) for each in spelled] + texts
