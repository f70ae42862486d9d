"""The predicates of a base as the statements of a text may use them: found by label, by synonym, and by the words of claims already there."""

from __future__ import annotations

import functools
import re
import sqlite3
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

from kb.propose.attribution.tree import Tree
from kb.propose.attribution.trees import from_doc
from kb.propose.grounding.keys import Key, Reading, key_of_words, readings
from kb.propose.grounding.words import listed
from kb.propose.parser import Model
from kb.propose.statements import of_tree
from kb.propose.statements.resolved import Resolved
from kb.propose.statements.statement import Argument

ARTICLE = re.compile(r"^(?:the|an?) ")
EXAMPLES = 6  # claims of each predicate from which its words are learnt
ROWS = (
    "SELECT predicates.id, label, description, (SELECT count(*) FROM (SELECT 1 FROM claims WHERE predicate_id = predicates.id LIMIT 1000))"
    " FROM predicates ORDER BY predicates.id"
)
CLAIMS = (
    "SELECT text, coalesce(entities.label, object_text) FROM claims LEFT JOIN entities ON entities.id = object_id"
    " WHERE predicate_id = ? AND claims.status NOT IN ('proposed', 'retracted') AND claims.merged_into_id IS NULL"
    f" ORDER BY recorded_at DESC, claims.id LIMIT {EXAMPLES}"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A predicate of the base under one key, how often claims use it, and where the key comes from.

    `needs` are the modals and adverbs of its label, without which a statement does not say as much: "should support", "formally allied".
    """

    id: str
    label: str
    uses: int
    why: str
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The predicate for a reading of a statement. `id` is None where the base has none and one would be new.

    `label` reads between subject and object; `why` says, for a person, why it was chosen.
    """

    reading: Reading
    id: str | None
    label: str
    why: str


class Predicates:
    """The predicates of a base by key."""

    def __init__(self) -> None:
        self.by_key: dict[Key, list[Known]] = {}

    def add(self, key: Key, known: Known) -> None:
        """Let a key lead to a predicate, unless it does already."""
        if key and known.id not in {other.id for other in self.by_key.get(key, ())}:
            self.by_key.setdefault(key, []).append(known)

    def find(self, key: Key, said: frozenset[str] = frozenset()) -> Known | None:
        """Return the predicate of this key that needs no more than what is `said`, by the most such words, then by the most claims, or None.

        "is an ally of" and "ally of" are one key, because labels are written in both ways.
        """
        short = key[1:] if key[:1] == ("be",) and len(key) > 2 else key
        possible = [known for form in dict.fromkeys((key, short)) for known in self.by_key.get(form, ()) if known.needs <= said]
        return max(possible, key=lambda known: (len(known.needs), known.uses, known.id), default=None)

    def choose(self, candidates: Iterable[Reading], said: frozenset[str] = frozenset()) -> Chosen | None:
        """Return the predicate of the first reading for which the base has one, by its own words before synonyms, or None.

        `said` are the words of the statement's relation, in which a modal or adverb of a predicate's label must stand.
        """
        possible = list(candidates)
        for reading in possible:
            known = self.find(reading.key, said)
            if known is not None:
                return Chosen(reading, known.id, known.label, known.why)
        for reading in possible:
            alike = next((known for synonym in synonyms(reading.key) if (known := self.find(synonym, said))), None)
            if alike is not None:
                return Chosen(reading, alike.id, alike.label, f"“{' '.join(reading.key)}” means much the same")
        return None


def of_base(connection: sqlite3.Connection, model: Model) -> Predicates:
    """Return the predicates of a base. The words of at most EXAMPLES claims of each are read, so the time depends on the predicates only."""
    found, rows = Predicates(), connection.execute(ROWS).fetchall()
    for row, key in zip(rows, label_keys([row[1] for row in rows], model), strict=True):
        found.add(key, Known(row[0], row[1], row[3], "the label of the predicate", needs(row[1])))
    examples = [(row, *claim) for row in rows for claim in connection.execute(CLAIMS, (row[0],))]
    for (row, _, _), said in zip(examples, claim_keys([example[1:] for example in examples], model), strict=True):
        if said is not None and said not in found.by_key:
            found.add(said, Known(row[0], row[1], row[3], "a claim of the base says it in these words", needs(row[1])))
    return found


def needs(label: str) -> frozenset[str]:
    """Return the modals and adverbs of a label, which its key leaves out."""
    words = re.findall(r"[^\W\d_]+", label.lower())
    return frozenset(
        word
        for word in words
        if word in listed("modals") or (word.endswith("ly") and word not in listed("no adverbs")) or word in listed("adverbs")
    )


REMEMBERED = 20_000
"""Keys of labels and claims that a process keeps, because parsing them takes longer than all else that a single sentence needs."""
_keys: dict[tuple[str | None, str, str | None], Key | None] = {}


def label_keys(labels: list[str], model: Model) -> list[Key]:
    """Return the key of each label, read as a sentence with the label between two pronouns."""
    return [key or () for key in remembered([(f"They {label} them.", None) for label in labels], model)]


def claim_keys(claims: list[tuple[str, str | None]], model: Model) -> list[Key | None]:
    """Return, for each claim and its object in words, the key under which its sentence has that very object, or None.

    A light verb alone is no key: that one claim says "runs" of an article teaches nothing of those who run a country.
    """
    return remembered([(text, named or "") for text, named in claims], model)


def remembered(sentences: list[tuple[str, str | None]], model: Model) -> list[Key | None]:
    """Return the key of each sentence with the object that it has (None for a label), parsed once a process."""
    found = {(model.name, *one): _keys[model.name, *one] for one in sentences if (model.name, *one) in _keys}
    new = [one for one in dict.fromkeys(sentences) if (model.name, *one) not in found]
    for doc, (text, named) in zip(model.parse(text for text, _ in new), new, strict=True):
        tree = from_doc(doc, 0)
        found[model.name, text, named] = key_of_words(tree.words[1:-2]) if named is None else claim_key(tree, named)
    if len(_keys) > REMEMBERED:
        _keys.clear()
    _keys.update(found)
    return [found[model.name, *one] for one in sentences]


def claim_key(tree: Tree, named: str) -> Key | None:
    """Return the key under which the main statement of a sentence has this object, or None."""
    main = [one for one in of_tree(tree, Resolved()) if one.subject and one.subject.start == 0 and one.object][:1]
    keys = (reading.key for one in main for reading in readings(tree, one) if same_words(reading.object, named))
    return next((key for key in keys if not listed("light").issuperset(key)), None)


def same_words(argument: Argument | None, name: str | None) -> bool:
    """Whether an argument is this name, but for an article in front and case."""
    return argument is not None and name is not None and plain(argument.text) == plain(name)


def plain(words: str) -> str:
    """Return words in lower case without an article in front."""
    return ARTICLE.sub("", " ".join(words.lower().split()))


@functools.cache
def groups() -> dict[Key, tuple[Key, ...]]:
    """Return the keys that mean much the same as each key of synonyms.toml."""
    read = tomllib.loads(resources.files(__package__).joinpath("synonyms.toml").read_text(encoding="utf-8"))
    table: dict[Key, tuple[Key, ...]] = {}
    for group in read["group"]:
        keys = [tuple(words.split()) for words in group]
        for key in keys:
            table[key] = (*table.get(key, ()), *(other for other in keys if other != key))
    return table


def synonyms(key: Key) -> tuple[Key, ...]:
    """Return the keys that mean much the same as this one, or as its verb with the same words after it."""
    short = key[1:] if key[:1] == ("be",) and len(key) > 2 else key
    whole = tuple(dict.fromkeys(other for form in (key, short) for other in groups().get(form, ())))
    verbs = groups().get(key[:1], ()) if len(key) > 1 else ()
    return (*whole, *((*other, *key[1:]) for other in verbs))
