"""Read the curated files into a base: what the sources say, as people have found it there."""
