"""Files people bring and papers we issue: kept, printed, signed, verified."""
