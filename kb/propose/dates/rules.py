"""The table of rules for expressions of time, the context that a rule is given, and the value that it returns."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from kb.propose.dates import clock
from kb.propose.dates.clock import Anchor
from kb.texts.written_dates import Order

STATED = "said in the text"
# Words that show whether a date nearby lies in the future or in the past. The nearest one before the date decides.
TENSE = re.compile(
    r"\b(?:(?P<ahead>(?:(?:will|shall|won['’]t|would|should|going to|(?:is|are) to|expect(?:s|ed)? to|plan(?:s|ned)? to|hopes? to|"
    r"intends? to|scheduled to|set to|due to)(?: (?:not|also|be|have|been|\w+ly))*(?: \w+)?)|plan(?:s|ned)? for|scheduled|due|set for|upcoming|"
    r"beginning|starting|effective|as (?:soon|early|late) as)|"
    r"(?P<behind>said|was|were|had|has|have|did|went|told|came|made|took|got|gave|saw|held|since|(?:\w{2,}ed)(?! to\b)))\b|['’]ll\b",
    re.IGNORECASE,
)
# A past verb that governs the date itself, not the one of a clause around it: "was signed on", "met the council in"; not "said payment is due on".
_PAST = (
    r"said|went|told|came|made|took|got|gave|saw|held|left|fell|rose|began|met|won|lost|ran|wrote|sold|sent|paid|spent|found|brought|bought|grew|became"
    r"|broke|led|struck|built|drew|flew|stood|spoke|chose|shot|fought|caught|taught|sank|swore|withdrew|overthrew"
)
_PLANNED = r"schedul|expect|plann|postpon|extend|delay|declar|approv|ordered|request|propos|agreed|offer|reserv|book|intend|slat|need|want|hop|mov|reschedul|resum|call|call|vow"
GOVERNED = re.compile(
    rf"\b(?:(?:was|were|had|had been|has been|have been) (?:\w+ly )?(?!{_PLANNED}|due\b|set\b|to\b|payable)\w+|{_PAST}|(?!{_PLANNED})[a-z]{{2,}}ed)"
    r"(?: (?!to\b|for\b|until\b|through\b|is\b|are\b|be\b|that\b|but\b|\w+ing\b)[\w’'-]+){0,6}"
    r" (?:on|in) (?:the |about |around |early |late |mid-)?$",
    re.IGNORECASE,
)
# The same after a date that begins its sentence, as in "On July 20 the bridge fell".
OPENS = re.compile(r"(?:^|[.!?]\s+|\n|[“\"])(?:On|In) (?:the |early |late |mid-)?$")
FOLLOWED = re.compile(
    rf",?(?: (?!to\b|that\b|who\b|which\b|is\b|are\b)[\w’'-]+){{1,5}}? (?:was|were|had|{_PAST}|(?!{_PLANNED})[a-z]{{2,}}ed)\b(?! (?:to|for|due)\b)"
)
MODAL = re.compile(r"\b(?:will|shall|should|may|might|could|would|can|must|to be|[’']ll)\b")
SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z“\"])|\n\s*\n")
NO_LATER = re.compile(
    r"\b(?:by|until|till|through) (?:the |early |late |mid-|at |noon |midnight |\d[\d:]* ?[ap]\.?m\.? (?:[A-Z]{2,3} )?)?$"
)
FIGURES = re.compile(r"[$€£%]|\bshare\b|\bcents\b|\bprofit\b|\bsales\b|\brevenue\b|\bearnings\b|\bquarter\b")
REACH = 160  # code points before or after a date in which its tense is sought


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an expression of time as TIMEX3 and EDTF (None where it has none), and what it was counted from, in words."""

    timex: str
    edtf: str | None
    basis: str


@dataclass(slots=True)
class Context:
    """The text that is read, its date of publication, and the date and quarter last named in full, with the offsets where they end."""

    text: str
    anchor: Anchor | None
    named: Anchor | None = None
    named_words: str = ""
    named_end: int = 0
    quarter: str = ""
    quarter_end: int = 0
    order: Order | None = None  # of day and month, in dates written in figures
    order_words: str = ""  # the date that shows it

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

    def past(self, start: int, end: int) -> bool:
        """Whether a verb in the past tense governs the date at these code points, so that it cannot lie ahead."""
        before = SENTENCE_END.split(self.text[max(0, start - REACH) : start])[-1]
        if OPENS.search(self.text[max(0, start - REACH) : start]):
            after = SENTENCE_END.split(self.text[end : end + REACH])[0]
            return FOLLOWED.match(after) is not None and MODAL.search(after) is None
        return GOVERNED.search(before) is not None and MODAL.search(before) is None

    def published(self) -> str:
        """Return the basis of a date that is counted from the date of publication, which must be known."""
        assert self.anchor is not None
        return f"counted from the date of publication {self.anchor.edtf}"

    def reference(self) -> tuple[Anchor, str] | None:
        """Return the date last named in the text, or else that of publication, with the basis in words. None without either."""
        if self.named is not None:
            return self.named, f"counted from “{self.named_words}” before it"
        return (self.anchor, self.published()) if self.anchor else None

    def near(self, start: int) -> bool:
        """Whether the date last named is close enough before this place to be meant by “a year earlier”."""
        return 0 <= start - self.named_end <= REACH

    def reported_quarter(self, start: int) -> str | None:
        """Return the quarter last named, if money or shares right before this place show that its figures are reported, else None."""
        return self.quarter if self.quarter and FIGURES.search(self.text[max(0, start - REACH) : start]) else None

    def remember(self, value: Value, words: str, end: int) -> None:
        """Keep a plain day, month, year or quarter, from which later expressions such as “the next day” are counted."""
        if re.fullmatch(r"\d{4}-Q\d", value.timex) and not value.basis.startswith("a year before"):
            self.quarter, self.quarter_end = value.timex, end
        if re.fullmatch(r"\d{4}(?:-\d\d){0,2}(?:T.*)?", value.timex):
            named = Anchor.of(value.timex.split("T")[0])
            if named is not None:
                self.named, self.named_words, self.named_end = named, words, end


Handler = Callable[[re.Match[str], Context], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction, with its pattern and the function that reads a match. Of two matches at one place the longer wins."""

    name: str
    pattern: re.Pattern[str]
    read: Handler


RULES: list[Rule] = []


def rule(name: str, pattern: str) -> Callable[[Handler], Handler]:
    """Return a decorator that adds a function to RULES as the reader of matches of the pattern."""

    def add(read: Handler) -> Handler:
        RULES.append(Rule(name, re.compile(pattern), read))
        return read

    return add


def stated(timex: str, *, about: bool = False) -> Value:
    """Return the value of a date that the text gives itself. `about` marks it as approximate."""
    edtf = clock.edtf(timex)
    if about and edtf and "/" not in edtf and "X" not in edtf:
        edtf = edtf.rstrip("~") + "~"
    return Value(timex, edtf, STATED)


def counted(timex: str, basis: str) -> Value:
    """Return the value of a date that was counted from another. `basis` says from which."""
    return Value(timex, clock.edtf(timex), basis)


def vague(timex: str) -> Value:
    """Return the value of an expression without an EDTF date. Its basis says what it is instead."""
    if timex.startswith("P") and not timex.endswith("_REF"):
        return Value(timex, None, "a length of time, or one that repeats")
    return Value(timex, None, "a time that repeats" if timex.startswith("XXXX") else "a time that the text leaves vague")


def calendar_date(year: int, month: int, day: int) -> datetime.date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
