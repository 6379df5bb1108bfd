"""RFC 6962 §2.1 trees over SHA-256: leaf `SHA256(00 ‖ d)`, node `SHA256(01 ‖ left ‖ right)`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256


def leaf(content: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + content).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The tree's hash. Pairing level by level and carrying an odd one up is the RFC's split at a power of two."""
    level = list(leaves)
    if not level:
        return sha256(b"").digest()
    while len(level) > 1:
        level = _above(level)
    return level[0]


def path(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The audit path of `leaves[index]`: what a holder of that leaf needs to recompute the root."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    found, level = [], list(leaves)
    while len(level) > 1:
        neighbour = index ^ 1
        if neighbour < len(level):
            found.append(level[neighbour])
        level, index = _above(level), index >> 1
    return found


def root_by_path(index: int, size: int, hashed: bytes, path: Iterable[bytes]) -> bytes:
    """The root that `path` leads to from the leaf hash `hashed` at `index` of `size`; ValueError if it cannot."""
    rest, last = iter(path), size - 1
    while last > 0:
        if index & 1 or index < last:
            neighbour = next(rest, b"")
            pair = neighbour + hashed if index & 1 else hashed + neighbour
            hashed = sha256(b"\x01" + pair).digest()
        index, last = index >> 1, last >> 1
    if next(rest, None) is not None:
        raise ValueError("the path is too long for a tree of this size")
    return hashed


def _above(level: list[bytes]) -> list[bytes]:
    pairs = iter(level)
    above = [sha256(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=False)]
    if len(level) % 2:
        above.append(level[-1])
    return above
