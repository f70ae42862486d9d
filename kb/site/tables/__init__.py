"""Datasette's own pages in our dress: labels, descriptions, questions, and links from rows to our pages."""
