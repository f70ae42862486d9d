"""Where sentences end, against MEANTIME's English news (CAT XML, as meantime.py rebuilds it) and the invented texts of tests/texts.

The line with the date of creation, which the rebuilt text does not part from the sentence after it, is left out. All figures are F1 of
the places where sentences end, in per cent.
"""

from __future__ import annotations

import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

from kb.texts.sentences import sentences
from tests.bench_text import meantime

INVENTED = Path(__file__).resolve().parents[1] / "texts" / "sentences_in_languages.toml"


def score(folder: Path) -> dict[str, float]:
    """F1 over the files under `folder` (the corpora's), and over the invented texts in all languages together."""
    return {
        "English news F1": f1(map(annotated, sorted(folder.glob("meantime/*/*.xml")))),
        "invented texts in many languages F1": f1(invented()),
    }


def annotated(path: Path) -> tuple[str, set[int], set[int]]:
    """The text of a file, where its sentences end, and where the date ends, which is no matter."""
    root = ET.parse(path).getroot()
    text, places = meantime.rebuilt(root)
    ends = {token.get("sentence", ""): places[token.attrib["t_id"]][1] for token in root.findall("token") if token.attrib["t_id"] in places}
    dates = {end for sentence, end in ends.items() if sentence == "1"}
    return text, set(ends.values()) - dates, dates


def invented() -> Iterable[tuple[str, set[int], set[int]]]:
    for language in tomllib.loads(INVENTED.read_text(encoding="utf-8")).values():
        for parts in language["texts"]:
            joint = language.get("joint", " ")
            yield joint.join(parts), {len(joint.join(parts[: count + 1])) for count in range(len(parts))}, set()


def f1(texts: Iterable[tuple[str, set[int], set[int]]]) -> float:
    right = count = 0
    for text, gold, left_out in texts:
        found = {end for _, end in sentences(text, 0, len(text))} - left_out
        right += len(found & gold)
        count += len(found) + len(gold)
    return 200 * right / max(count, 1)
