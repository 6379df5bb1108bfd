"""The signed statement in a permit's QR: a camera URL whose path is a COSE_Sign1 in Base32 (format EGP1)."""
