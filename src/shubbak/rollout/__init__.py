"""Bringing centres up: works, equipment, training, inspections, readiness."""
