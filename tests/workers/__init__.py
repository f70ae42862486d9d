"""Processes for work on foreign input."""
