"""One case on the desk."""
