"""The public door: find a service, track a case, verify a paper."""
