"""The pages of the cashier, one file for each."""
