"""The parts that pages are made of: cutting a text for highlighting, addresses, citations, the axis of time, the map."""

from __future__ import annotations

import itertools
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from kb.site import cite, highlight, outlines
from kb.site.pages import search, timeline
from kb.site.urls import Addresses

TEXTS = some.text(alphabet="ab \n\u00a0é😀.", min_size=1, max_size=80)


@some.composite
def quoted_texts(draw: some.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    """A text with quotes at random, possibly overlapping or equal, in order of place."""
    text = draw(TEXTS)
    spans = draw(some.lists(some.tuples(some.integers(0, len(text)), some.integers(0, len(text))), max_size=8))
    said = [
        {"assertion_id": f"ast-{number}", "passage_id": f"psg-{low}-{high}", "start_char": low, "end_char": high, "level": number % 2,
         "quote": text[low:high], "claim": f"C{number}", "picked": number % 3 != 2, "stance": "affirms", "speaker_id": "a", "speaker": "A", "claim_id": f"clm-{number}"}
        for number, (low, high) in enumerate(sorted((min(pair), max(pair)) for pair in spans if pair[0] != pair[1]))
    ]  # fmt: skip
    return text, said


@given(quoted_texts())
def test_the_stretches_are_the_text_and_each_quote_is_covered_exactly(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, said = case
    sections = highlight.paragraphs(text, [], [], said)
    lines = [paragraph for section in sections for paragraph in section["paragraphs"]]
    assert ["".join(stretch.text for stretch in line.stretches) for line in lines] == [line for line in text.split("\n") if line.strip()]
    for row in said:
        covered = "".join(stretch.text for line in lines for stretch in line.stretches if row in stretch.assertions)
        blank = {line for line in text.split("\n") if not line.strip()}
        expected = text[row["start_char"] : row["end_char"]]
        assert covered == "".join(part for part in expected.split("\n") if part not in blank or part.strip()) or any(
            not line.strip() for line in text.split("\n")
        )


@given(quoted_texts())
def test_every_quote_has_one_card_and_every_stretch_opens_one(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, said = case
    lines = [paragraph for section in highlight.paragraphs(text, [], [], said) for paragraph in section["paragraphs"]]
    printed = [name for line in lines for name in line.cards]
    assert len(printed) == len(set(printed))
    for stretch in (stretch for line in lines for stretch in line.stretches if stretch.assertions):
        assert stretch.card() in stretch.passages and set(stretch.passages) <= set(printed)
        assert all(stretch.card(shown) == shown for shown in stretch.passages)
    for card in (card for line in lines for card in line.cards.values()):
        spans = {row["passage_id"]: (row["start_char"], row["end_char"]) for row in said}
        low, high = spans[card.passage]
        assert set(card.others) == {name for name, (start, end) in spans.items() if start < high and end > low} - {card.passage}
    begun = [name for line in lines for stretch in line.stretches for name in stretch.begins]
    assert len(begun) == len(set(begun))


@given(quoted_texts())
def test_overlapping_quotes_are_underlined_in_lanes_of_their_own_and_only_where_picked(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, said = case
    picked = {row["passage_id"] for row in said if row["picked"]}
    lanes = highlight.lanes_of(said)
    for section in highlight.paragraphs(text, [], [], said):
        for stretch in (stretch for line in section["paragraphs"] for stretch in line.stretches):
            under = [name for name in stretch.lines if name.startswith("u")]
            assert len(under) == len(picked & set(stretch.passages))
            if len(stretch.passages) <= 2:  # no third quote pushes one into the lane that is shared
                assert (
                    len({lanes[name] for name in stretch.passages}) == len(stretch.passages) or max(lanes.values()) == highlight.LANES - 1
                )


@given(quoted_texts())
def test_a_sentence_is_uncovered_when_no_quote_touches_it(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, said = case
    sentences = [
        {"id": f"sen-{at}", "start_char": at, "end_char": min(at + 7, len(text)), "no_claim_reason": None} for at in range(0, len(text), 7)
    ]
    found = {row["id"] for row in highlight.uncovered(sentences, said)}
    assert found == {
        row["id"] for row in sentences
        if not any(one["start_char"] < row["end_char"] and one["end_char"] > row["start_char"] for one in said)
    }  # fmt: skip


def fragment(url: str | None, quote: str) -> str | None:
    return Addresses.fragment(Addresses.__new__(Addresses), url, quote)


def test_a_short_quote_is_named_whole_and_a_long_one_by_its_ends() -> None:
    assert (
        fragment("https://example.org/a#b", "Well-known, “so”\u00a0to say")
        == "https://example.org/a#:~:text=Well%2Dknown%2C%20%E2%80%9Cso%E2%80%9D%20to%20say"
    )
    long = " ".join(f"w{number}" for number in range(30))
    assert fragment("https://example.org/a", long) == "https://example.org/a#:~:text=w0%20w1%20w2%20w3,w26%20w27%20w28%20w29"


def test_only_web_pages_are_linked_to() -> None:
    assert fragment(None, "words") is None and fragment("javascript:alert(1)", "words") is None


def test_bibtex_escapes_what_bibtex_reads() -> None:
    assert cite.escaped("100% of {A} & B_C\\") == r"100\% of \{A\} \& B\_C{\textbackslash}"


def test_csl_holds_the_words_of_the_first_voice() -> None:
    claim = {"id": "clm-a", "text": "It is so", "recorded_at": "2026-01-02T00:00:00Z"}
    voice = {"stance": "denies", "speaker": "Jane", "source_title": "Paper", "published": "2025", "quote": "not\nso"}
    item = json.loads(cite.csl(claim, voice, "http://example.org/id/clm-a"))[0]
    assert (
        item["issued"] == {"date-parts": [[2026, 1, 2]]}
        and item["abstract"] == "not so"
        and item["note"] == "denied by Jane in “Paper”, 2025"
    )


def event(date: str | None, earliest: str | None, latest: str | None) -> dict[str, Any]:
    return {"date": date, "earliest": earliest, "latest": latest, "orders": None}


def test_spans_keep_the_order_of_their_days_and_stay_on_the_axis() -> None:
    events = [event("1920", "1920-01-01", "1920-12-31"), event("2021-10", "2021-10-01", "2021-10-31"), event("2021/..", "2021-01-01", None)]
    ticks = timeline.place_on_axis(events)
    assert events[0]["x"] < events[2]["x"] < events[1]["x"]
    assert all(one["x"] >= 0 and one["x"] + one["width"] <= 100.01 for one in events)
    assert events[2]["x"] + events[2]["width"] == 100 and events[2]["open_end"]
    assert [tick["x"] for tick in ticks] == sorted(tick["x"] for tick in ticks)
    assert [one["uncertain"] for one in events] == [False, False, True]


def test_the_axis_is_even_and_an_event_without_a_day_lies_between_its_neighbours() -> None:
    events = [
        event("2000", "2000-01-01", "2000-01-01"),
        event(None, None, None),
        event("2010", "2010-01-01", "2010-01-01"),
        event("2020", "2020-01-01", "2020-01-01"),
    ]
    marks = timeline.place_on_axis(events)
    assert abs((events[2]["x"] - events[0]["x"]) - (events[3]["x"] - events[2]["x"])) < 0.1
    assert events[1]["ordered_only"] and (events[1]["x"], events[1]["x"] + events[1]["width"]) == (events[0]["x"], events[2]["x"])
    steps = [after["x"] - before["x"] for before, after in itertools.pairwise(marks)]
    assert 2 < len(marks) <= timeline.MOST_TICKS and max(steps) - min(steps) < 0.1


def test_no_event_draws_no_axis_and_one_day_draws_one_place() -> None:
    assert timeline.place_on_axis([]) == []
    only = [event("2021-10-23", "2021-10-23", "2021-10-23")]
    assert len(timeline.place_on_axis(only)) == 1 and only[0]["width"] == 0


def test_every_country_is_drawn_on_the_map_only() -> None:
    found = {outline.name: outline.path for outline in outlines.countries()}
    assert {"China", "Russia", "United States of America", "Fiji"} <= set(found) and "Antarctica" not in found
    # Russia goes on beyond the eastern edge and comes back from the west, without a stroke across the map.
    assert found["Russia"].count("M") > 10
    for path in found.values():
        for part in path.split("M")[1:]:
            steps = part.partition("l")[2].rstrip("z").split(" ")
            assert all(abs(float(step.split(",")[0])) < outlines.WIDTH / 4 for step in steps)


def test_a_place_is_put_where_it_lies() -> None:
    assert outlines.place(-180, outlines.NORTH) == (0, 0)
    assert outlines.place(0, 0) == (468.0, 218.4)


def test_a_query_that_is_too_long_is_cut_before_a_word() -> None:
    words = "ferries " * 60
    kept = search.shortened(words)
    assert len(kept) <= search.LONGEST_QUERY and set(kept.split()) == {"ferries"}
    assert search.shortened("a" * 1000) == "a" * search.LONGEST_QUERY
    assert search.shortened("the ferry") == "the ferry"
