"""Adding to the base and changing it, by form and by JSON: the same functions as the command line, in one run each, as the signed-in actor."""
