"""Files from before Shubbak: found, described, scanned, lent and brought back."""
