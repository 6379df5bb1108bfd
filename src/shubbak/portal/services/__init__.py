"""What is offered, and everything to know before leaving home."""
