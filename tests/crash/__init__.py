"""Kill -9 at random moments under load: what was acknowledged is there, once, and nothing hangs."""
