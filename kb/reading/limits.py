"""How much is read at most. What is larger is refused before it is held whole."""

from __future__ import annotations

FILE = 50_000_000  # bytes of a file or of standard input
FETCHED = 10_000_000  # bytes of a page that is fetched, as sent and as unpacked
SECONDS = 20.0  # for a fetch in all: names, connections, redirects, the page itself
REDIRECTS = 5
TEXT = 5_000_000  # characters of the canonical text: books come one chapter at a time
PAGES = 2_000  # of a PDF
PDF_MEMORY = 1_000_000_000  # bytes that reading a PDF may take (address space of the process that reads it)
PDF_SECONDS = 60  # that reading a PDF may take
ENTRIES = 5_000  # files in a DOCX
UNPACKED = 100_000_000  # bytes of a DOCX unpacked, as it declares them and as they come
MARKUP = 20_000_000  # bytes of one part of a DOCX that is read
HARDLY_ANY = 200  # characters below which a page that wants paying or signing in has given nothing
SHORT = 1_500  # characters below which subscribing is thought to hide the rest
MARKS = 2_000  # of one kind, such as brackets, in one paragraph of Markdown: what follows from them takes the square of their number
