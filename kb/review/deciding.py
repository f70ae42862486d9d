"""Decide on a proposal, in an open run, by accepting it as it stands or edited, rejecting it, or putting it off."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kb import changes, facts
from kb.base import ids
from kb.base.runs import Run
from kb.base.words import ProposalStatus, Status, Verdict
from kb.errors import UsageError, actions
from kb.facts import Added, Plan
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.review import links, suggested
from kb.review.as_fact import ADDED, PROPOSED, TRIPLE, claim_text, fact_of
from kb.review.belonging import record_belonging
from kb.review.kept import keep_mentions
from kb.review.places import current_span
from kb.review.queue import Waiting, find

ROUND = ("about", "place", "event")
"""What a claim says beside its triple."""


@dataclass(frozen=True)
class Decided:
    """A decision: the proposal, its new status and, where it was accepted, the recorded fact."""

    proposal_id: str
    status: str
    added: Added | None = None


@dataclass(frozen=True)
class Choice:
    """What a person chose for an accepted proposal.

    `edits` holds other values for keys of PROPOSED and ADDED; an empty one clears what is proposed. `make` names the fields (speaker,
    subject, predicate, object) whose new row is recorded first as it is suggested, and `new` is what the person adds to these.
    `drop_speaker` attributes the claim to the document itself, and `related` holds relations to claims of the base.
    """

    edits: Mapping[str, str] = field(default_factory=dict)
    make: Collection[str] = ()
    new: tuple[NewEntity, ...] = ()
    drop_speaker: bool = False
    related: tuple[links.Related, ...] = ()


def accept(
    run: Run, proposal_id: str, edits: Mapping[str, str] | None = None, *, drop_speaker: bool = False, make: Collection[str] = ()
) -> Decided:
    """Record a proposal as a sourced fact, and return the decision. The parameters are the parts of a Choice; raises as `accept_as`."""
    return accept_as(run, proposal_id, Choice(edits or {}, make, drop_speaker=drop_speaker))


def accept_as(run: Run, proposal_id: str, choice: Choice) -> Decided:
    """Record a proposal as a sourced fact with what a person chose, and return the decision.

    The names in its words and the chosen relations are recorded with it. The speaker must be an actor of the base, unless the choice
    drops it. Raises UsageError for an unknown edit or a proposal that was decided on already, DataError for everything that is
    refused of any fact.
    """
    connection = run.connection
    waiting = undecided(connection, proposal_id)
    record_missing(run, waiting, choice.make)
    for new in choice.new:
        add_entity(run, new)
    lookup = Lookup(connection)
    chosen = with_suggestions(lookup, waiting, choice.edits)
    values = of_same_words(lookup, waiting, chosen, choice.edits)
    plan = facts.plan(lookup, fact_of(lookup, waiting, values, drop_speaker=choice.drop_speaker))
    reinstate(run, plan)
    added = facts.write(run, plan)
    as_reviewed(run, added)
    links.record_mentions(run, waiting, added)
    here = current_span(lookup, waiting)
    keep_mentions(run, waiting, added, here[0] - waiting.start_char if here else None)
    record_belonging(run, added)
    links.relate(run, added.claim_id, choice.related)
    speaker_id = connection.execute("SELECT speaker_id FROM assertions WHERE id = ?", (added.assertion_id,)).fetchone()[0]
    cleared = {name: "" for name, value in choice.edits.items() if not value and name != "speaker"}
    edited = (choice.drop_speaker and waiting.attributed) or is_edited(lookup, waiting, cleared | chosen, speaker_id)
    status = ProposalStatus.EDITED if edited else ProposalStatus.ACCEPTED
    setting = "UPDATE proposals SET status = ?, assertion_id = ? WHERE id = ?"
    connection.execute(setting, (status, added.assertion_id, proposal_id))
    return Decided(proposal_id, status, added)


def record_missing(run: Run, waiting: Waiting, make: Collection[str]) -> None:
    """Record the new rows of the fields that `make` names, the event last, since it may name the others."""
    lookup = Lookup(run.connection)
    for last in (False, True):
        wanted = {new.entity.id: new for new in suggested.missing(lookup, waiting) if new.field in make}
        for new in wanted.values():
            if not last and new.entity.kind == "event":
                continue
            if new.place:
                add_entity(run, new.place)
                new.entity.entry["place"] = new.place.id
            add_entity(run, new.entity)


def of_same_words(lookup: Lookup, waiting: Waiting, values: dict[str, str], edits: Mapping[str, str]) -> dict[str, str]:
    """Return the values as another assertion of the claim that the base has in exactly these words, or unchanged where it has none.

    What a person typed of the triple or the time is kept, so that it is compared with that claim and refused where it differs.
    """
    if "claim_id" in values:
        return values
    same = lookup.claim_id_of_text(ids.collapse(values.get("text") or claim_text(values.get("quote", waiting.exact))))
    if not same:
        return values
    found = suggested.values(lookup, waiting)
    typed = {name for name in (*TRIPLE, *ROUND) if edits.get(name) and edits[name] != found.get(name)}
    if not typed:
        return {name: value for name, value in values.items() if name not in (*TRIPLE, *ROUND)} | {"claim_id": same}
    columns = "SELECT about_time, place_id, event_id FROM claims WHERE id = ?"
    recorded = dict(zip(ROUND, lookup.connection.execute(columns, (same,)).fetchone(), strict=True))
    kept = {name: value for name, value in values.items() if name not in ROUND or name in typed}
    return {name: value for name, value in recorded.items() if value and name not in typed} | kept


def with_suggestions(lookup: Lookup, waiting: Waiting, edits: Mapping[str, str]) -> dict[str, str]:
    """Return the edits, and what the proposal suggests for the fields that were not edited. An empty edit clears a field.

    A claim that is there already keeps its own. Suggestions that make no whole triple with one another are left out; what a person
    typed is not. Raises UsageError for an unknown field.
    """
    given = {key: value for key, value in edits.items() if value or key == "cue"}
    if unknown := set(given) - {*PROPOSED, *ADDED}:
        raise UsageError(f"a proposal has no {', '.join(sorted(unknown))}", remedy=f"edit {', '.join((*PROPOSED, *ADDED))}")
    if "claim_id" in given:
        return given
    found = suggested.values(lookup, waiting)
    if "text" in given and given["text"] != found.get("text") and not set(edits) & set(TRIPLE):
        found = suggested.after_rewording(lookup, waiting, found, given["text"])
    values = {key: value for key, value in found.items() if key not in edits}
    if "object" in given or "object_text" in given:
        values = {key: value for key, value in values.items() if key not in ("object", "object_text")}
    together = values | given
    if is_triple(together) or any(given.get(name) != found.get(name) for name in TRIPLE if name in given):
        return together
    return {name: value for name, value in together.items() if name not in TRIPLE}


def is_triple(values: Mapping[str, str]) -> bool:
    """Return whether subject, predicate and object are all given."""
    return "subject" in values and "predicate" in values and ("object" in values or "object_text" in values)


def as_reviewed(run: Run, added: Added) -> None:
    """Whoever accepts a proposal checked its words: that is a review of the assertions, and of the claim where it is new."""
    own = "SELECT 1 FROM assertions WHERE id = ? AND run_id = ?"
    rows = [("claims", added.claim_id)] if added.new_claim else []
    rows += [("assertions", row["id"]) for row in added.assertions if run.connection.execute(own, (row["id"], run.id)).fetchone()]
    innermost = ("assertions", added.assertion_id)
    for of in dict.fromkeys((*rows, innermost)):
        changes.review_one(run, of, Verdict.CARRIES, None)


def reinstate(run: Run, plan: Plan) -> None:
    """Let the assertion, and those that report it, count again where they were accepted before and retracted since, as by an undo.

    Each gets the act, stance and certainty of now.
    """
    columns = ("act", "stance", "certainty")
    for row in plan.assertions:  # from the outermost inward: none counts in a report that does not
        present = run.connection.execute("SELECT status, act, stance, certainty FROM assertions WHERE id = ?", (row["id"],)).fetchone()
        if present and present[0] == Status.RETRACTED:
            unlike = {key: row[key] for key, value in zip(columns, present[1:], strict=True) if row[key] != value}
            changes.correct(run, row["id"], {"status": row["status"], **unlike})


def reject(run: Run, proposal_id: str) -> Decided:
    """Reject a proposal whose words do not carry the claim."""
    return decide(run, proposal_id, ProposalStatus.REJECTED)


def put_off(run: Run, proposal_id: str) -> Decided:
    """Put a proposal off until later."""
    return decide(run, proposal_id, ProposalStatus.LATER)


def decide(run: Run, proposal_id: str, status: str) -> Decided:
    """Set the status of an undecided proposal."""
    undecided(run.connection, proposal_id)
    run.connection.execute("UPDATE proposals SET status = ? WHERE id = ?", (status, proposal_id))
    return Decided(proposal_id, status)


def undecided(connection: sqlite3.Connection, proposal_id: str) -> Waiting:
    """Return a proposal that nobody has decided on. Raises UsageError where there is none."""
    waiting = find(connection, proposal_id)
    if waiting.status not in (ProposalStatus.WAITING, ProposalStatus.LATER):
        raise UsageError(f"{proposal_id} was {waiting.status} already", remedy=actions.undo())
    return waiting


def is_edited(lookup: Lookup, waiting: Waiting, values: Mapping[str, str], speaker_id: str) -> bool:
    """Return whether the recorded fact, whose speaker is `speaker_id`, differs from the proposal in more than added details.

    `values` are those of the fact, with an empty one for each that a person emptied.
    """
    proposed = {"quote": waiting.exact, "cue": waiting.cue or ""} | {
        key: getattr(waiting, key) for key in ("act", "stance", "certainty", "kind")
    }
    new = {one.field: one.entity.id for one in suggested.missing(lookup, waiting)}
    found = {"text": claim_text(waiting.exact), **new, **suggested.values(lookup, waiting)}
    proposed |= {key: found[key] for key in ("text", *TRIPLE, "about") if key in found and "claim_id" not in values}
    differs = any(key in values and values[key] != value for key, value in proposed.items())
    speaker = waiting.speaker_id or found.get("speaker")
    return differs or ("speaker" in values and speaker is not None and speaker_id != speaker)
