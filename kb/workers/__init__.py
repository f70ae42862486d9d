"""Processes that do work on foreign input, with limits on time and memory, and that can be killed with all that they started."""
