"""A site under load and under abuse, measured for minutes: `make load`."""
