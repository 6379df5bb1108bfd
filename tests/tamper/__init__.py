"""What the database's superuser can do to the trail, and that it is found."""
