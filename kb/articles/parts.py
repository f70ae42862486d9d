"""Classify the paragraphs of an article into sections: headline, standfirst, byline, caption, disclaimer, bio, body and so on.

The kind that the format's markup gives comes first (an <h1>, a figcaption, the style Title). The rest follows rules of position and
wording:

- headline: the first paragraph, if it is short and does not end like a sentence;
- head: byline ("By …"), dateline (a date and hardly anything else) and label ("News Analysis") come before the running text begins;
- standfirst: one or two sentences right under the headline, well shorter than the paragraphs after them;
- credit: a bracket or line that names an agency or says photo; caption: the line that such a bracket ends, or "Figure 1: …";
- disclaimer, boilerplate and address: by set phrases, in any position;
- bio: one of the last paragraphs, beginning with the author's name, or with a name and what that person does;
- heading: a short line without a full stop, between paragraphs; everything else is body.

The phrases are English; in other languages only position and markup count. A standfirst as long as the paragraphs after it, a
caption without a credit in plain text, and a bio in the middle of the text are mistaken for body. The last paragraph of a report
may be mistaken for a bio when it begins with somebody's name and trade. Whoever adds the text sees the sections and can change them.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence

from kb.articles.dates import dated
from kb.articles.document import Section, Stretch

CAPITAL = r"(?:[ae]l-|a[dnrstz]-|u[dlr]-|[dl]['’])?[A-ZÀ-ÖØ-ÞĀ-ſΑ-ΩА-Я]"
NAME = rf"{CAPITAL}[\w’'.-]*(?: (?:{CAPITAL}[\w’'.-]*|de|del|da|dos|di|du|la|van|von|der|den|ten|bin|ibn|bint|al|el)){{1,5}}"
ADDRESS = re.compile(r"(?:(?:source|url|link|original|read at|from|via)\s*:\s*)?https?://\S+", re.IGNORECASE)
BYLINE = re.compile(
    rf"(?:(?:[Ww]ritten |[Rr]eporting )?[Bb]y:?|BY|Authors?:)\s+{NAME}(?: \([^()]{{1,30}}\))?"
    r"(?:(?:, | and | & | [-–—·•] | (?=\d)).{1,80}| (?:in|for) [^.!?]{1,60})?(?:\s*\|.{1,80})?"
)
LABEL = re.compile(
    r"(?:news )?(?:analysis|opinion|commentary|editorial|op-ed|explainer|feature|interview|review|perspectives?|news|exclusive|guest essay)s?|[\w ]{1,40} photo",
    re.IGNORECASE,
)
# Whole words only, the short ones in capitals: "department" and "repairs" hold the letters of an agency, "EPA rules" names another body.
AGENCY = (
    r"\b(?:getty images|reuters|(?-i:AFP|AP|EPA)|associated press|shutterstock|alamy|wikimedia|flickr|xinhua|creative commons|cc by|public domain)\b"
    r"(?=\s*(?:$|[)/|–—-]|(?:via|by|photos?|pool|images?|news agency|commons|licen[cs]es?|user|\d[\d.]*)\b))"
)
CREDIT = re.compile(
    rf"\(?(?:(?:photo|image|picture|illustration|graphic|video)s?(?: credit)?(?: by|:)|credit:|photograph(?:s|er)?(?: by|:)).{{2,100}}|\(?[^.]{{0,80}}(?:{AGENCY})[^.]{{0,40}}\)?",
    re.IGNORECASE,
)
CREDIT_AT_END = re.compile(rf"\s(\([^()]{{0,80}}(?:{AGENCY}|\b(?:photo|image|credit)s?\b)[^()]{{0,60}}\))$", re.IGNORECASE)
CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|map|photo|pictured|file photo)\s*(?:\d+\s*)?(?:[:.—]|-(?=\s))\s*\S.*", re.IGNORECASE | re.DOTALL
)
DISCLAIMER = re.compile(
    r"(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in|by|here|are|on)|(?:not|n’t|n't) (?:necessarily )?(?:reflect|represent) the (?:views|opinions|position|policy)"
    r"|(?:does|do) not constitute (?:\w+ )?(?:advice|an offer)|for informational purposes only|accepts no (?:liability|responsibility)",
    re.IGNORECASE,
)
BOILERPLATE = re.compile(
    r"(?:(?:share (?:this|on)|follow us|sign up (?:for|to)|subscribe|click here|read (?:more|also|next)\b|related(?: articles| stories):|advertisement$|sponsored"
    r"|copyright|all rights reserved|print this|e-?mail this|leave a comment|comments?$|most read|trending|download our app|donate"
    r"|support our (?:journalism|work)|this (?:article|story|piece) (?:was|is|has been) (?:originally |first )?(?:published|republished|updated)"
    r"|(?:we|this site) uses? cookies|join our)(?!\w)|related:|©|\(c\) ?\d)",
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
RUNNING = 120  # characters; the first paragraph of this length that ends like a sentence begins the running text
HEAD, TAIL = 10, 6  # paragraphs at the start and end that may be parts of the head or foot
SHORT = 200  # characters of a line that may be a title, byline or dateline


def sections(text: str, stretches: Sequence[Stretch], authors: Sequence[str] = (), title: str = "") -> tuple[Section, ...]:
    """Return the sections of a text, which follow one another without gaps. Neighbouring paragraphs of one kind form one section."""
    pieces = split_credits(text, stretches)
    parts: list[Section] = []
    for stretch, kind in zip(
        pieces, kinds([stretch.of(text) for stretch in pieces], [stretch.kind for stretch in pieces], authors, title), strict=True
    ):
        if parts and parts[-1].kind == kind:
            continue
        start = stretch.start if parts else 0
        if parts:
            parts[-1] = Section(parts[-1].kind, parts[-1].start, start)
        parts.append(Section(kind, start, len(text)))
    return tuple(parts)


def split_credits(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches with each credit in brackets at the end of one split off, and the rest of that one marked as a caption."""
    pieces = []
    for stretch in stretches:
        credit = CREDIT_AT_END.search(stretch.of(text)) if stretch.kind in ("", "caption") and stretch.end - stretch.start < 600 else None
        if credit:
            pieces += [
                Stretch(stretch.start, stretch.start + credit.start(), "caption"),
                Stretch(stretch.start + credit.start(1), stretch.end, "credit"),
            ]
        else:
            pieces.append(stretch)
    return pieces


def kinds(words: Sequence[str], marked: Sequence[str], authors: Sequence[str] = (), title: str = "") -> list[str]:
    """Return the kind of section of each paragraph. `marked` is the kind that the format's markup gives, "" where it gives none."""
    chosen = [kind or by_wording(paragraph) for paragraph, kind in zip(words, marked, strict=True)]
    first = chosen.index("headline") if "headline" in chosen else 0
    chosen = ["heading" if kind == "headline" and at > first else kind for at, kind in enumerate(chosen)]
    if "headline" not in chosen and len(words) > 1 and is_title(words[0], title) and not chosen[0]:
        chosen[0] = "headline"
    runs = next((at for at, paragraph in enumerate(words) if not chosen[at] and runs_on(paragraph)), len(words))
    for at in range(min(runs, HEAD)):
        chosen[at] = chosen[at] or in_head(words[at])
    mark_standfirst(words, chosen)
    mark_bio(words, chosen, authors)
    for at, paragraph in enumerate(words):
        chosen[at] = chosen[at] or ("heading" if is_heading(paragraph, at, words, chosen) else "body")
    return chosen


def by_wording(paragraph: str) -> str:
    """Return the kind of section that a set phrase shows in any position, or ""."""
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
    """Return "byline" or "dateline" for a paragraph that is one if it comes before the running text, else ""."""
    if len(paragraph) <= SHORT and BYLINE.fullmatch(paragraph):
        return "byline"
    return "dateline" if len(paragraph) <= SHORT and dated(paragraph) else ""


def runs_on(paragraph: str) -> bool:
    """Whether a paragraph is long and ends like a sentence, as running text does."""
    return len(paragraph) >= RUNNING and bool(SENTENCE_END.search(paragraph))


def is_title(paragraph: str, title: str) -> bool:
    """Whether the first paragraph is the headline: the title in the metadata, or a short line that does not end like a sentence."""
    if title and paragraph.strip().lower() == title.lower():
        return True
    return len(paragraph) <= SHORT and "\n" not in paragraph and not paragraph.endswith((".", ",", ";", ":")) and not in_head(paragraph)


def mark_standfirst(words: Sequence[str], chosen: list[str]) -> None:
    """Mark the paragraph under the headline as standfirst if it has one or two sentences and is shorter than what follows.

    A label, byline or dateline may come between. `chosen` is changed in place.
    """
    if "headline" not in chosen or "standfirst" in chosen:
        return
    at = chosen.index("headline") + 1
    while at < len(words) and chosen[at] in ("label", "byline", "dateline"):
        at += 1
    following = [len(paragraph) for paragraph, kind in zip(words[at + 1 :], chosen[at + 1 :], strict=True) if not kind][:5]
    if at >= len(words) or chosen[at] or len(following) < 3 or len(words[at]) > 300:
        return
    few = len(SENTENCES.findall(words[at])) <= 2
    if few and len(words[at]) >= 40 and len(words[at]) <= 0.5 * statistics.median(following):
        chosen[at] = "standfirst"


def mark_bio(words: Sequence[str], chosen: list[str], authors: Sequence[str]) -> None:
    """Mark as bio the last paragraph that is no small matter such as a disclaimer, if it says who the author is.

    `chosen` is changed in place.
    """
    for at in range(len(words) - 1, max(0, len(words) - TAIL), -1):
        if chosen[at] in ("url", "disclaimer", "boilerplate", "note", "label", "bio", "credit", "dateline"):
            continue
        if chosen[at] or len(words[at]) > 1200:
            return
        by_author = any(author and re.match(rf"{re.escape(author)}(?!\w)", words[at]) for author in authors)
        if not by_author and not (BIO.match(words[at]) and TRADE.search(words[at][:300])):
            return
        chosen[at] = "bio"


def is_heading(paragraph: str, at: int, words: Sequence[str], chosen: Sequence[str]) -> bool:
    """Whether a paragraph is a short line without closing punctuation, before a longer paragraph of body."""
    if len(paragraph) > 80 or "\n" in paragraph or paragraph[-1] in ".,;:!…”\"'" or not paragraph[0].isalnum() or paragraph[0].islower():
        return False
    return 0 < at < len(words) - 1 and len(words[at + 1]) > 2 * len(paragraph) and chosen[at + 1] in ("", "body")
