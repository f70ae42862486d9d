"""The fields by which people enter a fact or a source, with their help texts, for the options of the command and the forms of the site.

Each name is a field of `kb.facts.Fact`, of `kb.facts.Voice`, or a key of `kb.sources.adding.add_source`; its value is the help text.
"""

from __future__ import annotations

FACT = {
    "source": "The source whose text contains the quote.",
    "quote": "The exact words of the text.",
    "text": "What the words claim: a sentence that can be understood on its own, stated in the positive.",
    "claim_id": "The id of an existing claim, instead of its words; or the id that a new claim is to have.",
    "prefix": "Words right before the quote, when it occurs more than once.",
    "suffix": "Words right after the quote.",
    "within": "A longer passage that contains the quote and occurs once.",
    "subject": "Whom or what the claim is about: an id or a name.",
    "predicate": "The relation between subject and object: an id or a label.",
    "object": "Whom or what the subject is related to: an id or a name.",
    "object_text": "The object in words, only where no actor, thing or event can stand for it.",
    "kind": "factual, evaluation, causal, prediction, plan, conditional, norm, question or definition.  [default: factual]",
    "event": "The event that the claim describes: an id or a name.",
    "place": "Where the claim holds: an id or a name.",
    "about": "When the claim holds (EDTF).",
    "status": "recorded, proposed or disputed; a row is reviewed once somebody else has checked it.  [default: recorded]",
}
# The fields of a fact that describe its claim; the others say where the words stand and whose they are.
CLAIM = ("text", "kind", "subject", "predicate", "object", "object_text", "event", "place", "about")
VOICE = {
    "speaker": "Whom the text reports; repeat it from the outermost speaker inward. Options after it describe that speaker.",
    "work": "The work in which the speaker said it.",
    "act": "How it is said: asserts, believes, warns, predicts …",
    "stance": "affirms, denies or uncommitted.",
    "certainty": "certain, probable, possible or uncommitted.",
    "cue": "The words of the text that show the act or the certainty.",
    "said": "When it was said (EDTF).",
    "derivation": "explicit, presupposed or implied.",
}
STANCE = ("act", "stance", "certainty", "cue")  # how a voice holds a claim, apart from whose voice it is and when it spoke
SOURCE = {
    "title": "Its title.",
    "source_id": "Its id; the id of an existing source takes the text as its later version.  [default: made from the title and the text]",
    "kind": "news, opinion, report, book …  [default: document]",
    "authors": "Who wrote it: an actor's id, or a name, which is recorded if it is new.",
    "publisher": "Who published it: an actor's id, or a name, which is recorded if it is new.",
    "published": "When it was published: 2021, 2021-10 or 2021-10-23.",
    "published_basis": "Where the date comes from, such as stated in the text.  [default: stated]",
    "language": "The language of the text as its code, such as en or zh.",
    "url": "The publisher's own page.",
    "rights": "Who holds the rights, or the licence.",
    "access": "What the public may see of it: the whole text (public), quotes only, or nothing (private).  [default: private, or what an open licence in its rights allows]",
    "note": "Anything that a reader should know.",
    "retrieved_from": "Where the text was received from.  [default: the address, or the file's name]",
}
