"""The catalogue, as programs read it."""
