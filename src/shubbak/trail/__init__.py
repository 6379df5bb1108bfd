"""The append-only record of who did what, sealed and anchored; and the register of requests already answered."""
