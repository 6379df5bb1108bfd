"""A token is read in one spelling only, and no altered one is believed."""

from __future__ import annotations

import base64
from datetime import date

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from shubbak.documents.permits import base32, cose, vault
from shubbak.documents.permits.claims import masked_name
from shubbak.documents.permits.token import check_code, read_token, url
from shubbak.documents.qr import svg

from .forging import mutations
from .permits import CLAIMS, knows, token_of

KEY = ec.generate_private_key(ec.SECP256R1())
OTHER = ec.generate_private_key(ec.SECP256R1())


def test_what_was_signed_is_read_back() -> None:
    claims, kid = read_token(token_of(KEY), keys=knows(KEY, OTHER))
    assert kid == vault.kid(vault.spki(KEY))
    assert (claims.number, claims.holder, claims.status_list, claims.status_index) == (
        CLAIMS.number, CLAIMS.holder, "04-1", 91_823,
    )  # fmt: skip
    assert (claims.issued_at, claims.expires_at) == (CLAIMS.issued_at, CLAIMS.expires_at)
    assert claims.valid_until == date(2031, 11, 20)


def test_it_is_a_cose_sign1_that_another_library_reads() -> None:
    protected, unprotected, payload, signature = cbor2.loads(base64.b32decode(_padded(token_of(KEY))))
    assert cbor2.loads(protected) == {1: -7, 4: vault.kid(vault.spki(KEY))}
    assert unprotected == {}
    assert set(cbor2.loads(payload)) == {1, 4, 6, -70001}
    assert len(signature) == 64


def test_ten_thousand_altered_tokens_are_all_refused() -> None:
    token, keys = token_of(KEY), knows(KEY, OTHER)
    read_token(token, keys=keys)
    accepted = []
    for altered in mutations(token, 10_000):
        try:
            read_token(altered, keys=keys)
        except cose.Forged:
            continue
        accepted.append(altered)
    assert accepted == []


def test_the_forger_does_make_other_spellings_of_the_same_bytes() -> None:
    """Or the test above would prove nothing: a lax reader takes some of what it refuses."""
    token = token_of(KEY, number="SL-0402-2026-000123")
    while len(token) * 5 % 8 == 0:
        token = token_of(KEY, number=f"SL-{len(token)}")
    raw = base32.decode(token)
    lax = [t for t in mutations(token, 2_000) if t != token and _lax(t) == raw]
    assert lax


def test_every_signature_has_a_low_s() -> None:
    for _ in range(200):
        *_rest, signature = cose.opened(base32.decode(token_of(KEY)))
        assert int.from_bytes(signature[32:], "big") <= cose.ORDER // 2


def test_a_statement_of_another_sort_is_no_permit() -> None:
    kid = vault.kid(vault.spki(KEY))
    status = base32.encode(cose.sign({1: "x", 4: 1, 6: 1, 65534: 1, -70002: {0: "04-1"}}, key=KEY, kid=kid))
    with pytest.raises(cose.Forged):
        read_token(status, keys=knows(KEY))


@pytest.mark.parametrize("name", ["status_index", "status_list", "number"])
def test_a_claim_of_another_type_is_refused(name: str) -> None:
    wrong = {"status_index": "7", "status_list": 4, "number": 12}[name]
    with pytest.raises(cose.Forged):
        read_token(token_of(KEY, **{name: wrong}), keys=knows(KEY))


def test_the_address_is_alphanumeric_for_a_qr_and_scans_at_version_12() -> None:
    token = token_of(KEY)
    address = url(token, "https://p.suez.gov.eg/")
    assert address == f"HTTPS://P.SUEZ.GOV.EG/V/{token}"
    assert 'viewBox="0 0 73 73"' in svg(address) or 'height="73"' in svg(address)


def test_the_check_code_is_of_the_token() -> None:
    token = token_of(KEY)
    assert check_code(token) == check_code(token) != check_code(token[:-1])
    assert len(check_code(token)) == 8


def test_no_number_of_a_person_is_in_it() -> None:
    assert masked_name("سعاد محمود إبراهيم") == "سعاد م. إ."
    assert masked_name("سعاد") == "سعاد"
    assert masked_name("") == ""


def _padded(token: str) -> str:
    return token + "=" * (-len(token) % 8)


def _lax(text: str) -> bytes | None:
    try:
        return base64.b32decode(_padded(text.rstrip("=")), casefold=True)
    except ValueError:
        return None
