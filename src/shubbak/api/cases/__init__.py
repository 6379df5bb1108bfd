"""Cases: registered, read, moved on, paid, and their papers."""
