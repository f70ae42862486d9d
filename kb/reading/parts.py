"""Tell the parts of an article apart: headline, standfirst, byline, dateline, label, caption, credit, disclaimer, bio, boilerplate.

What a format's own marks say goes first (an <h1>, a figcaption, the style Title). For the rest, rules over position and wording:

- headline: the first paragraph, if it is short and does not end like a sentence;
- head: byline ("By …"), dateline (a date and hardly anything else) and label ("News Analysis") stand before the running text begins;
- standfirst: one or two sentences right under the headline, well shorter than the paragraphs after them;
- credit: a bracket or line that names an agency or says photo; caption: the line that such a bracket ends, or "Figure 1: …";
- disclaimer, boilerplate and address: by their set phrases, wherever they stand;
- bio: one of the last paragraphs, beginning with the author's name, or with a name and what that person does;
- heading: a short line without a full stop, between paragraphs; everything else is body.

The phrases are English: in other languages only position and the format's marks tell. A standfirst as long as the paragraphs
after it, a caption without a credit in plain text, and a bio in the middle of the text are taken for body. A report whose last
paragraph begins with somebody's name and trade may be taken for a bio. Whoever takes a text in sees the parts and can draw
them otherwise.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence

from kb.reading.dates import dated
from kb.reading.types import Section, Stretch

NAME = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|der|bin|al|el)){1,4}"
ADDRESS = re.compile(r"(?:(?:source|url|link|original|read at|from|via)\s*:\s*)?https?://\S+", re.IGNORECASE)
BYLINE = re.compile(rf"(?:(?:[Ww]ritten |[Rr]eporting )?[Bb]y:?|BY|Authors?:)\s+{NAME}(?:(?:, | and | & ).{{1,80}})?(?:\s*\|.{{1,80}})?")
LABEL = re.compile(
    r"(?:news )?(?:analysis|opinion|commentary|editorial|op-ed|explainer|feature|interview|review|perspectives?|news|exclusive|guest essay)s?|[\w ]{1,40} photo",
    re.IGNORECASE,
)
AGENCY = r"getty images|reuters|afp|associated press|\bap\b|ap photo|epa|shutterstock|alamy|wikimedia|flickr|xinhua|creative commons|cc by|public domain"
CREDIT = re.compile(
    rf"\(?(?:(?:photo|image|picture|illustration|graphic|video)s?(?: credit)?(?: by|:)|credit:|photograph(?:s|er)?(?: by|:)).{{2,100}}|\(?[^.]{{0,80}}(?:{AGENCY})[^.]{{0,40}}\)?",
    re.IGNORECASE,
)
CREDIT_AT_END = re.compile(rf"\s(\([^()]{{0,80}}(?:{AGENCY}|photo|image|credit)[^()]{{0,60}}\))$", re.IGNORECASE)
CAPTION = re.compile(r"(?:figure|fig\.|table|chart|map|photo|pictured|file photo)\s*(?:\d+\s*)?[:.—-]\s*\S.*", re.IGNORECASE | re.DOTALL)
DISCLAIMER = re.compile(
    r"(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in|by|here|are|on)|(?:not|n’t|n't) (?:necessarily )?(?:reflect|represent) the (?:views|opinions|position|policy)"
    r"|(?:does|do) not constitute (?:\w+ )?(?:advice|an offer)|for informational purposes only|accepts no (?:liability|responsibility)",
    re.IGNORECASE,
)
BOILERPLATE = re.compile(
    r"(?:share (?:this|on)|follow us|sign up (?:for|to)|subscribe|click here|read (?:more|also|next)\b|related(?: articles| stories)?:|advertisement$|sponsored"
    r"|(?:©|\(c\) ?\d|copyright\b)|all rights reserved|print this|e-?mail this|leave a comment|comments?$|most read|trending|download our app|donate"
    r"|support our (?:journalism|work)|this (?:article|story|piece) (?:was|is|has been) (?:originally |first )?(?:published|republished|updated)"
    r"|(?:we|this site) uses? cookies|join our)",
    re.IGNORECASE,
)
TRADE = re.compile(
    r"\b(?:director|professor|author|co-author|writer|journalist|reporter|correspondent|fellow|editor|columnist|analyst|researcher|lecturer|contributor|graduate"
    r"|historian|economist|scholar|scientist|teaches|writes|covers|worked|spent)\b",
    re.IGNORECASE,
)
BIO = re.compile(
    rf"(?:about the authors?\b|{NAME}(?:, [^,]{{2,40}},)? (?:is|are|was|has|writes|teaches|works|serves|covers|reports|spent)\b)", re.DOTALL
)
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*$")
SENTENCES = re.compile(r"[.!?…][”’\"')\]]*(?=\s|$)")
RUNNING = 120  # characters of a paragraph that ends like a sentence: from there on the article runs
HEAD, TAIL = 10, 6  # paragraphs at the top and foot in which the parts of a head or foot are looked for
SHORT = 200  # characters of a line that may be a title, byline or dateline


def sections(text: str, stretches: Sequence[Stretch], authors: Sequence[str] = (), title: str = "") -> tuple[Section, ...]:
    """The parts, one following another without gaps: each runs to where the next begins. Neighbours of one kind are one."""
    apart = split_credits(text, stretches)
    drawn: list[Section] = []
    for stretch, kind in zip(
        apart, kinds([stretch.of(text) for stretch in apart], [stretch.kind for stretch in apart], authors, title), strict=True
    ):
        if drawn and drawn[-1].kind == kind:
            continue
        start = stretch.start if drawn else 0
        if drawn:
            drawn[-1] = Section(drawn[-1].kind, drawn[-1].start, start)
        drawn.append(Section(kind, start, len(text)))
    return tuple(drawn)


def split_credits(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches, with a credit in brackets at the end of one made its own, and what comes before it a caption."""
    apart = []
    for stretch in stretches:
        credit = CREDIT_AT_END.search(stretch.of(text)) if stretch.kind in ("", "caption") and stretch.end - stretch.start < 600 else None
        if credit:
            apart += [
                Stretch(stretch.start, stretch.start + credit.start(), "caption"),
                Stretch(stretch.start + credit.start(1), stretch.end, "credit"),
            ]
        else:
            apart.append(stretch)
    return apart


def kinds(words: Sequence[str], given: Sequence[str], authors: Sequence[str] = (), title: str = "") -> list[str]:
    """The kind of each paragraph; `given` is what the format says of it, "" where it says nothing."""
    told = [kind or by_wording(paragraph) for paragraph, kind in zip(words, given, strict=True)]
    first = told.index("headline") if "headline" in told else 0
    told = ["heading" if kind == "headline" and at > first else kind for at, kind in enumerate(told)]
    if "headline" not in told and len(words) > 1 and is_title(words[0], title) and not told[0]:
        told[0] = "headline"
    runs = next((at for at, paragraph in enumerate(words) if not told[at] and runs_on(paragraph)), len(words))
    for at in range(min(runs, HEAD)):
        told[at] = told[at] or in_head(words[at])
    mark_standfirst(words, told)
    mark_bio(words, told, authors)
    for at, paragraph in enumerate(words):
        told[at] = told[at] or ("heading" if is_heading(paragraph, at, words, told) else "body")
    return told


def by_wording(paragraph: str) -> str:
    """The parts that set phrases tell, wherever they stand."""
    if ADDRESS.fullmatch(paragraph):
        return "url"
    if len(paragraph) < 700 and DISCLAIMER.search(paragraph):
        return "disclaimer"
    if len(paragraph) <= SHORT and BOILERPLATE.match(paragraph.lstrip("*-•|[( ")):
        return "boilerplate"
    if len(paragraph) <= 150 and CREDIT.fullmatch(paragraph):
        return "credit"
    if len(paragraph) <= 400 and CAPTION.fullmatch(paragraph):
        return "caption"
    return "label" if len(paragraph) <= 60 and LABEL.fullmatch(paragraph) else ""


def in_head(paragraph: str) -> str:
    """The parts that only the head of an article has."""
    if len(paragraph) <= SHORT and BYLINE.fullmatch(paragraph):
        return "byline"
    return "dateline" if len(paragraph) <= SHORT and dated(paragraph) else ""


def runs_on(paragraph: str) -> bool:
    return len(paragraph) >= RUNNING and bool(SENTENCE_END.search(paragraph))


def is_title(paragraph: str, title: str) -> bool:
    if title and paragraph.strip().lower() == title.lower():
        return True
    return len(paragraph) <= SHORT and "\n" not in paragraph and not paragraph.endswith((".", ",", ";", ":")) and not in_head(paragraph)


def mark_standfirst(words: Sequence[str], told: list[str]) -> None:
    """One or two sentences right under the headline (a label, byline or dateline may stand between), shorter than what follows."""
    if "headline" not in told or "standfirst" in told:
        return
    at = told.index("headline") + 1
    while at < len(words) and told[at] in ("label", "byline", "dateline"):
        at += 1
    following = [len(paragraph) for paragraph, kind in zip(words[at + 1 :], told[at + 1 :], strict=True) if not kind][:5]
    if at >= len(words) or told[at] or len(following) < 3 or len(words[at]) > 300:
        return
    few = len(SENTENCES.findall(words[at])) <= 2
    if few and len(words[at]) >= 40 and len(words[at]) <= 0.5 * statistics.median(following):
        told[at] = "standfirst"


def mark_bio(words: Sequence[str], told: list[str], authors: Sequence[str]) -> None:
    """One of the last paragraphs, with only small matter after it, that says who the author is."""
    for at in range(len(words) - 1, max(0, len(words) - TAIL), -1):
        if told[at] in ("url", "disclaimer", "boilerplate", "note", "label", "bio", "credit", "dateline"):
            continue
        if told[at] or len(words[at]) > 1200:
            return
        by_author = any(author and words[at].startswith(author) for author in authors)
        if not by_author and not (BIO.match(words[at]) and TRADE.search(words[at][:300])):
            return
        told[at] = "bio"


def is_heading(paragraph: str, at: int, words: Sequence[str], told: Sequence[str]) -> bool:
    """A short line without a stop that a longer paragraph follows."""
    if len(paragraph) > 80 or "\n" in paragraph or paragraph[-1] in ".,;:!…”\"'" or not paragraph[0].isalnum() or paragraph[0].islower():
        return False
    return 0 < at < len(words) - 1 and len(words[at + 1]) > 2 * len(paragraph) and told[at + 1] in ("", "body")
