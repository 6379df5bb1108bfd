"""The window: one page, from a person to a registered request."""
