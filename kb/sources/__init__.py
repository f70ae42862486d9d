"""Texts become sources: snapshots, sections, sentences, and what a later text of the same source changes."""
