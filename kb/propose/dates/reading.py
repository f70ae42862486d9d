"""What a rule for dates is given and gives back."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from kb.propose.dates import clock
from kb.propose.dates.clock import Anchor

SAID = "said in the text"
# The words around a date that say whether it lies ahead, or behind. The nearest before the date decides.
TENSE = re.compile(
    r"\b(?:(?P<ahead>(?:(?:will|shall|won['’]t|would|should|going to|(?:is|are) to|expect(?:s|ed)? to|plan(?:s|ned)? to|hopes? to|"
    r"intends? to|scheduled to|set to|due to)(?: (?:not|also|be|have|been|\w+ly))*(?: \w+)?)|plan(?:s|ned)? for|scheduled|due|set for|upcoming|"
    r"beginning|starting|effective|as (?:soon|early|late) as)|"
    r"(?P<behind>said|was|were|had|has|have|did|went|told|came|made|took|got|gave|saw|held|since|(?:\w{2,}ed)(?! to\b)))\b|['’]ll\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z“\"])|\n\s*\n")
NO_LATER = re.compile(
    r"\b(?:by|until|till|through) (?:the |early |late |mid-|at |noon |midnight |\d[\d:]* ?[ap]\.?m\.? (?:[A-Z]{2,3} )?)?$"
)
FIGURES = re.compile(r"[$€£%]|\bshare\b|\bcents\b|\bprofit\b|\bsales\b|\brevenue\b|\bearnings\b|\bquarter\b")
REACH = 160  # code points before or after a date in which its tense is sought


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression of time means: TIMEX3, EDTF, and what it was counted from in words."""

    timex: str
    edtf: str | None
    basis: str


@dataclass(slots=True)
class Context:
    """The text that is read, its date of publication, and the last day, month or year that it named in full."""

    text: str
    anchor: Anchor | None
    named: Anchor | None = None
    named_words: str = ""
    named_end: int = 0
    quarter: str = ""
    quarter_end: int = 0

    def ahead(self, start: int, end: int) -> bool | None:
        """Whether the sentence puts the date in the future (True), in the past (False), or does not say (None)."""
        before = self.text[max(0, start - REACH) : start]
        ends = list(SENTENCE_END.finditer(before))
        before = before[ends[-1].end() :] if ends else before
        if NO_LATER.search(before):
            return " had " not in before
        cues = list(TENSE.finditer(before))
        if cues:
            return cues[-1]["behind"] is None
        after = self.text[end : end + REACH]
        stop = SENTENCE_END.search(after)
        cue = TENSE.search(after[: stop.start()] if stop else after)
        return None if cue is None else cue["behind"] is None

    def published(self) -> str:
        assert self.anchor is not None
        return f"counted from the date of publication {self.anchor.edtf}"

    def reference(self) -> tuple[Anchor, str] | None:
        """The date last named in the text, or else that of publication, and what to say of it."""
        if self.named is not None:
            return self.named, f"counted from “{self.named_words}” before it"
        return (self.anchor, self.published()) if self.anchor else None

    def near(self, start: int) -> bool:
        """Whether the date named last stands close enough before this place to be meant by “a year earlier”."""
        return 0 <= start - self.named_end <= REACH

    def reported_quarter(self, start: int) -> str | None:
        """The quarter whose figures are being given: the one named last, where sums of money or shares stand before this place."""
        return self.quarter if self.quarter and FIGURES.search(self.text[max(0, start - REACH) : start]) else None

    def remember(self, value: Value, words: str, end: int) -> None:
        """Later expressions such as “the next day” are counted from this one, if it is a plain day, month or year."""
        if re.fullmatch(r"\d{4}-Q\d", value.timex) and not value.basis.startswith("a year before"):
            self.quarter, self.quarter_end = value.timex, end
        if re.fullmatch(r"\d{4}(?:-\d\d){0,2}(?:T.*)?", value.timex):
            found = Anchor.of(value.timex.split("T")[0])
            if found is not None:
                self.named, self.named_words, self.named_end = found, words, end


Handler = Callable[[re.Match[str], Context], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction: what it looks like and how it is read. Of two that fit at one place the longer wins."""

    name: str
    pattern: re.Pattern[str]
    read: Handler


RULES: list[Rule] = []


def rule(name: str, pattern: str) -> Callable[[Handler], Handler]:
    """Add a construction to the table."""

    def add(read: Handler) -> Handler:
        RULES.append(Rule(name, re.compile(pattern), read))
        return read

    return add


def said(timex: str, *, about: bool = False) -> Value:
    edtf = clock.edtf(timex)
    if about and edtf and "/" not in edtf and "X" not in edtf:
        edtf = edtf.rstrip("~") + "~"
    return Value(timex, edtf, SAID)


def counted(timex: str, basis: str) -> Value:
    return Value(timex, clock.edtf(timex), basis)


def vague(timex: str) -> Value:
    return Value(timex, None, SAID)


def real_day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
