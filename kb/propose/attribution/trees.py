"""Turn what the parser returns into trees, with its known mistakes corrected and what a sentence sets aside taken out of its clauses."""

from __future__ import annotations

from typing import Any

from kb.propose.attribution import antecedents, contrast, repairs, strayed
from kb.propose.attribution.tree import Tree, Word

SHORTENED = {"’ve": "have", "’re": "be", "’m": "be", "’ll": "will"}
"""The lemmas of shortened auxiliaries with a curly apostrophe, which the small English model leaves as they are."""
PAST = ("VBN", "VBD")
NAMED = ("ORG", "PERSON", "GPE", "NORP")
TWICE = frozenset(
    ("award", "call", "deny", "give", "grant", "hand", "name", "offer", "owe", "pay", "promise", "send", "show", "teach", "tell")
)
"""Verbs whose passive has an object: "she’s paid a salary"."""
VERBAL = ("aux", "auxpass", "ROOT", "ccomp", "conj", "advcl", "relcl")


def lemma(token: Any) -> str:
    """Return the lemma in lower case, corrected where the small English model takes "hopes" for a form of "hop" or leaves "’ve" as it is."""
    text = token.text.lower()
    if token.lemma_.lower() == "hop" and text.startswith(("hope", "hoping")):
        return "hope"
    if text == "’s" and token.dep_ in VERBAL:
        return "have" if token.dep_ == "aux" and token.head.tag_ in PAST else "be"
    if is_had(token) or is_has(token):
        return "have"
    return SHORTENED.get(text, str(token.lemma_).lower())


def is_had(token: Any) -> bool:
    """Whether a token is a shortened "had" and no "would": "he’d sold the ship"."""
    return token.text.lower() in ("’d", "'d") and token.dep_ == "aux" and token.head.tag_ in PAST


def is_has(token: Any) -> bool:
    """Whether a token is a shortened "has" that the model takes for "is": "she’s done a good job" has an object, "she’s been" a participle."""
    done = token.text.lower() in ("’s", "'s") and token.dep_ in ("aux", "auxpass") and token.head.tag_ == "VBN"
    return done and (
        token.head.lemma_ == "be" or (token.head.lemma_ not in TWICE and any(kid.dep_ == "dobj" for kid in token.head.children))
    )


def tag_and_dep(token: Any) -> tuple[str, str]:
    """Return tag and dependency, corrected for what the small English model mistakes: a passive for an adjective ("was closed"), "n’t", "’s", "hers"."""
    text = token.text.lower()
    if token.tag_ == "JJ" and any(kid.dep_ == "auxpass" for kid in token.children):
        return "VBN", token.dep_
    if text == "’s" and token.dep_ in VERBAL:
        return "VBZ", token.dep_
    if is_had(token) or is_has(token):
        return "VBD" if is_had(token) else "VBZ", "aux"
    if text in ("hers", "theirs", "ours", "yours"):
        return "PRP", token.dep_
    if token.tag_ in ("NN", "NNS") and token.ent_type_ in ("PERSON", "ORG", "GPE") and token.is_sent_start and token.text.istitle():
        return "NNP", token.dep_  # "Sanders campaign manager Jeff Weaver" at the beginning of a sentence
    active = token.dep_ == "nsubjpass" and any(is_has(kid) for kid in token.head.children)
    return ("RB", "neg") if text == "n’t" else (token.tag_, "nsubj" if active else token.dep_)


def negated_by(token: Any) -> Any:
    """Return the head of a token, for "n’t" the verb before it: at the end of a sentence the model may hang it on the main verb."""
    if token.text.lower() not in ("n’t", "n't") or token.i == 0:
        return token.head
    before = token.nbor(-1)
    verb = before.head if before.dep_ in ("aux", "auxpass") else before
    return verb if before.tag_[:2] in ("VB", "MD") else token.head


def from_doc(doc: Any, offset: int) -> Tree:
    """Return a spaCy Doc as a tree. `offset` is the paragraph's offset in the whole text."""
    words = [Word(t.i, t.idx, t.idx + len(t.text), t.text, lemma(t), *tag_and_dep(t)) for t in doc]
    for word, token in zip(words, doc, strict=True):
        word.head = words[negated_by(token).i]
        word.left, word.right = token.left_edge.i, token.right_edge.i
        if word.head is not word:
            word.head.kids.append(word)
    sentences = [(sentence.start, sentence.end - 1) for sentence in doc.sents]
    for number, (first, last) in enumerate(sentences):
        for word in words[first : last + 1]:
            word.sentence = number
    if strayed.settle(words) or any(word.head.i != token.head.i for word, token in zip(words, doc, strict=True)):
        for word in words:
            word.left = word.right = word.i
        for word in words:
            for above in word.above():
                above.left, above.right = min(above.left, word.i), max(above.right, word.i)
    contrast.settle(words, sentences)
    for word in words:
        repairs.mend(word)
        if (host := antecedents.somebody(word)) is not None:
            contrast.rehang(word, host, "relcl")
        if is_headline(word, is_name=doc[word.head.i].ent_type_ in NAMED):
            rooted(word)
    return Tree(doc.text, offset, words, sentences)


def is_headline(verb: Word, *, is_name: bool) -> bool:
    """Whether an infinitive that hangs on a name is all that a headline says of it, as in "Lund to close the port"."""
    name = verb.head
    to = verb.kid("aux")
    alone = name.dep == "ROOT" and (is_name or name.tag in ("NNP", "NNPS")) and verb.dep in ("relcl", "acl", "advcl") and verb.i > name.i
    return alone and verb.tag == "VB" and to is not None and to.lower == "to" and name.kid("det") is None


def rooted(verb: Word) -> None:
    """Make the infinitive of a headline its main verb, whose subject is the name before it."""
    name = verb.head
    name.tag = "NNP" if name.tag == "NN" else name.tag
    name.kids.remove(verb)
    left, right = name.left, name.right
    verb.head, verb.dep = verb, "ROOT"
    for kid in [kid for kid in name.kids if kid.i > verb.i]:
        contrast.rehang(kid, verb, kid.dep)
    name.right = max([name.i, *(kid.right for kid in name.kids)])
    contrast.rehang(name, verb, "nsubj")
    verb.left, verb.right = left, right
