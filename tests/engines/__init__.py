"""Programs that nobody here wrote, and how to reach them. `python -m tests.engines` makes the environments that some of them need."""
