"""Invented bases of any size, the same for the same seed: written through the real schema, with every law on.

One source follows the other, so that a million claims take no more memory than a thousand. Names are made of syllables and stand
for bodies and places only.
"""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.base import full_text, ids, runs, schema, store

SEED = 20261121
CLAIMS_A_SOURCE = 40
WRITTEN = "2026-01-01T00:00:00Z"
BUILD = Path(__file__).resolve().parents[2] / "build"

SYLLABLES = ("var", "en", "tol", "mark", "is", "ur", "kel", "ba", "dro", "mi", "sant", "or", "lu", "pen", "gra", "tia")
BODIES = ("Institute", "Ministry", "Council", "Agency", "Union", "Corporation", "Herald", "Assembly")
PLACES = ("Port", "Valley", "Province", "Canal", "Harbour", "Plateau")
VERBS = (
    "supplies arms to",
    "builds",
    "invests in",
    "withdraws from",
    "protects",
    "holds talks on",
    "delays",
    "sanctions",
    "hosts",
    "buys gas from",
)
TAILS = ("under agreement {}", "according to plan {} of the year before", "as part of the programme numbered {}", "in return for loan {}")
# By chance: (the sentence, cue, voices that the author reports). {c} is the claim, {w} and {x} are speakers.
SHAPES: tuple[tuple[str, str, int, dict[str, str]], ...] = (
    ("{c}.", "", 0, {}),
    ("{c} — and few noticed at the time.", "", 0, {}),
    ("It may well be that {c}.", "may well", 0, {"certainty": "possible"}),
    ("It is hardly true that {c}.", "hardly", 0, {"stance": "denies"}),
    ("No wonder, now that {c}.", "", 0, {"derivation": "presupposed"}),
    ("“{c},” said {w}.", "said", 1, {"act": "quotes"}),
    ("{w} warned that {c}.", "warned", 1, {"act": "warns", "certainty": "probable"}),
    ("{w} denied last\u00a0week that {c}.", "denied", 1, {"stance": "denies"}),
    ("In what {w} calls a “lockstep”, {c}.", "calls", 1, {"act": "distances"}),
    ("{w} cited {x} as saying that {c}.", "as saying", 2, {}),
)
# What the texts say, and what rests on that.
SAID = frozenset(
    {
        "passages",
        "mentions",
        "claims",
        "quantities",
        "assertions",
        "participations",
        "relations",
        "affiliations",
        "event_order",
        "citations",
        "reviews",
    }
)
LANGUAGES = ("en", "fr", "zh-Hans", "ru", "ar", "de", "ja", None, "sv")
TRANSLATED = {"zh-Hans": "中国第{}研究所", "ru": "Институт номер {}", "ar": "المعهد رقم {}", "ja": "第{}研究所"}


@dataclass
class Writer:
    """Gathers the rows of one source and writes them table by table, in the order in which they may refer to each other."""

    connection: sqlite3.Connection
    run_id: str
    left_out: frozenset[str] = frozenset()
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, **row: Any) -> None:
        self.rows[table].append(row)

    def flush(self) -> None:
        for table, rows in self.rows.items():
            if table in self.left_out:
                continue
            columns = [*rows[0], *(["run_id"] if table not in ("contributors", "runs") else [])]
            sql = f"INSERT INTO {table}({', '.join(columns)}) VALUES ({', '.join(f':{column}' for column in columns)})"
            self.connection.executemany(sql, ({**row, "run_id": self.run_id} for row in rows))
        self.rows.clear()


class World:
    """The invented world of a base of so many claims: its names, and the sources that speak of it."""

    def __init__(self, claims: int, seed: int = SEED, a_source: int = CLAIMS_A_SOURCE) -> None:
        self.random, self.a_source = random.Random(seed), a_source
        self.sources = max(2, claims // a_source)
        self.entities = max(100, claims // 50)
        self.events = max(100, claims // 100)
        self.actors = [f"{self.word()} {self.random.choice(BODIES)} {number}" for number in range(self.entities)]
        self.things = [f"{self.word()} {self.random.choice(PLACES)} {number}" for number in range(self.entities)]

    def word(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=3)).capitalize()

    def some(self, count: int) -> int:
        """A number below count; some come much more often than others, as some names are in every newspaper."""
        return (int(count * self.random.random() ** 2) * 7919 + 37) % count

    def chance(self, of: int) -> bool:
        return self.random.randrange(of) == 0

    # ------------------------------------------------------------------------------------------------- reference data

    def reference(self, writer: Writer) -> None:
        for reviewer in ("tester", "second"):
            writer.add("contributors", id=f"reviewer-{reviewer}", name=f"Reviewer {reviewer}", kind="person")
        writer.flush()
        for number, verb in enumerate(VERBS):
            writer.add("predicates", id=f"verb-{number}", label=verb, description="An invented verb.")
        for number, name in enumerate(self.actors):
            kind, anonymity = self.random.choice(("organization", "state", "government", "media", "military")), "named"
            if number % 10 > 7:
                kind, anonymity = "group", self.random.choice(("unspecified", "unnamed-collective"))
            part_of = f"actor-{number // 2}" if number % 7 == 1 and number > 1 else None
            writer.add(
                "actors",
                id=f"actor-{number}",
                name=name,
                kind=kind,
                anonymity=anonymity,
                part_of_id=part_of,
                description=f"{name}, invented.",
            )
            self.named(writer, f"actor-{number}", number, name)
        writer.flush()
        for number, name in enumerate(self.things):
            where = (round(self.random.uniform(-80, 80), 4), round(self.random.uniform(-170, 170), 4)) if number % 2 else (None, None)
            writer.add("things", id=f"thing-{number}", name=name, kind="place", latitude=where[0], longitude=where[1], description=None)
            self.named(writer, f"thing-{number}", number, name)
        writer.flush()
        self.belonging(writer)
        for number in range(self.events):
            date = None if number % 9 == 0 else f"{1900 + number % 120}-{number % 12 + 1:02}"
            writer.add(
                "events",
                id=f"event-{number}",
                name=f"Meeting {number} at {self.things[number]}",
                kind=self.random.choice(("meeting", "agreement", "conflict", "construction")),
                actuality=self.random.choice(("occurred", "occurred", "planned", "predicted", "did-not-happen")),
                date=date,
                date_basis="stated" if date else None,
                place_id=f"thing-{number}",
            )
        writer.flush()

    def belonging(self, writer: Writer) -> None:
        """What belongs to what by reference data: bodies to bodies, things to bodies, and bodies to what they are party to."""
        for number in range(4, self.entities):
            ends = (
                (f"thing-{number}", f"actor-{number}"),
                (f"actor-{number}", f"thing-{number}"),
                (f"actor-{number}", f"actor-{number // 3}"),
            )
            entity, whole = ends[number % 3]
            role = (("belongs-to", "forces-of"), ("party-to", "end-of"), ("official-of", "media-of"))[number % 3][number % 2]
            writer.add("affiliations", id=ids.mint("aff", entity, whole), entity_id=entity, whole_id=whole, role=role, start_date=None)
        writer.flush()

    def named(self, writer: Writer, entity: str, number: int, name: str) -> None:
        """A second name for two in three, and a number in a catalogue for one in three."""
        if number % 3:
            language = LANGUAGES[number % len(LANGUAGES)]
            other = TRANSLATED.get(str(language), name.split(maxsplit=1)[0] + " {}").format(number)
            writer.add("names", entity_id=entity, name=other, kind="name" if number % 2 else "alias", language=language)
        else:
            writer.add("identifiers", entity_id=entity, scheme="wikidata", value=f"Q{number + 1}", match="exact" if number % 2 else "close")
            writer.add("names", entity_id=entity, name=f"{name.split(maxsplit=1)[0]} House", kind="metonym", language="en")

    # -------------------------------------------------------------------------------------------------------- sources

    def source(self, writer: Writer, number: int, before: list[Claimed]) -> list[Claimed]:
        """One text with its claims; every sixth of its sentences speaks of a claim made in the text before."""
        page = Page(self, writer, number)
        claimed = [page.first_time(number * self.a_source + place) for place in range(self.a_source)]
        for old in before[::6]:
            page.again(old)
        page.finish()
        for reviewed in claimed[::20]:
            for reviewer, verdict in (("tester", "unsure"), ("second", self.random.choice(("unsure", "carries")))):
                writer.add(
                    "reviews",
                    id=ids.mint("rvw", reviewed.id, reviewer),
                    table_name="claims",
                    row_id=reviewed.id,
                    contributor_id=f"reviewer-{reviewer}",
                    verdict=verdict,
                    at=WRITTEN,
                )
        for one, other in zip(claimed[::5], claimed[3::5], strict=False):
            relation = self.random.choice(("contradicts", "updates", "qualifies", "agrees", "supports"))
            writer.add(
                "relations",
                id=ids.relation_id(one.id, relation, other.id),
                from_claim_id=one.id,
                to_claim_id=other.id,
                relation=relation,
                comparable="same-time" if self.chance(2) else None,
                rationale="Both speak of the same agreement; invented.",
                status="proposed" if self.chance(10) else "recorded",
                recorded_at=WRITTEN,
            )
        writer.flush()
        return claimed


@dataclass(frozen=True)
class Claimed:
    """A claim, with its text."""

    id: str
    text: str


class Page:
    """One text while it is written: its characters so far, and the rows that rest on them."""

    def __init__(self, world: World, writer: Writer, number: int) -> None:
        self.world, self.writer, self.number = world, writer, number
        self.id, self.author = f"source-{number}", f"actor-{number % world.entities}"
        self.text, self.sentences = f"What became of {world.things[number % world.entities]}\n\n", list[tuple[int, int]]()
        self.headline = len(self.text) - 2
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.snapshot = ids.snapshot_id(self.id, self.id)
        self.body = ids.section_id(self.snapshot, self.headline + 2)

    def first_time(self, number: int) -> Claimed:
        world, random = self.world, self.world.random
        subject, object_, verb = world.some(world.entities), world.some(world.entities), random.randrange(len(VERBS))
        text = f"The {world.actors[subject]} {VERBS[verb]} the {world.things[object_]} {random.choice(TAILS).format(number)}"
        event, place = world.some(world.events), world.some(world.entities)
        in_words = world.chance(20)
        claimed = Claimed(ids.claim_id(text), text)
        self.keep(
            "claims",
            id=claimed.id,
            text=text,
            kind=random.choice(("factual", "factual", "prediction", "evaluation", "conditional", "question")),
            subject_id=f"actor-{subject}",
            predicate_id=f"verb-{verb}",
            object_id=None if in_words else f"thing-{object_}",
            object_text="whatever comes next" if in_words else None,
            event_id=f"event-{event}" if world.chance(3) else None,
            place_id=f"thing-{place}" if world.chance(5) else None,
            about_time=random.choice(("2021", "2019-05", "202X", "2020/2024~")) if world.chance(2) else None,
            status="proposed" if world.chance(50) else "recorded",
            recorded_at=WRITTEN,
        )
        self.sentence(claimed, random.choices(SHAPES, (25, 20, 6, 4, 5, 14, 10, 5, 5, 6))[0], subject)
        if world.chance(10):
            self.keep(
                "quantities",
                claim_id=claimed.id,
                comparison="about",
                value=number * 1.25,
                unit="USD",
                measure="loan, as agreed",
                verbatim=str(number),
            )
        if number % 20 == 3 and not in_words:
            self.keep(
                "affiliations",
                id=ids.mint("aff", claimed.id),
                entity_id=f"actor-{subject}",
                whole_id=f"thing-{object_}",
                role=("party-to", "target-of", "member-of")[number % 3],
                claim_id=claimed.id,
            )
        if world.chance(3):
            self.keep(
                "participations",
                event_id=f"event-{event}",
                entity_id=f"actor-{subject}",
                role=random.choice(("host", "guest")),
                claim_id=claimed.id,
            )
        if number % 25 == 0 and event % 3 < 2 and event + 1 < world.events:  # three events in a row, as a text may order them
            earlier, later = f"event-{event}", f"event-{event + 1}"
            self.keep(
                "event_order",
                id=ids.event_order_id(earlier, "before", later, claimed.id),
                event_id=earlier,
                relation="before",
                other_event_id=later,
                claim_id=claimed.id,
            )
        return claimed

    def again(self, old: Claimed) -> None:
        self.sentence(old, SHAPES[3 if self.world.chance(3) else 0], None)

    def sentence(self, claimed: Claimed, shape: tuple[str, str, int, dict[str, str]], subject: int | None) -> None:
        """Write one sentence that carries a claim, with the assertions of everybody in it."""
        words, cue, levels, inner = shape
        world = self.world
        speakers = [self.author, *(f"actor-{world.some(world.entities)}" for _ in range(levels))]
        names = [world.actors[int(speaker.removeprefix("actor-"))] for speaker in speakers]
        written = words.format(c=claimed.text.replace(" the ", " the\u00a0", 1), w=names[min(1, levels)], x=names[-1])
        start = len(self.text)
        self.text += written + ("\n" if world.chance(5) else " ")
        self.sentences.append((start, start + len(written)))
        at = start + written.index(claimed.text[:8])  # up to the full stop, or to the words around
        if subject is not None and world.chance(3):
            self.mention(at + 4, world.actors[subject], f"actor-{subject}")
        passage = ids.passage_id(self.snapshot, at, at + len(claimed.text))
        self.keep(
            "passages",
            id=passage,
            snapshot_id=self.snapshot,
            section_id=self.body,
            start_char=at,
            end_char=at + len(claimed.text),
            exact=self.text[at : at + len(claimed.text)],
        )
        self.assertions(claimed, passage, speakers, inner, (cue, start + written.index(cue)) if cue else None)

    def assertions(self, claimed: Claimed, passage: str, speakers: list[str], inner: dict[str, str], cue: tuple[str, int] | None) -> None:
        parent = None
        for level, speaker in enumerate(speakers):
            last = level == len(speakers) - 1
            voice = (
                {"act": "asserts", "stance": "affirms", "certainty": "certain"} | inner
                if last
                else {"act": "reports", "stance": "uncommitted", "certainty": "uncommitted"}
            )
            shown = cue if last and cue else None
            row_id = ids.assertion_id(claimed.id, passage, speaker, parent)
            self.keep(
                "assertions",
                **{
                    "id": row_id,
                    "claim_id": claimed.id,
                    "passage_id": passage,
                    "source_id": self.id,
                    "level": level,
                    "reported_in_id": parent,
                }
                | {
                    "speaker_id": speaker,
                    "work_id": f"source-{self.number // 2}" if level and self.world.chance(8) else None,
                    "derivation": "explicit",
                }
                | voice
                | {
                    "cue": shown[0] if shown else None,
                    "cue_start_char": shown[1] if shown else None,
                    "cue_end_char": shown[1] + len(shown[0]) if shown else None,
                }
                | {"status": "proposed" if self.world.chance(60) else "recorded", "recorded_at": WRITTEN},
            )
            parent = row_id

    def mention(self, at: int, words: str, entity: str) -> None:
        sense = "name"
        if self.world.chance(8):
            entity, sense = "thing-0", "metonym"
        mention = ids.mention_id(self.snapshot, at, at + len(words), entity)
        self.keep(
            "mentions",
            id=mention,
            snapshot_id=self.snapshot,
            start_char=at,
            end_char=at + len(words),
            exact=words,
            entity_id=entity,
            sense=sense,
        )

    def keep(self, table: str, **row: Any) -> None:
        self.said.append((table, row))

    def finish(self) -> None:
        """Hand the rows over, those first that others refer to."""
        write, world = self.writer.add, self.world
        bio, end = len(self.text), len(self.text) + 40
        self.text += f"{'The author writes on harbours.':<40}"
        write(
            "sources",
            id=self.id,
            title=f"Report {self.number}",
            kind="article",
            publisher_id=self.author,
            published=f"20{10 + self.number % 15}-{self.number % 12 + 1:02}",
            published_basis="stated",
            language="en",
            url=f"https://example.org/report/{self.number}",
        )
        write("source_authors", source_id=self.id, position=1, actor_id=self.author, role="author")
        write("snapshots", id=self.snapshot, source_id=self.id, sha256=hashlib.sha256(self.text.encode()).hexdigest(), text=self.text)
        for position, (kind, low, high) in enumerate(
            (("headline", 0, self.headline + 2), ("body", self.headline + 2, bio), ("bio", bio, end)), 1
        ):
            section = ids.section_id(self.snapshot, low)
            write(
                "sections",
                id=section,
                snapshot_id=self.snapshot,
                position=position,
                kind=kind,
                start_char=low,
                end_char=high,
                speaker_id=self.author,
            )
        spans = [
            (0, self.headline, 0, "a headline"),
            *((low, high, self.headline + 2, None) for low, high in self.sentences),
            (bio, end - 10, bio, "about the author"),
        ]
        for position, (low, high, section_start, reason) in enumerate(spans, 1):
            sentence, section = ids.sentence_id(self.snapshot, low), ids.section_id(self.snapshot, section_start)
            write(
                "sentences",
                id=sentence,
                snapshot_id=self.snapshot,
                section_id=section,
                position=position,
                start_char=low,
                end_char=high,
                no_claim_reason=reason,
            )
        order = ("passages", "mentions", "claims", "quantities", "assertions", "participations", "affiliations", "event_order")
        for table, row in sorted(self.said, key=lambda said: order.index(said[0])):
            write(table, **row)
        passage = next(row["id"] for table, row in self.said if table == "passages")
        cited = f"source-{world.some(self.number + 1)}"
        write(
            "citations",
            id=ids.citation_id(self.id, cited, passage),
            citing_source_id=self.id,
            cited_id=cited,
            cited_text="an earlier report",
            passage_id=passage,
        )


def build(
    path: Path,
    claims: int,
    *,
    analyzed: bool = False,
    a_source: int = CLAIMS_A_SOURCE,
    texts_only: bool = False,
    after_source: Callable[[int], object] = str,
) -> Path:
    """Fill a new base with `a_source` claims in each text; `analyzed` gives SQLite statistics, `texts_only` leaves out all that is said in the texts.

    `after_source` is called with the share of the texts that are recorded, in percent, after each of them.
    """
    store.init(path)
    connection = store.connect(path)
    world = World(claims, a_source=a_source)
    with runs.begin(connection, "add", contributor="tester") as run, full_text.suspended(connection):
        writer = Writer(connection, run.id, SAID if texts_only else frozenset())
        world.reference(writer)
        before: list[Claimed] = []
        for number in range(world.sources):
            before = world.source(writer, number, before)
            after_source(100 * (number + 1) // world.sources)
    if analyzed:
        connection.execute("ANALYZE")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


def kept(claims: int, *, texts_only: bool = False) -> Path:
    """The base of so many claims under build/, made anew when the model or this file has changed since."""
    made_of = [schema.read(name) for name in ("schema.sql", "derived.sql", "views.sql", "rdf_views.sql", "vocabulary.toml")] + [
        Path(__file__).read_text("utf-8")
    ]
    digest = hashlib.sha256("".join(made_of).encode()).hexdigest()[:12]
    name = f"bench-{'texts' if texts_only else 'base'}-{claims}"
    path = BUILD / f"{name}-{digest}.db"
    if not path.exists():
        BUILD.mkdir(exist_ok=True)
        for old in BUILD.glob(f"{name}-*"):
            old.unlink()
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        build(unfinished, claims, analyzed=True, texts_only=texts_only).rename(path)
    return path


# Questions about two entities that the values below find nothing for, with a pair that finds something.
PAIRS = {
    "grievances": "SELECT object_id, subject_id FROM claims WHERE object_id IS NOT NULL AND status = 'recorded' AND predicate_id = 'verb-0' ORDER BY rowid LIMIT 1",
    "what-would-change": "SELECT subject_id, object_id FROM claims WHERE kind = 'conditional' AND object_id IS NOT NULL AND status = 'recorded' ORDER BY rowid LIMIT 1",
    "joint-activity": "SELECT one.entity_id, other.entity_id FROM participations AS one CROSS JOIN participations AS other ON other.event_id = one.event_id"
    " AND other.entity_id <> one.entity_id CROSS JOIN standing AS a ON a.claim_id = one.claim_id CROSS JOIN standing AS b ON b.claim_id = other.claim_id"
    " WHERE a.kind = 'factual' AND b.kind = 'factual' AND a.stance = 'affirms' AND b.stance = 'affirms' ORDER BY one.rowid LIMIT 1",
}


def values(connection: sqlite3.Connection, question: str = "") -> dict[str, str]:
    """A value for each parameter of a named question, or of those without a pair of their own, that finds something in an invented base."""
    claim, text, subject, object_, event = connection.execute(
        "SELECT claims.id, text, subject_id, object_id, participations.event_id FROM claims JOIN participations ON claim_id = claims.id JOIN relations ON from_claim_id = claims.id"
        " WHERE object_id IS NOT NULL AND claims.status = 'recorded' AND relations.status = 'recorded' ORDER BY claims.rowid LIMIT 1"
    ).fetchone()
    (source,) = connection.execute(
        "SELECT source_id FROM assertions JOIN snapshots USING (source_id) JOIN mentions ON snapshot_id = snapshots.id WHERE assertions.status = 'recorded'"
        " GROUP BY source_id HAVING sum(derivation = 'presupposed') AND sum(act = 'distances') AND sum(sense = 'metonym') LIMIT 1"
    ).fetchone()
    one, other = connection.execute(PAIRS[question]).fetchone() if question in PAIRS else (subject, object_)
    return {"claim": claim, "row": claim, "actor": subject, "one": one, "entity": subject, "other": other, "event": event} | {
        "source": source, "first": "source-0", "second": "source-1", "words": " ".join(text.split()[1:3]), "reach": "parties",
        "from": "1900-01-01", "to": "1950-12-31", "actuality": "", "since": "2020", "predicates": "verb-0 verb-1", "things": object_,
    }  # fmt: skip
