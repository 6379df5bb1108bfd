"""Lists of work, and finding a case."""
