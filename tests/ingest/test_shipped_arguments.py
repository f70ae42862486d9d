"""What speaks for and against an alliance, as a reader of the two shipped texts lists it, is reached by the relations between claims."""

from __future__ import annotations

import sqlite3

import pytest

ALLIANCE = ("clm-china-russia-allies", "clm-china-russia-formal-alliance")

# What a reader of the two texts lists under “for” and “against”, down to the evidence for each, by the words that say it.
LISTED = {
    "for": [
        ("asia-times-2025", "There are reasons for concern"),
        ("asia-times-2025", "engineering has played a fundamental role"),
        ("asia-times-2025", "a very ambitious pattern of space cooperation"),
        ("asia-times-2025", "a joint mission to set up a lunar base"),
        ("asia-times-2025", "potential China-Russia coordination in the Korean peninsula"),
        ("asia-times-2025", "all the more concerning given the Chinese military might"),
        ("asia-times-2025", "Russia could plausibly be open"),
        ("asia-times-2025", "a contributing factor to this “quasi-alliance.”"),
        ("asia-times-2025", "US pressure, applied continuously against both"),
        ("epoch-times-2021", "a common interest in countering the United States"),
        ("epoch-times-2021", "joint military drills has been increasing"),
        ("epoch-times-2021", "sailed through the Tsugaru Strait"),
        ("epoch-times-2021", "Economic cooperation has also increased"),
        ("epoch-times-2021", "has given both countries more resources"),
    ],
    "against": [
        ("asia-times-2025", "less than meets the eye"),
        ("asia-times-2025", "interdependence is growing slowly"),
        ("asia-times-2025", "only tepid support"),
        ("asia-times-2025", "Beijing’s caution, restraint"),
        ("asia-times-2025", "This could be seen at the recent Shanghai Cooperation Organization"),
        ("asia-times-2025", "leery about major new commitments"),
        ("asia-times-2025", "primarily as a “talk shop.”"),
        ("asia-times-2025", "commercial, scientific and cultural realms"),
        ("asia-times-2025", "still vastly underdeveloped"),
        ("asia-times-2025", "only completed in 2022"),
        ("asia-times-2025", "have decided very clearly not to opt"),
        ("asia-times-2025", "would endanger China’s prosperity"),
        ("asia-times-2025", "its current level, which is to say moderate"),
        ("epoch-times-2021", "China does not have allies"),
        ("epoch-times-2021", "China’s only official ally is North Korea"),
        ("epoch-times-2021", "their goals and desires are very different"),
        ("epoch-times-2021", "just a shared stance"),
        ("epoch-times-2021", "a political distancing"),
        ("epoch-times-2021", "is largely one-sided"),
        ("epoch-times-2021", "with China paying"),
        ("epoch-times-2021", "many of the same complaints"),
        ("epoch-times-2021", "lost at least 200,000 citizens"),
        ("epoch-times-2021", "angry about the CCP’s recruitment"),
        ("epoch-times-2021", "much of Russia’s media is banned"),
        ("epoch-times-2021", "“wolf warrior” diplomacy against Russia"),
        ("epoch-times-2021", "will be subjected to bully tactics"),
        ("epoch-times-2021", "less than supportive"),
        ("epoch-times-2021", "more or less obsolete"),
        ("epoch-times-2021", "infringing on one more domain"),
        ("epoch-times-2021", "a modern arms race"),
        ("epoch-times-2021", "China’s largest and most powerful friend"),
        ("epoch-times-2021", "flip-flopped his support"),
        ("epoch-times-2021", "In 1969, the two countries even fought"),
        ("epoch-times-2021", "to have entered into some sort of defense pact"),
        ("epoch-times-2021", "no mutual defense treaties"),
        ("epoch-times-2021", "Russia sells weapons to India"),
        ("epoch-times-2021", "Russia sells weapons to India and Vietnam"),
        ("epoch-times-2021", "cancelled a deal to sell missiles"),
        ("epoch-times-2021", "to cooperate with Russia on countering terrorism"),
        ("epoch-times-2021", "made Beijing and Islamabad nervous"),
        ("epoch-times-2021", "has already reached its peak"),
        ("epoch-times-2021", "Russia would have to agree to being subordinate"),
        ("epoch-times-2021", "has remained constant: Russia is unwilling"),
    ],
}
REASONS = """
WITH RECURSIVE reasons(id) AS (
  SELECT from_claim_id FROM relations WHERE to_claim_id IN (?, ?)
  UNION SELECT from_claim_id FROM relations JOIN reasons ON to_claim_id = reasons.id WHERE relation = 'supports'
) SELECT id FROM reasons"""


@pytest.mark.parametrize(("source", "part"), LISTED["for"] + LISTED["against"], ids=[case[1] for case in LISTED["for"] + LISTED["against"]])
def test_whatever_a_reader_lists_for_or_against_an_alliance_leads_to_it(shipped: sqlite3.Connection, source: str, part: str) -> None:
    """By a relation to one of the two claims, and from there on by reasons for reasons."""
    carried = {
        row[0] for row in shipped.execute("SELECT claim_id FROM claim_sheet WHERE source_id = ? AND instr(quote, ?)", (source, part))
    }
    assert carried, f"no quote holds: {part}"
    assert carried & {row[0] for row in shipped.execute(REASONS, ALLIANCE)}


# Relations between claims of the two texts whose times lie apart: the one ends before the other begins.
APART = """
WITH said(claim_id, source_id) AS (SELECT DISTINCT claim_id, source_id FROM assertions),
one(claim_id, source_id) AS (SELECT claim_id, min(source_id) FROM said GROUP BY claim_id HAVING count(*) = 1)
SELECT relations.id, comparable FROM relations JOIN claims AS a ON a.id = from_claim_id JOIN claims AS b ON b.id = to_claim_id
JOIN one AS in_a ON in_a.claim_id = a.id JOIN one AS in_b ON in_b.claim_id = b.id AND in_b.source_id <> in_a.source_id
JOIN sources AS source_a ON source_a.id = in_a.source_id JOIN sources AS source_b ON source_b.id = in_b.source_id
JOIN dates AS day_a ON day_a.edtf = coalesce(a.about_time, source_a.published) JOIN dates AS day_b ON day_b.edtf = coalesce(b.about_time, source_b.published)
WHERE day_a.latest < day_b.earliest OR day_b.latest < day_a.earliest"""


def test_a_relation_across_the_texts_says_that_four_years_lie_between(shipped: sqlite3.Connection) -> None:
    found = shipped.execute(APART).fetchall()
    assert len(found) > 15
    assert [row for row in found if "different-time" not in (row[1] or "").split()] == []


@pytest.mark.parametrize(
    "relation",
    [
        "us-pressure-agrees-with-common-interest",  # “for the last two decades”, of which 2021 is one year
        "quad-supports-us-pressure-on-china",
        "engineering-qualifies-cancelled-missiles",  # one sale within a long time
    ],
)
def test_what_lies_within_the_time_of_the_other_is_no_difference_of_time(shipped: sqlite3.Connection, relation: str) -> None:
    words = shipped.execute("SELECT DISTINCT comparable FROM comparisons WHERE relation_id = ?", (f"rel-{relation}",)).fetchall()
    assert words and not [word for (word,) in words if "time" in word]
