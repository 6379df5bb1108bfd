"""A million cases, and how fast everything is beside what this machine could do at best: `make bench`."""
