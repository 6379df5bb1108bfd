"""What everybody may fetch: keys under the root, and signed status lists."""

from __future__ import annotations

import base64
import zlib

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor

from .test_issue_paper import issue

pytestmark = pytest.mark.django_db


def test_the_key_list_is_signed_by_the_root(places: None, head: Actor) -> None:
    from shubbak.documents.permits import cose, vault
    from shubbak.documents.queries import jwks, key_list

    issue(head)
    told = key_list()
    root = load_der_public_key(_bytes(told["root"]))
    assert isinstance(root, ec.EllipticCurvePublicKey)
    claims, kid = cose.verify(_bytes(told["list"]), keys={vault.kid(_bytes(told["root"])): root}.get)
    (key,) = claims[-70003]
    assert kid == vault.kid(_bytes(told["root"]))
    assert key[0] == vault.kid(key[1])
    assert (key[2], key[5], key[6]) == ("paper", "active", 0)
    assert [k["kid"] for k in jwks()["keys"]] == [key[0].hex()]


def test_the_status_list_says_of_each_place_what_holds(places: None, head: Actor) -> None:
    from shubbak.documents.actions import revoke_paper, suspend_paper
    from shubbak.documents.permits import cose, vault
    from shubbak.documents.queries import status_list

    valid, revoked, suspended = (issue(head) for _ in range(3))
    revoke_paper(by=head, paper_id=revoked.id, reason="x")
    suspend_paper(by=head, paper_id=suspended.id, reason="x")
    signed = status_list("04-1")
    assert signed is not None
    key = vault.signer(2026)
    claims, _kid = cose.verify(signed, keys=lambda kid: key.public_key())
    bits = zlib.decompress(claims[-70002][2])
    assert len(bits) == 131_072 // 4
    assert [_entry(bits, p.status_index) for p in (valid, revoked, suspended)] == [0, 1, 2]
    assert sum(byte.bit_count() for byte in bits) == 2
    assert 0 < claims[4] - clock.now().timestamp() <= 48 * 3600
    assert len(signed) < 400


def test_a_list_nobody_opened_is_not_there(places: None) -> None:
    from shubbak.documents.queries import status_list

    assert status_list("04-7") is None


def _entry(bits: bytes, index: int) -> int:
    return bits[index // 4] >> index % 4 * 2 & 3


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
