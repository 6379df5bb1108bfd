"""Whether a paper is real and in force."""
