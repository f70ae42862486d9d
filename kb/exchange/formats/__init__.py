"""Annotations that other programs made of a text, each format in a module of its own; `kb.exchange.formats.registry` finds them."""
