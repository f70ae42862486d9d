"""Words of the vocabulary that the program decides by. Generated from schema/vocabulary.toml by `python -m kb.base.vocabulary`; do not edit."""

from enum import StrEnum


class Stance(StrEnum):
    """Words of assertions.stance."""

    AFFIRMS = "affirms"  # The speaker holds it.
    DENIES = "denies"  # The speaker holds that it is not so.
    UNCOMMITTED = "uncommitted"  # The speaker does not say whether it is so.


class Certainty(StrEnum):
    """Words of assertions.certainty."""

    CERTAIN = "certain"  # Said without a hedge.
    PROBABLE = "probable"  # Said to be likely.
    POSSIBLE = "possible"  # Said to be possible.
    UNCOMMITTED = "uncommitted"  # The speaker says nothing of how sure it is.


class Act(StrEnum):
    """Words of assertions.act."""

    ASSERTS = "asserts"  # Says it in the speaker's own voice.
    REPORTS = "reports"  # Passes on what somebody else holds.
    QUOTES = "quotes"  # Gives somebody's words as words.
    BELIEVES = "believes"  # Is said to think so.
    WARNS = "warns"  # Says it as a danger.
    PREDICTS = "predicts"  # Says it of the future.
    PLANS = "plans"  # Intends or has decided it.
    ASKS = "asks"  # Puts it as a question.
    RECOMMENDS = "recommends"  # Says it should be so.
    SUGGESTS = "suggests"  # Hints at it, or says that it could be so.
    DISTANCES = "distances"  # Uses the words while keeping away from them, as with scare quotes.


class Derivation(StrEnum):
    """Words of assertions.derivation."""

    EXPLICIT = "explicit"  # The words say it.
    PRESUPPOSED = "presupposed"  # The words take it for granted.
    IMPLIED = "implied"  # The words imply it, and a reader can see how.


class Status(StrEnum):
    """Words of claims.status."""

    PROPOSED = "proposed"  # Nobody has checked yet that the words carry it.
    RECORDED = "recorded"  # Only its author has looked at it, so far as is known.
    REVIEWED = "reviewed"  # Somebody other than its author checked that the words carry it.
    DISPUTED = "disputed"  # People differ on whether the words carry it.
    RETRACTED = "retracted"  # Taken back; kept readable.


class Verdict(StrEnum):
    """Words of reviews.verdict."""

    CARRIES = "carries"  # The words carry what the row says.
    DOES_NOT_CARRY = "does-not-carry"  # The words do not carry what the row says.
    UNSURE = "unsure"  # The reviewer cannot tell whether the words carry it.


class ProposalStatus(StrEnum):
    """Words of proposals.status."""

    WAITING = "waiting"  # Nobody has decided yet.
    LATER = "later"  # Somebody looked, and put it off.
    ACCEPTED = "accepted"  # A person checked the words and recorded the claim as it was proposed.
    EDITED = "edited"  # A person checked the words and recorded the claim otherwise than it was proposed.
    REJECTED = "rejected"  # A person found that the words do not carry it.


class Access(StrEnum):
    """Words of sources.access."""

    PUBLIC = "public"  # The public edition shows the whole text, with every quote.
    QUOTES = "quotes"  # The public edition shows the quotes in their sentences, and not the rest of the text.
    PRIVATE = "private"  # The public edition shows nothing of it: neither its text nor its title, nor what is said in it alone.
