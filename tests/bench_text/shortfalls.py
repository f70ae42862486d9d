"""python -m tests.bench_text.shortfalls SOURCE: for each claim of a shipped text, which of its two ends no proposal has, and what stands there.

What a proposal nearest to it has instead tells missing (no such end), unlinked (words without a row) and other (another row) apart.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ingest.__main__ import read_into
from kb import propose
from kb.names.lookup import Lookup
from kb.propose.proposal import Proposal
from tests.bench_text import other_text
from tests.bench_text.attribution import SHIPPED
from tests.bench_text.scoring import Words
from tests.bench_text.shipped import Names, placed

PARTS = ("subject", "object")


def shown(proposal: Proposal, part: str) -> tuple[str, str]:
    """Why an end of a proposal is not that of a claim, in one word, and what it is."""
    statement = proposal.statement
    assert statement is not None
    entity = statement.subject_entity if part == "subject" else statement.object_entity
    argument = statement.subject if part == "subject" else statement.object
    said = (argument.resolved or argument.text) if argument else ""
    if argument is None:
        return "missing", "—"
    if entity is None:
        return "a clause or pronoun", said
    return ("another row", f"{said} [{entity.id}]") if entity.id and not entity.new else ("no row", said)


def claims_of(folder: Path) -> list[dict[str, Any]]:
    """The claims of a text that have a subject."""
    return [one for one in tomllib.loads((folder / "claims.toml").read_text(encoding="utf-8"))["claim"] if "subject" in one]


def judged(folder: Path, whole: Path, other: Path) -> Iterator[tuple[dict[str, Any], list[tuple[Proposal, dict[str, bool]]]]]:
    """Each claim of a text with the proposals that cover its words, and which ends of each are right."""
    text = (folder / "text.txt").read_bytes().decode("utf-8-sig")
    metadata = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    published = (metadata.get("source") or metadata).get("published")
    base = other_text.only(whole, other, next(one.name for one in SHIPPED.iterdir() if one.is_dir() and one != folder))
    proposals = [one for one in propose.propose(text, Lookup(base), anchor=str(published) if published else None) if one.statement]
    base.close()
    words, names = Words(text), Names(whole)
    for claim in claims_of(folder):
        place = placed(text, claim)
        said = words.of((place,)) if place else frozenset()
        near = [
            one
            for one in proposals
            if place and 2 * len(said & words.of(((one.attribution.content.start, one.attribution.content.end),))) >= len(said)
        ]
        yield claim, [(one, {part: names.right(claim, part, one, nearly=True) for part in PARTS}) for one in near]


@click.command()
@click.argument("source")
def main(source: str) -> None:
    """Show for each claim of a shipped text which of its ends no proposal has, and why."""
    causes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.db"
        read_into(whole, SHIPPED.parent, check=False)
        for claim, near in judged(SHIPPED / source, whole, Path(temporary) / "other.db"):
            wanted = f"{claim['subject']} ~ {claim['predicate']} ~ {claim.get('object') or claim.get('object_text')}"
            if any(all(right.values()) for _, right in near):
                causes["right"] += 1
                click.echo(f"right   {wanted}")
                continue
            for part in PARTS:
                if not any(right[part] for _, right in near):
                    best = max(near, key=lambda one: sum(one[1].values()), default=None)
                    why = shown(best[0], part)[0] if best else "not covered"
                    causes[f"{part}: {why}"] += 1
            if near and all(any(right[part] for _, right in near) for part in PARTS):
                causes["both, in different proposals"] += 1
            click.echo(f"WRONG   {wanted}\n        “{claim['quote']}”")
            for proposal, right in near:
                ends = (f"{'+' if right[part] else '-'}{part} {': '.join(shown(proposal, part))}" for part in PARTS)
                assert proposal.statement is not None
                click.echo(f"          {proposal.statement.statement.claim}   {'; '.join(ends)}")
    for cause, number in causes.most_common():
        click.echo(f"{number:>4}  {cause}")


if __name__ == "__main__":
    main()
