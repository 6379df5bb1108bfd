"""Tests that belong to no single slice: the house, the named cast, journeys, crashes, tampering."""
