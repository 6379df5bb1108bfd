"""Signing in: allauth's adapters, our pages, the life of a session."""
