"""Shubbak: one window between people and their local government."""

__version__ = "0.1.0"
