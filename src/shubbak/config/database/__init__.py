"""Django's PostgreSQL engine, with a cheaper way to notice that the server went away, and statements it keeps ready."""
