"""Refuse pages with elements of so many attributes that parsing them would take the square of their number."""

from __future__ import annotations

import re

from kb.articles import limits
from kb.errors import DataError

TAG = re.compile(r"<[a-zA-Z][^>]{2000,}+")  # only those long enough to hold too many attributes
QUOTED = re.compile(r"""=\s*(?:"[^"]*+(?:"|$)|'[^']*+(?:'|$))""")  # a value, which may hold any number of words


def refuse_attributes(page: str, where: str) -> None:
    """Raise DataError where an element has so many attributes that parsing them takes the square of their number."""
    for tag in TAG.finditer(page):
        if len(QUOTED.sub("", tag[0]).split()) > limits.ATTRIBUTES:
            raise DataError(
                f"the element at character {tag.start()} of the page has more than {limits.ATTRIBUTES} attributes",
                where=where,
                remedy="give the text of the article",
            )
