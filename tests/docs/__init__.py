"""README and docs: what their commands print is run again, and the reference is made from the code. `python -m tests.docs` writes both."""
