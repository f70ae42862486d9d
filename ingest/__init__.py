"""Read curated files, in which people record what sources say, into a base."""
