"""Cases at the counter: found again, completed, withdrawn, their papers printed again."""
