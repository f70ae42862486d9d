"""Ask a second library, pypdf, which words a page of a PDF holds. Runs in the process of kb.articles.pdf_worker.

Order and white space are not compared, because either library may be wrong in them, but letters are: a file whose fonts say wrongly
which letters they draw is read differently by different libraries.
"""

from __future__ import annotations

import io
import logging
import time
import unicodedata
from collections import Counter
from collections.abc import Sequence

from kb.articles.pdf_bidi import runs_leftwards

AGREE = 0.95  # the share of a page's letters in common, in the other reading, below which two readings differ
WORDS_AGREE = 0.7  # the same of words, where one library may have put spaces that the other has not
LONG = 5  # letters of a word that is looked for
FEW = 20  # letters on a page, below which nothing is compared


def disagreements(data: bytes, texts: Sequence[str], seconds: float) -> tuple[list[int], int]:
    """Return the numbers of the pages that the second library reads otherwise, and how many pages were compared in the time.

    `texts` are all characters of each page, with those that are left out later; words are compared, too, where the text runs from
    right to left.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    until, differing, compared = time.process_time() + seconds, [], 0
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        for number, text in enumerate(texts, 1):
            if time.process_time() > until:
                break
            compared += 1
            if len(folded(text)) >= FEW and differs(text, pages[number - 1].extract_text()):
                differing.append(number)
    except Exception:  # what pypdf cannot read it cannot contradict; its errors are of any type
        return differing, compared
    return differing, compared


def differs(ours: str, theirs: str) -> bool:
    """Whether two readings of a page have other letters, or other words where the text runs from right to left.

    What they have and we have not is looked for word by word, because text that is drawn twice they have twice.
    """
    mine, their_words = folded(ours), set(words(theirs))
    if contained(Counter(mine), Counter(folded(theirs))) < AGREE:
        return True
    long = [word for word in their_words if len(word) >= LONG]
    if sum(word not in mine for word in long) > (1 - WORDS_AGREE) * len(long):
        return True
    return runs_leftwards(ours) and contained(Counter(words(ours)), Counter(words(theirs))) < WORDS_AGREE


def folded(text: str) -> str:
    """Return the letters and figures of a text in lower case and without presentation forms."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).lower() if char.isalnum())


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return [word for word in map(folded, text.split()) if word]


def contained(ours: Counter[str], theirs: Counter[str]) -> float:
    """Return the share of ours that the other reading has, too."""
    return (ours & theirs).total() / max(ours.total(), 1)
