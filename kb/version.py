"""The version of this program, as its package, its runs and its requests name it."""

__version__ = "0.1.0"
