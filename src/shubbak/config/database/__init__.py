"""Django's PostgreSQL engine, with a cheaper way to notice at the start of a request that the server went away."""
