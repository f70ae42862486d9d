"""The two shipped texts: how much of what people recorded in them the proposals cover. Reported, never tuned on."""

from __future__ import annotations

import re
import sqlite3
import tomllib
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from kb import propose
from kb.names.lookup import Lookup
from kb.propose.attribution.drafts import OWN
from kb.propose.grounding.likeness import stems
from kb.propose.proposal import Proposal
from kb.texts import anchoring
from tests.bench_text.scoring import Words, share

SAME_WORDS = 85  # likeness in per cent of an object in words and what the row has


def covered(folder: Path) -> dict[str, float]:
    """Of the quotes that claims.toml holds, in per cent: in a proposal at all, and those that others say, in a proposal with a speaker or cue."""
    text = (folder / "text.txt").read_bytes().decode("utf-8-sig")
    claims = tomllib.loads((folder / "claims.toml").read_text(encoding="utf-8"))
    found = propose.attributions(text)
    words = Words(text)
    counts = {"quotes": [0, 0], "said by others": [0, 0], "own voice": [0, 0]}
    for entry in [*claims.get("claim", []), *claims.get("assertion", [])]:
        place = placed(text, entry)
        if place is None:
            continue
        said = words.of((place,))
        holding = [one for one in found if 2 * len(said & words.of(((one.content.start, one.content.end),))) >= len(said)]
        reported = bool(entry.get("said_by") or entry.get("speakers"))
        count(counts["quotes"], bool(holding))
        count(counts["said by others" if reported else "own voice"], any((one.rule != OWN) == reported for one in holding))
    return {name: share(*pair) for name, pair in counts.items()} | {"cases": counts["quotes"][1]}


def linked(folder: Path, whole: Path, other: sqlite3.Connection) -> dict[str, float]:
    """Of the claims of a text, in per cent: those whose words a proposal covers, with the right subject, object, or both.

    `whole` is the base of both texts, `other` one that holds the other text alone. What is right is the id, or a name that the row has.
    """
    text = (folder / "text.txt").read_bytes().decode("utf-8-sig")
    claims = [one for one in tomllib.loads((folder / "claims.toml").read_text(encoding="utf-8"))["claim"] if "subject" in one]
    metadata = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    published = (metadata.get("source") or metadata).get("published")
    proposals = [one for one in propose.propose(text, Lookup(other), anchor=str(published) if published else None) if one.statement]
    words, counts = (
        Words(text),
        {"covered": 0, "subject": 0, "object": 0, "subject and object": 0, "both, or nearly its name": 0, "with predicate": 0},
    )
    names = Names(whole)
    for claim in claims:
        place = placed(text, claim)
        if place is None:
            continue
        said = words.of((place,))
        near = [
            one
            for one in proposals
            if 2 * len(said & words.of(((one.attribution.content.start, one.attribution.content.end),))) >= len(said)
        ]
        right = [(names.right(claim, "subject", one), names.right(claim, "object", one), names.predicate(claim, one)) for one in near]
        counts["covered"] += bool(near)
        counts["subject"] += any(subject for subject, _, _ in right)
        counts["object"] += any(object_ for _, object_, _ in right)
        counts["subject and object"] += any(subject and object_ for subject, object_, _ in right)
        counts["both, or nearly its name"] += any(
            names.right(claim, "subject", one, nearly=True) and names.right(claim, "object", one, nearly=True) for one in near
        )
        counts["with predicate"] += any(all(three) for three in right)
    found = {name: share(number, len(claims)) for name, number in counts.items()} | {"cases": len(claims)}
    known = {row[0] for row in other.execute("SELECT id FROM predicates")}
    found |= {f"{part}s that are right": share(*precision(text, claims, proposals, names, part)) for part in ("subject", "object")}
    return found | predicates(text, claims, proposals, names, known)


def predicates(text: str, claims: list[dict[str, Any]], proposals: list[Proposal], names: Names, known: set[str]) -> dict[str, float]:
    """Where subject and object are right: how often the base's predicate is the claim's, and how often it is found where the base has it."""
    words, judged, possible = Words(text), [0, 0], [0, 0]
    for claim in claims:
        place = placed(text, claim)
        said = words.of((place,)) if place else frozenset()
        both = [
            one
            for one in proposals
            if place and 2 * len(said & words.of(((one.attribution.content.start, one.attribution.content.end),))) >= len(said)
            if names.right(claim, "subject", one) and names.right(claim, "object", one)
        ]
        chosen = [one.statement.predicate.id == claim["predicate"] for one in both if one.statement and one.statement.predicate]
        for right in chosen:
            count(judged, right)
        if both and claim["predicate"] in known:
            count(possible, any(chosen))
    return {"predicates that are right": share(*judged), "predicates found of those the base has": share(*possible)}


def precision(text: str, claims: list[dict[str, Any]], proposals: list[Proposal], names: Names, part: str) -> tuple[int, int]:
    """How many of the subjects or objects that are linked to a row of the base are those of a claim in their words, and of how many.

    Proposals whose words hold no claim's are left out: nothing says what is right there.
    """
    words, right, linked_ = Words(text), 0, 0
    placed_claims = [(claim, words.of((place,))) for claim in claims if (place := placed(text, claim)) is not None]
    for one in proposals:
        assert one.statement is not None
        entity = one.statement.subject_entity if part == "subject" else one.statement.object_entity
        content = words.of(((one.attribution.content.start, one.attribution.content.end),))
        within = [claim for claim, said in placed_claims if 2 * len(said & content) >= len(said)]
        if entity is not None and entity.id is not None and not entity.new and within:
            linked_ += 1
            right += any(names.right(claim, part, one) for claim in within)
    return right, linked_


class Names:
    """The names of every row of a base, by id, as they are compared."""

    def __init__(self, path: Path) -> None:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.names: dict[str, set[str]] = {}
        self.stems: dict[str, set[frozenset[str]]] = {}
        for entity, name in connection.execute("SELECT id, label FROM entities UNION SELECT entity_id, name FROM names"):
            self.names.setdefault(entity, {plain(entity.replace("-", " "))}).add(plain(name))
            self.stems.setdefault(entity, set()).add(stems(name))
        connection.close()

    def right(self, claim: dict[str, Any], part: str, proposal: Proposal, *, nearly: bool = False) -> bool:
        """Whether the part of a proposal's statement is that of the claim: its id, a name that the row has, or the same words.

        `nearly` also takes a name of the same stems ("China’s military" for "Chinese military").
        """
        assert proposal.statement is not None
        entity = proposal.statement.subject_entity if part == "subject" else proposal.statement.object_entity
        argument = proposal.statement.subject if part == "subject" else proposal.statement.object
        wanted = claim.get(part)
        if wanted is None:
            said = argument.text if argument else ""
            return bool(said) and fuzz.token_sort_ratio(plain(said), plain(claim.get("object_text", ""))) >= SAME_WORDS
        if entity is not None and entity.id == wanted:
            return True
        labels = [entity.label if entity else None, (argument.resolved or argument.text) if argument else None]
        said = [label for label in labels if label is not None]
        return any(plain(label) in self.names[wanted] or (nearly and stems(label) in self.stems[wanted]) for label in said)

    def predicate(self, claim: dict[str, Any], proposal: Proposal) -> bool:
        """Whether the predicate of a proposal, or the one that it would make, is that of the claim."""
        chosen = proposal.statement.predicate or proposal.statement.new if proposal.statement else None
        return chosen is not None and chosen.id == claim.get("predicate")


def plain(words: str) -> str:
    """Words in small letters without an article in front and the ending of a possessive."""
    return re.sub(r"^(?:the|an?|its|their|his|her) |['’]s$", "", " ".join(words.lower().replace("’", "'").split()))


def count(pair: list[int], right: bool) -> None:
    pair[0] += right
    pair[1] += 1


def placed(text: str, entry: dict[str, Any]) -> tuple[int, int] | None:
    """Where the quote of an entry stands, None where it needs its context to be told apart."""
    try:
        found = anchoring.find(
            text, entry["quote"], prefix=entry.get("prefix", ""), suffix=entry.get("suffix", ""), within=entry.get("within", "")
        )
    except anchoring.QuoteError:
        return None
    return found.start, found.end
