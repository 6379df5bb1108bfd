"""The cashier: drawer, collection, receipt books, statement."""
