"""The source-tracking knowledge base: who claims what, about whom and what, in which source, in exactly which words."""

__version__ = "0.1.0"
