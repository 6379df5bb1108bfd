"""How much of a file we take."""

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_PAGES = 200
CELL_MEMORY = 1024 * 1024 * 1024
CELL_SECONDS = 20
"""The cell's address space and processor time: beyond them the file is refused, not the server hurt."""
