"""What the municipality offers: services as data, checked, versioned and frozen once published."""
