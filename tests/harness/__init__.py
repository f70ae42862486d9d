"""What tests of several folders stand on: a running site, and an HTML page taken apart."""
