"""Limits on the size of articles and the time that reading them may take. Larger data is refused before all of it is in memory."""

from __future__ import annotations

FILE = 50_000_000  # bytes of a file or of standard input
FETCHED = 10_000_000  # bytes of a fetched page, both as sent and unpacked
WITH_PICTURES = 500_000  # characters of a page above which the pictures written into it are dropped first
SECONDS = 20.0  # for a whole fetch, with name resolution, connections, redirects and the page itself
REDIRECTS = 5
TEXT = 5_000_000  # characters of the canonical text: books come one chapter at a time
WORD = 5_000  # letters and digits in a row: what is longer is no word, and the time that rules take may grow with its square
ATTRIBUTES = 1_000  # of one element
PAGES = 2_000  # of a PDF
PDF_MEMORY = 1_000_000_000  # bytes of address space of the process that reads a PDF
PDF_SECONDS = 180  # of processor time, and of waiting, for reading a PDF
PDF_COMPARING = 10  # seconds of processor time for asking a second library about the pages of a PDF
ENTRIES = 5_000  # files in a DOCX, ODT or EPUB
UNPACKED = 100_000_000  # bytes of an unpacked one, as the archive declares them
MARKUP = 20_000_000  # bytes of one unpacked part of it
HARDLY_ANY = 200  # characters below which a page behind a paywall is refused
SHORT = 1_500  # characters below which a page that asks readers to subscribe is thought to be incomplete
MARKS = 2_000  # marks of one kind, such as brackets, in a paragraph of Markdown; parsing takes the square of their number
