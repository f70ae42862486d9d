"""The two shipped texts, held against what a reader finds in them: each assertion here was checked by eye in the texts."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from ingest import files, parsing
from kb.base import checks
from kb.base.dates import bounds
from kb.texts.sentences import receive
from tests.conftest import INGEST

ASIA, EPOCH = "asia-times-2025", "epoch-times-2021"
GOLDSTEIN, GRACEFFO = "lyle-goldstein", "antonio-graceffo"
DIGESTS = {
    ASIA: "776ec436e6b70ec30490d51820c0e4b35448d2591493be2d133a7106c3c1e3ba",
    EPOCH: "cdb55398884a5b6453f38cb5e41d02521674a2ab2e25c5a523f909163918c345",
}


def words(of: str) -> str:
    return (INGEST / "sources" / of / "text.txt").read_bytes().decode("utf-8")


# -------------------------------------------------------------------------------------------------------------- files


@pytest.mark.parametrize("path", sorted(INGEST.rglob("*.toml")), ids=lambda path: path.relative_to(INGEST).as_posix())
def test_each_data_file_is_read_without_a_mistake(path: Path) -> None:
    shown = f"ingest/{path.relative_to(INGEST).as_posix()}"
    _, problems = files.read_all([INGEST])
    assert not [str(problem) for problem in problems if problem.where.startswith(shown)]
    assert parsing.parse(path, shown)


@pytest.mark.parametrize("source", DIGESTS)
def test_each_text_is_as_it_was_received(shipped: sqlite3.Connection, source: str) -> None:
    data = (INGEST / "sources" / source / "text.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == DIGESTS[source]
    sql = "SELECT sha256, text FROM sources JOIN snapshots ON snapshots.id = snapshot_id WHERE sources.id = ?"
    assert shipped.execute(sql, (source,)).fetchone() == (DIGESTS[source], receive(data).text)


def test_nothing_is_wrong_with_the_shipped_base(shipped_path: Path) -> None:
    from kb.base import store

    connection = store.connect(shipped_path)
    assert [str(problem) for problem in checks.check(connection)] == []
    connection.close()


def test_every_sentence_carries_a_claim_or_says_why_not(shipped: sqlite3.Connection) -> None:
    found = shipped.execute("SELECT source_id, sentence, claims, no_claim_reason FROM coverage").fetchall()
    assert len(found) == 92
    assert not [row for row in found if (row[2] == 0) == (row[3] is None)]
    silent = {row[1] for row in found if row[3]}
    assert silent == {f"Source: {url(shipped)}", "Epoch Times Photo"}


def url(base: sqlite3.Connection) -> str:
    return str(base.execute("SELECT url FROM sources WHERE id = ?", (ASIA,)).fetchone()[0])


# ------------------------------------------------------------------------------------------------------- whose voice


def said(base: sqlite3.Connection, source: str, part: str) -> list[dict[str, Any]]:
    """Every assertion whose quote holds these words, which stand in the text."""
    assert part in words(source), f"not in the text: {part}"
    cursor = base.execute(
        "SELECT * FROM claim_sheet WHERE source_id = ? AND instr(quote, ?) AND status IN ('recorded', 'reviewed') ORDER BY start_char, level",
        (source, part),
    )
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


# (source, words in the quote, who holds it, how, and what is in the claim)
VOICES = [
    # the document's own voices
    (ASIA, "less than meets the eye", "asia-times", "affirms", ""),
    (ASIA, "China-Russia interdependence is growing slowly", "asia-times", "affirms", "growing"),
    (ASIA, "is director of Asia engagement", "asia-times", "affirms", "Defense Priorities"),
    (ASIA, "China has offered the Kremlin only tepid support", GOLDSTEIN, "affirms", "tepid"),
    (EPOCH, "Not Really Allies", GRACEFFO, "denies", "allies"),
    (EPOCH, "does not actually make China and Russia allies", GRACEFFO, "denies", "allies"),
    (EPOCH, "News Analysis", "the-epoch-times", "affirms", "news analysis"),
    (EPOCH, "October 23, 2021", "the-epoch-times", "affirms", "2021"),
    (EPOCH, "during a welcoming ceremony", "the-epoch-times", "affirms", ""),
    (EPOCH, "Mark Schiefelbein/AFP", "the-epoch-times", "affirms", "Schiefelbein"),
    (EPOCH, "has spent over 20 years in Asia", "the-epoch-times", "affirms", "Graceffo"),
    (EPOCH, "are the opinions of the author", "the-epoch-times", "affirms", "opinions"),
    (EPOCH, "do not necessarily reflect", "the-epoch-times", "uncommitted", "The Epoch Times"),
    # chains
    (EPOCH, "was poised to double its stock", "us-department-of-defense", "affirms", "double"),
    (EPOCH, "China does not have allies", "global-times", "denies", "allies"),
    (EPOCH, "is not the result of a true alliance", "many-experts-on-cooperation", "denies", "true alliance"),
    (EPOCH, "has already reached its peak", "many-experts-on-peak", "affirms", "peak"),
    (EPOCH, "could be drawn into a nuclear arms race", "luo-xi", "affirms", "arms race"),
    (EPOCH, "already expanding its nuclear arsenal", "unspecified-believers-arsenal", "affirms", "nuclear arsenal"),
    (EPOCH, "expected to spend between $12.3 billion", "unspecified-expecters-chips", "affirms", "chips"),
    (EPOCH, "supplant the United States", "chinese-communist-party", "affirms", "supplant"),
    (EPOCH, "presence of hundreds of nuclear missile silos", GRACEFFO, "affirms", "silos"),
    (ASIA, "would endanger China’s prosperity", "chinese-leaders", "affirms", "cold war"),
    # denials, with and without “not”
    (ASIA, "is indeed no paper tiger", GOLDSTEIN, "denies", "paper tiger"),
    (ASIA, "rarely stop to ponder", GOLDSTEIN, "denies", "pundits"),
    (ASIA, "hardly presage", GOLDSTEIN, "denies", "presage"),
    (ASIA, "took a pass on joining", GOLDSTEIN, "denies", "Afghanistan"),
    (ASIA, "impossible to ride HSR", GOLDSTEIN, "denies", "high-speed rail"),
    (ASIA, "non-threatening", GOLDSTEIN, "denies", "threatening"),
    (EPOCH, "less than supportive", GRACEFFO, "denies", "Belt and Road"),
    (EPOCH, "Russia is unwilling to be subordinate", GRACEFFO, "denies", "willing"),
    (EPOCH, "no mutual defense treaties", GRACEFFO, "denies", "mutual defense treaties"),
    (EPOCH, "no laws were broken", GRACEFFO, "denies", "broke laws"),
    (EPOCH, "neither country needs to defend", GRACEFFO, "denies", "border"),
    # words kept at a distance, and what a question takes for granted
    (ASIA, "really marching in “lockstep,”", GOLDSTEIN, "denies", "lockstep"),
    (ASIA, "“quasi-alliance.”", GOLDSTEIN, "uncommitted", "quasi-alliance"),
    (ASIA, "raised an obvious question", GOLDSTEIN, "affirms", "question"),
    (ASIA, "currently being used on the battlefield in Ukraine", GOLDSTEIN, "denies", "hardware"),
    # certainty that the words carry
    (EPOCH, "it is unlikely that Russia desires", GRACEFFO, "denies", "junior power"),
    (EPOCH, "there appears to be a political distancing", GRACEFFO, "affirms", "distancing"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "part", "speaker", "stance", "about"), VOICES, ids=[case[1] for case in VOICES])
def test_these_words_are_this_voice_s(shipped: sqlite3.Connection, source: str, part: str, speaker: str, stance: str, about: str) -> None:
    found = said(shipped, source, part)
    assert [row for row in found if (row["speaker_id"], row["stance"]) == (speaker, stance) and about in row["claim"]], found
    author = {ASIA: {GOLDSTEIN, "asia-times"}, EPOCH: {GRACEFFO, "the-epoch-times"}}[source]
    if speaker not in author:
        reporting = [row for row in found if row["level"] == 0 and about in row["claim"] and not row["innermost"]]
        assert {row["speaker_id"] for row in reporting} <= author


def test_only_denials_of_the_text_are_denied_and_each_author_s_hedges_are_kept(shipped: sqlite3.Connection) -> None:
    def certainty(source: str, part: str, speaker: str) -> set[str]:
        return {row["certainty"] for row in said(shipped, source, part) if row["speaker_id"] == speaker}

    assert certainty(EPOCH, "it is unlikely that Russia desires", GRACEFFO) == {"probable"}
    assert certainty(EPOCH, "could be drawn into a nuclear arms race", "luo-xi") == {"possible"}
    assert certainty(ASIA, "Russia could plausibly be open", GOLDSTEIN) == {"possible"}
    assert certainty(ASIA, "which could portend", GOLDSTEIN) == {"possible"}
    assert certainty(ASIA, "Americans could very well benefit", GOLDSTEIN) <= {"possible", "probable"}


def test_both_texts_deny_the_one_claim_of_a_formal_alliance(shipped: sqlite3.Connection) -> None:
    claim = "China and Russia are in a formal military alliance"
    found = shipped.execute("SELECT source_id, stance FROM source_matrix WHERE claim = ? ORDER BY 1", (claim,)).fetchall()
    assert found == [(ASIA, "denies"), (EPOCH, "denies")]


# ------------------------------------------------------------------------------------------------- who is who, and is not


def test_luo_xi_warns_and_is_not_xi(shipped: sqlite3.Connection) -> None:
    warning = [row for row in said(shipped, EPOCH, "China could be drawn into a nuclear arms race") if row["innermost"]]
    assert [(row["speaker_id"], row["act"]) for row in warning] == [("luo-xi", "warns")]
    assert mentions(shipped, EPOCH, "Luo Xi") == {"luo-xi"}
    at = words(EPOCH).index("Luo Xi")
    sql = "SELECT entity_id FROM mentions JOIN sources ON sources.snapshot_id = mentions.snapshot_id WHERE sources.id = ? AND start_char BETWEEN ? AND ?"
    assert "xi-jinping" not in {row[0] for row in shipped.execute(sql, (EPOCH, at, at + 6))}
    assert mentions(shipped, EPOCH, "Xi") == mentions(shipped, ASIA, "Xi") == {"xi-jinping"}


def test_two_groups_of_many_experts_are_two_and_lukin_himself_asserts_nothing(shipped: sqlite3.Connection) -> None:
    assert len(mentions(shipped, EPOCH, "Many experts")) == 2
    groups = {
        row["speaker_id"]
        for part in ("true alliance", "already reached its peak")
        for row in said(shipped, EPOCH, part)
        if row["act"] == "believes"
    }
    assert groups == mentions(shipped, EPOCH, "Many experts")
    kinds = shipped.execute(f"SELECT DISTINCT kind, anonymity FROM actors WHERE id IN ({','.join('?' * 2)})", tuple(groups)).fetchall()
    assert kinds == [("group", "unnamed-collective")]
    assert shipped.execute("SELECT count(*) FROM assertions WHERE speaker_id = 'alexander-lukin'").fetchone()[0] == 0
    assert shipped.execute("SELECT kind, anonymity FROM actors WHERE id = 'alexander-lukin'").fetchone() == ("person", "named")


def test_evidence_and_nobody_are_no_named_speakers(shipped: sqlite3.Connection) -> None:
    kinds = "SELECT DISTINCT anonymity FROM actors JOIN assertions ON speaker_id = actors.id JOIN passages ON passages.id = passage_id WHERE exact LIKE ? AND level = 1"
    for part in ("%already expanding its nuclear arsenal%", "%expected to spend between%"):
        assert shipped.execute(kinds, (part,)).fetchall() == [("unspecified",)]
    assert {row["level"] for row in said(shipped, EPOCH, "Satellite photos have revealed")} == {0}
    nobody = "SELECT id FROM actors WHERE anonymity <> 'named' AND id IN (SELECT speaker_id FROM assertions WHERE source_id = ? AND status IN ('recorded', 'reviewed'))"
    assert not {row[0] for row in shipped.execute(nobody, (ASIA,))} & {row[0] for row in shipped.execute(nobody, (EPOCH,))}


def mentions(base: sqlite3.Connection, source: str, exact: str) -> set[str]:
    sql = "SELECT DISTINCT entity_id FROM mentions JOIN sources ON sources.snapshot_id = mentions.snapshot_id WHERE sources.id = ? AND exact = ? AND status IN ('recorded', 'reviewed')"
    return {row[0] for row in base.execute(sql, (source, exact))}


def mentioned(base: sqlite3.Connection, source: str, around: str, exact: str) -> set[tuple[str, str]]:
    """(entity, sense) of these words where they stand within those."""
    assert words(source).count(around) == 1
    at = words(source).index(around) + around.index(exact)
    sql = "SELECT entity_id, sense FROM mentions JOIN sources ON sources.snapshot_id = mentions.snapshot_id WHERE sources.id = ? AND start_char = ? AND exact = ?"
    return set(base.execute(sql, (source, at, exact)).fetchall())


NAMES = [
    (ASIA, "Vladimir Putin in Beijing", "Beijing", {("beijing", "name")}),
    (ASIA, "joined in Beijing by", "Beijing", {("beijing", "name")}),
    (ASIA, "as Beijing continues to hedge", "Beijing", {("chinese-government", "metonym")}),
    (ASIA, "Beijing is firmly in", "Beijing", {("chinese-government", "metonym")}),
    (EPOCH, "Great Hall of the People in Beijing", "Beijing", {("beijing", "name")}),
    (EPOCH, "Beijing plans to spend", "Beijing", {("chinese-government", "metonym")}),
    (EPOCH, "made Beijing and Islamabad nervous", "Beijing", {("chinese-government", "metonym")}),
    (EPOCH, "made Beijing and Islamabad nervous", "Islamabad", {("pakistani-government", "metonym")}),
    (ASIA, "between Moscow and Beijing", "Moscow", {("russian-government", "metonym")}),
    (ASIA, "offered the Kremlin", "Kremlin", {("russian-government", "metonym")}),
    (ASIA, "if Washington now opts", "Washington", {("us-government", "metonym")}),
    (EPOCH, "A Pentagon report", "Pentagon", {("us-department-of-defense", "metonym")}),
    (ASIA, "Washington pundits rarely", "Washington pundits", {("washington-pundits", "description")}),
    (ASIA, "some Moscow strategists", "Moscow strategists", {("moscow-strategists", "description")}),
    (ASIA, "between two formerly hostile nuclear powers", "two formerly hostile nuclear powers", {("china", "description"), ("india", "description")}),
    (EPOCH, "and both have fought", "both", {("india", "description"), ("vietnam", "description")}),
    (EPOCH, "Belt and Road Initiative (BRI), particularly", "BRI", {("belt-and-road-initiative", "name")}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "around", "exact", "expected"), NAMES, ids=[case[1] for case in NAMES])
def test_a_name_stands_for_what_it_means_there(
    shipped: sqlite3.Connection, source: str, around: str, exact: str, expected: set[tuple[str, str]]
) -> None:
    assert mentioned(shipped, source, around, exact) == expected


def test_the_two_countries_of_1969_include_the_soviet_union(shipped: sqlite3.Connection) -> None:
    (row,) = [row for row in said(shipped, EPOCH, "In 1969, the two countries even fought") if row["level"] == 0]
    parties = {entity for (entity,) in shipped.execute("SELECT entity_id FROM participations WHERE claim_id = ?", (row["claim_id"],))}
    assert {"china", "soviet-union"} <= parties | {row["subject_id"], row["object_id"]} and "russia" not in parties
    assert "Soviet Union" in row["claim"] and row["about_time"] == "1969"


def test_what_is_called_by_different_names_is_linked_and_not_merged(shipped: sqlite3.Connection) -> None:
    named = ("china", "chinese-government", "chinese-regime", "chinese-communist-party", "chinese-leaders")
    for entity in named:
        assert shipped.execute("SELECT status FROM entities WHERE id = ?", (entity,)).fetchone() == ("current",)
        if entity != "china":
            assert shipped.execute("SELECT part_of_id FROM actors WHERE id = ?", (entity,)).fetchone() == ("china",)


# ------------------------------------------------------------------------------------------------------------- numbers

NUMBERS = [
    ("China spent $252 billion on defense", ("equal", 252e9, None, None, "USD"), "2020", "affirms"),
    ("a 6.6 percent increase", ("change", 6.6, None, None, "percent"), "2020", "affirms"),
    ("Beijing plans to spend $209 billion in 2021", ("equal", 209e9, None, None, "USD"), "2021", None),
    ("between $12.3 billion and $15.3 billion on chips", ("range", None, 12.3e9, 15.3e9, "USD"), "2021", None),
    ("at a ratio of about three to one", ("ratio", 3.0, None, None, None), None, "affirms"),
    ("at least 200,000 citizens", ("at-least", None, 200000.0, None, "people"), None, "affirms"),
    ("a naval group of 10 warships", ("equal", 10.0, None, None, None), "2021-10", "affirms"),
    ("hundreds of nuclear missile silos in China’s northwestern", ("vague", None, None, None, None), None, "affirms"),
    ("double its stock of nuclear missiles", ("ratio", 2.0, None, None, None), None, None),
]  # fmt: skip


@pytest.mark.parametrize(("part", "number", "about", "stance"), NUMBERS, ids=[case[0] for case in NUMBERS])
def test_a_number_is_recorded_as_the_text_gives_it(
    shipped: sqlite3.Connection, part: str, number: tuple[Any, ...], about: str | None, stance: str | None
) -> None:
    comparison, value, minimum, maximum, unit = number
    found = [row for row in said(shipped, EPOCH, part) if row["comparison"] == comparison and row["level"] == 0]
    assert len(found) == 1, found
    (row,) = found
    assert (row["minimum"], row["maximum"]) == (minimum, maximum)
    assert row["value"] == value or (comparison == "at-least" and row["value"] in (None, minimum))
    assert unit in (None, row["unit"])
    assert about in (None, row["about_time"])
    assert stance in (None, row["stance"])
    assert row["verbatim"] in words(EPOCH)


def test_the_sum_planned_for_2021_is_a_plan_in_tension_and_no_contradiction(shipped: sqlite3.Connection) -> None:
    (planned,) = {row["claim_id"] for row in said(shipped, EPOCH, "Beijing plans to spend $209 billion")}
    (spent,) = {row["claim_id"] for row in said(shipped, EPOCH, "China spent $252 billion on defense") if row["value"] == 252e9}
    assert shipped.execute("SELECT kind FROM claims WHERE id = ?", (planned,)).fetchone() == ("plan",)
    assert "plans" in {row["act"] for row in said(shipped, EPOCH, "Beijing plans to spend $209 billion")}
    related = shipped.execute(
        "SELECT relation, comparable, rationale FROM relations WHERE from_claim_id IN (?1, ?2) AND to_claim_id IN (?1, ?2)",
        (planned, spent),
    ).fetchall()
    assert len(related) == 1
    relation, comparable, rationale = related[0]
    assert relation != "contradicts" and comparable == "different-time"
    assert "Additionally" in rationale


# --------------------------------------------------------------------------------------------------- dates and events


def test_dates_are_as_precise_as_the_texts_and_no_more(shipped: sqlite3.Connection) -> None:
    sources = dict(shipped.execute("SELECT id, published || ' ' || published_basis FROM sources WHERE published IS NOT NULL"))
    assert sources == {ASIA: "2025-09 url", EPOCH: "2021-10-23 stated"}
    assert url(shipped) in words(ASIA) and "/2025/09/" in url(shipped)
    assert shipped.execute("SELECT updated FROM sources WHERE id = ?", (EPOCH,)).fetchone() == ("2021-10-23",)
    dates = {
        (ASIA, "hosted Russian President Vladimir Putin"): "2025-09",
        (EPOCH, "sailed through the Tsugaru Strait"): "2021-10",
        (EPOCH, "flip-flopped his support"): "192X/194X",
        (ASIA, "for the last two decades"): "2005~/2025",
        (EPOCH, "over the next two decades"): "2021/2041~",
        (EPOCH, "which will expire in 2026"): "2026",
        (EPOCH, "In 1969, the two countries"): "1969",
        (ASIA, "only completed in 2022"): "2022",
    }
    for (source, part), date in dates.items():
        assert date in {row["about_time"] for row in said(shipped, source, part)}, part
        assert bounds(date)


def test_the_day_of_the_parade_is_not_recorded_as_if_the_text_gave_it(shipped: sqlite3.Connection) -> None:
    assert shipped.execute("SELECT date, date_basis FROM events WHERE id = 'beijing-parade-2025'").fetchone() == ("2025-09", "relative")
    assert not shipped.execute("SELECT 1 FROM claims WHERE about_time GLOB '2025-09-*'").fetchall()


@pytest.mark.parametrize("word", ["volunteers", "alliance", "lunar", "arms race", "coordination", "oil spill"])
def test_what_never_happened_is_not_filed_as_if_it_had(shipped: sqlite3.Connection, word: str) -> None:
    found = shipped.execute("SELECT name, actuality FROM events WHERE name LIKE ?", (f"%{word}%",)).fetchall()
    assert found
    assert not [row for row in found if row[1] in ("occurred", "ongoing")]


def test_the_byline_is_known_from_the_bio_and_the_work_from_its_disclaimer(shipped: sqlite3.Connection) -> None:
    assert shipped.execute(
        "SELECT source_id, actor_id FROM source_authors WHERE source_id IN (?, ?) ORDER BY 1", (ASIA, EPOCH)
    ).fetchall() == [
        (ASIA, GOLDSTEIN),
        (EPOCH, GRACEFFO),
    ]
    sections = dict(
        shipped.execute("SELECT sections.kind, speaker_id FROM sections JOIN sources USING (snapshot_id) WHERE sources.id = ?", (EPOCH,))
    )
    assert sections == {kind: GRACEFFO if kind in ("headline", "body") else "the-epoch-times" for kind in sections}
    assert {"headline", "dateline", "label", "body", "caption", "credit", "disclaimer", "bio"} == set(sections)
    asia = dict(
        shipped.execute("SELECT sections.kind, speaker_id FROM sections JOIN sources USING (snapshot_id) WHERE sources.id = ?", (ASIA,))
    )
    assert asia == {"headline": "asia-times", "standfirst": "asia-times", "body": GOLDSTEIN, "bio": "asia-times", "url": "asia-times"}


# --------------------------------------------------------------------------------------------------- across the texts


def related(base: sqlite3.Connection, asia: str, epoch: str) -> set[str]:
    """The relations between claims that these words of the two texts carry."""
    ours, theirs = ({row["claim_id"] for row in said(base, source, part)} for source, part in ((ASIA, asia), (EPOCH, epoch)))
    found = base.execute("SELECT from_claim_id, to_claim_id, relation FROM relations WHERE status IN ('recorded', 'reviewed')").fetchall()
    return {relation for one, other, relation in found if (one in ours and other in theirs) or (one in theirs and other in ours)}


@pytest.mark.parametrize(
    ("asia", "epoch", "relation"),
    [
        ("interdependence is growing", "has already reached its peak", "contradicts"),
        ("Russia could plausibly be open", "Russia is unwilling to be subordinate", "contradicts"),
        ("Chinese and Indian leaders", "recent border skirmishes with India", "updates"),
        ("engineering has played a fundamental role", "cancelled a deal to sell missiles", "qualifies"),
        ("North Korea’s Kim Jong Un", "only official ally is North Korea", "updates"),
    ],
)
def test_the_texts_stand_to_each_other_as_a_reader_finds(shipped: sqlite3.Connection, asia: str, epoch: str, relation: str) -> None:
    assert relation in related(shipped, asia, epoch)


def test_both_texts_say_that_the_united_states_drives_them_together(shipped: sqlite3.Connection) -> None:
    """Each in its own words, so the claims are two that agree, and no third that generalises both."""
    assert related(shipped, "has unfortunately been a contributing factor", "largely predicated on a common interest") == {"agrees"}
    assert {row["claim"] for row in said(shipped, ASIA, "has unfortunately been a contributing factor")}.isdisjoint(
        row["claim"] for row in said(shipped, EPOCH, "largely predicated on a common interest")
    )


def test_only_what_both_texts_say_is_one_claim_of_both(shipped: sqlite3.Connection) -> None:
    shared = shipped.execute("SELECT claim FROM source_matrix GROUP BY claim_id HAVING count(*) = 2").fetchall()
    assert shared == [("China and Russia are in a formal military alliance",)]


def test_a_conditional_is_one_claim_with_its_if(shipped: sqlite3.Connection) -> None:
    for source, part in ((ASIA, "if Washington now opts"), (EPOCH, "If China and Russia aligned too closely")):
        assert {row["kind"] for row in said(shipped, source, part)} == {"conditional"}
        assert all(re.search(r"\bif\b", row["claim"], re.IGNORECASE) for row in said(shipped, source, part))
