"""Files on their way to a case."""
