"""Proposed claims from a text: who is credited with what, in which words. Nothing here writes to a base."""
