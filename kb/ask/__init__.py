"""Asking a base: SQL and named questions, full-text search, the story of a row, rows as tables."""
