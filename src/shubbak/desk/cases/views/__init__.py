"""The views of a case: its page, its acts, in whose hands it lies, its files."""
