"""How much of a file we take. Beyond the cell's memory and processor time a file is refused, not the server hurt."""

MOST_BYTES = 10 * 1024 * 1024
MOST_BYTES_TOGETHER = 60 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_PAGES = 200
CELL_MEMORY = 900 * 1024 * 1024
CELL_SECONDS = 20
CELLS = 2
