"""The tree against vectors that others published (the Certificate Transparency reference log)."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.trail import merkle, verifier

CONTENTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PATHS = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


def leaves(count: int) -> list[bytes]:
    return [merkle.leaf(bytes.fromhex(content)) for content in CONTENTS[:count]]


def by_definition(entries: list[bytes]) -> bytes:
    """RFC 6962 §2.1 word for word: split at the largest power of two smaller than n."""
    if len(entries) < 2:
        return entries[0] if entries else sha256(b"").digest()
    split = 1 << (len(entries) - 1).bit_length() - 1
    return sha256(b"\x01" + by_definition(entries[:split]) + by_definition(entries[split:])).digest()


@pytest.mark.parametrize("count", range(1, 9))
def test_published_roots(count: int) -> None:
    assert merkle.root(leaves(count)).hex() == ROOTS[count - 1]
    assert verifier.root(leaves(count)).hex() == ROOTS[count - 1]


@pytest.mark.parametrize(("index", "size"), PATHS)
def test_published_paths(index: int, size: int) -> None:
    found = merkle.path(index, leaves(size))
    assert [part.hex() for part in found] == PATHS[index, size]
    assert merkle.root_by_path(index, size, leaves(size)[index], found).hex() == ROOTS[size - 1]


def test_an_empty_tree_is_the_hash_of_nothing() -> None:
    assert merkle.root([]) == verifier.root([]) == sha256(b"").digest()


@given(st.integers(1, 200), st.data())
def test_any_tree_and_any_path(size: int, given: st.DataObject) -> None:
    entries = [merkle.leaf(str(i).encode()) for i in range(size)]
    assert merkle.root(entries) == verifier.root(entries) == by_definition(entries)
    index = given.draw(st.integers(0, size - 1))
    path = merkle.path(index, entries)
    assert merkle.root_by_path(index, size, entries[index], path) == merkle.root(entries)
    wrong = merkle.leaf(b"another")
    assert merkle.root_by_path(index, size, wrong, path) != merkle.root(entries)


def test_a_path_of_another_length_is_refused() -> None:
    path = merkle.path(3, leaves(8))
    with pytest.raises(ValueError, match="too long"):
        merkle.root_by_path(3, 8, leaves(8)[3], [*path, bytes(32)])
    assert merkle.root_by_path(3, 8, leaves(8)[3], path[:-1]).hex() != ROOTS[7]
