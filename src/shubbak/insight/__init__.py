"""Figures over everything: indicators, live money, reports; reads all, is read by doors only."""
