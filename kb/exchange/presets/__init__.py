"""A base, or part of it, in the formats of other people's programs, one module each, every export with a report of what it lost."""
