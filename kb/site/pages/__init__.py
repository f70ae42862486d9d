"""The pages for reading, one module for each page."""
