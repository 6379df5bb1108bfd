"""Money: invoices, cashiers, receipt books and the ledger that never forgets."""
