"""Pure Python that every floor may use: money, ids, clock, keys, Arabic text, Actor, Refusal."""
