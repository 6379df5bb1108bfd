"""Where a case is, for whoever holds its slip."""
