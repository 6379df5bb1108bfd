"""Stories told through pages, in a real Chromium."""
