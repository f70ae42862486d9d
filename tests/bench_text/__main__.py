"""python -m tests.bench_text: how well texts are read, against labelled corpora; printed, and with --freeze written to scores.json.

The corpora are no part of the repository: they are looked for in the folder shared/corpora beside the checkout.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import click

from kb.propose import parser as models
from tests.bench_text import attribution, files, happenings, meantime, openie, polnear, re3d, reference, sentences, tempeval

SCORES = Path(__file__).with_name("scores.json")
TARGETS = {
    "content F1": (73, 76),
    "with source F1": (68, 70),
    "narrow rules precision": (87, 90),
    "direct quotations recall with source": (87, 90),
}
WITHOUT = {"content precision": (85, 90)}  # without a parser a wrong speaker costs more than a missing one
STATEMENTS = {
    "CaRB best F1": (43, 50),
    "WiRe57 F1": (33, 42),
    "WiRe57 F1, pronouns resolved": (25, 33),
    "accuracy of answers": (80, 88),
    "share answered": (50, 70),
    "events found F1": (70, 78),
    "participants with the right event F1": (45, 55),
    "words a second of the processor's, statements": (1500, 2500),
}


@click.command()
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    default=polnear.CORPORA,
    help="The folder with polnear, tempeval3, meantime, re3d and openie.",
)
@click.option("--part", "parts", multiple=True, type=click.Choice(["train", "dev"]), help="Only this part of PolNeAR.")
@click.option("--freeze", is_flag=True, help="Write scores.json, and the precision of each rule, from all parts.")
def main(corpora: Path, parts: tuple[str, ...], freeze: bool) -> None:
    """Measure the reading of texts."""
    rows = files.score()
    show_files(rows)
    if freeze and not parts:
        write(json.loads(SCORES.read_text("utf-8")) | {"files": rows})
    if not (corpora / "polnear").is_dir():
        click.echo(f"skipped: there are no labelled corpora in {corpora} (they are no part of the repository)")
        return
    started = time.perf_counter()
    scores = measured(corpora, parts or ("train", "dev"), freeze and not parts)
    show("", scores)
    if freeze and not parts:
        write(scores | {"files": rows})
    click.echo(f"{time.perf_counter() - started:.0f} s")


def write(scores: dict[str, Any]) -> None:
    SCORES.write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def show_files(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        click.echo(
            f"{row['file']:<40} {row['pages']:>3} pages   complete {row['complete']:>5}   order {row['order']:>5}   quotes {row['quotes']}"
        )


def measured(corpora: Path, parts: tuple[str, ...], freeze: bool) -> dict[str, Any]:
    """All figures; those of the machine (speed) are told, not frozen."""
    scores: dict[str, Any] = {"attribution without a model": attribution.score(corpora, parts, models.NONE)[0]}
    if models.find().tier == "parser":
        click.echo(f"model: {models.find().name}")
        scores["attribution"], together = attribution.score(corpora, parts)
        if freeze:
            attribution.write_precision(together)
        show("speed", attribution.speed(corpora))
        if (corpora / "openie").is_dir():
            if freeze:
                openie.write_confidence(corpora)
            show("speed", openie.speed(corpora))
            scores["statements, CaRB and WiRe57"] = {key: round(value, 1) for key, value in openie.score(corpora).items()}
        scores["reference, MEANTIME"] = {key: round(value, 1) for key, value in reference.score(corpora).items()}
        scores["events, MEANTIME"] = {key: round(value, 1) for key, value in happenings.score(corpora).items()}
        scores["shipped texts"] = attribution.shipped()
    else:
        click.echo("skipped: attribution with a model (none is installed: pip install 'source-tracking-kb[nlp]')")
    for name, group in {
        "dates, TempEval-3": tempeval,
        "names, re3d": re3d,
        "dates and names, MEANTIME": meantime,
        "sentences": sentences,
    }.items():
        scores[name] = {key: round(value, 1) for key, value in group.score(corpora).items()}
    return scores


def show(name: str, figures: dict[str, Any]) -> None:
    for key, value in figures.items():
        path = f"{name} / {key}" if name else key
        if isinstance(value, dict):
            show(path, value)
            continue
        group = WITHOUT if "without" in name else TARGETS if name.startswith("attribution") else STATEMENTS
        floor, target = group.get(key, ("", ""))
        click.echo(f"{path:<78} {value:>8}" + (f"   floor {floor} target {target}" if floor else ""))


if __name__ == "__main__":
    main()
