"""Sources as BibTeX and BibLaTeX entries.

`date` is EDTF, which BibLaTeX reads; `year` and `month` are there for BibTeX. The fields `sha256` and `permalink` are ours: every reader
passes over the fields that it does not know.
"""

from __future__ import annotations

import re
from typing import TextIO

from kb.exchange.presets.bibliography import HELD_ROLES, PERIODICAL, Work, figures, works
from kb.exchange.presets.preset import Excerpt, Preset

# kind of source: (type of entry, the field that names the publisher)
TYPES = {"report": ("techreport", "institution"), "book": ("book", "publisher")} | dict.fromkeys(PERIODICAL, ("article", "journal"))
OTHER = ("misc", "organization")
SPECIAL = re.compile(r"[\\~^{}&%$#_]")
COMMANDS = {"\\": r"{\textbackslash}", "~": r"{\textasciitilde}", "^": r"{\textasciicircum}"}
BRACES = {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
VERBATIM = ("url", "permalink", "sha256", "doi")  # written as they stand, as BibLaTeX reads url and doi


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write an entry for each source."""
    for work in works(excerpt):
        stream.write(entry(work) + "\n\n")


def entry(work: Work) -> str:
    """One source as an entry, whose key is the id of the source."""
    kind, publisher = TYPES.get(work.kind, OTHER)
    fields = {"title": work.title, publisher: work.publisher, "date": work.published, **year_and_month(work.published or "")}
    fields |= {"entrysubtype": work.kind, "language": work.language, "url": work.url, "urldate": work.accessed, **work.identifiers}
    fields |= {"note": work.note, "copyright": work.rights, "sha256": work.sha256, "permalink": work.permalink}
    lines = [f"  {role} = {{{' and '.join('{' + escaped(each.name) + '}' for each in work.by_role(role))}}}" for role in HELD_ROLES]
    lines = [line for line, role in zip(lines, HELD_ROLES, strict=True) if work.by_role(role)]
    lines += [f"  {name} = {{{worded(name, value)}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{work.id},\n" + ",\n".join(lines) + "\n}"


def worded(name: str, value: str) -> str:
    """A value as it stands between the braces of its field; a second pair keeps the capitals of a title."""
    if name in VERBATIM:
        return value
    return f"{{{escaped(value)}}}" if name == "title" else escaped(value)


def year_and_month(date: str) -> dict[str, str]:
    """The year and month that BibTeX knows, where the date gives them in figures."""
    return dict(zip(("year", "month"), map(str, figures(date)), strict=False))


def escaped(text: str) -> str:
    """The text on one line, with the characters spelled that BibTeX treats as commands.

    Braces without a partner are spelled by name, since BibTeX counts them even behind a backslash.
    """
    spelled = COMMANDS if paired(text) else COMMANDS | BRACES
    return SPECIAL.sub(lambda match: spelled.get(match[0]) or "\\" + match[0], text.replace("\n", " "))


def paired(text: str) -> bool:
    """Whether every brace has its partner."""
    depth = 0
    for mark in re.findall("[{}]", text):
        depth += 1 if mark == "{" else -1
        if depth < 0:
            return False
    return depth == 0


PRESET = Preset("bibtex", "sources as BibTeX, for LaTeX and reference managers", write)
