"""What anybody may ask with a slip or a permit in hand."""
