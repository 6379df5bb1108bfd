"""The house rules, held by tests: floors, rooms, sizes, words, doors, and what must not be in the tree."""
