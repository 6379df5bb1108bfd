"""The pages that belong to no door: is it alive, and what went wrong."""
