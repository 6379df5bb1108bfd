"""The desk: where the office works on citizens' files. Pages only; every rule is asked of `cases`."""
