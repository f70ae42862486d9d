"""The parts that pages are made of: cutting a text for highlighting, addresses, citations, the axis of time, the map."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from kb.site import cite, highlight, outlines
from kb.site.addresses import Addresses
from kb.site.pages import timeline

TEXTS = some.text(alphabet="ab \n\u00a0é😀.", min_size=1, max_size=80)


@some.composite
def quoted_texts(draw: some.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    """A text with quotes at random, possibly overlapping or equal, in order of place."""
    text = draw(TEXTS)
    spans = draw(some.lists(some.tuples(some.integers(0, len(text)), some.integers(0, len(text))), max_size=8))
    said = [
        {"assertion_id": f"ast-{number}", "passage_id": f"psg-{low}-{high}", "start_char": low, "end_char": high, "level": number % 2,
         "stance": "affirms", "speaker_id": "a", "speaker": "A", "claim_id": f"clm-{number}"}
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
        covered = "".join(stretch.text for line in lines for stretch in line.stretches if row in stretch.said)
        blank = {line for line in text.split("\n") if not line.strip()}
        expected = text[row["start_char"] : row["end_char"]]
        assert covered == "".join(part for part in expected.split("\n") if part not in blank or part.strip()) or any(
            not line.strip() for line in text.split("\n")
        )


@given(quoted_texts())
def test_every_stretch_with_quotes_has_a_note_that_is_printed_once(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, said = case
    lines = [paragraph for section in highlight.paragraphs(text, [], [], said) for paragraph in section["paragraphs"]]
    printed = [stretch.note for line in lines for stretch in line.notes]
    assert len(printed) == len(set(printed))
    assert {stretch.note for line in lines for stretch in line.stretches if stretch.said} == set(printed)
    begun = [name for line in lines for stretch in line.stretches for name in stretch.begins]
    assert len(begun) == len(set(begun))


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
    assert cite.escaped("100% of {A} & B_C\\") == r"100\% of \{A\} \& B\_C\textbackslash "


def test_csl_holds_the_words_of_the_first_voice() -> None:
    claim = {"id": "clm-a", "text": "It is so", "recorded_at": "2026-01-02T00:00:00Z"}
    voice = {"stance": "denies", "speaker": "Jane", "source_title": "Paper", "published": "2025", "quote": "not\nso"}
    item = json.loads(cite.csl(claim, voice, "http://example.org/id/clm-a"))[0]
    assert (
        item["issued"] == {"date-parts": [[2026, 1, 2]]}
        and item["abstract"] == "not so"
        and item["note"] == "denied by Jane in “Paper”, 2025"
    )


def event(date: str, earliest: str | None, latest: str | None) -> dict[str, Any]:
    return {"date": date, "earliest": earliest, "latest": latest}


def test_spans_keep_the_order_of_their_days_and_stay_on_the_axis() -> None:
    events = [event("1920", "1920-01-01", "1920-12-31"), event("2021-10", "2021-10-01", "2021-10-31"), event("2021/..", "2021-01-01", None)]
    ticks = timeline.draw(events)
    assert events[0]["x"] < events[2]["x"] < events[1]["x"]
    assert all(one["x"] >= 0 and one["x"] + one["width"] <= 100.01 for one in events)
    assert events[2]["x"] + events[2]["width"] == 100 and events[2]["open_end"]
    assert [tick["x"] for tick in ticks] == sorted(tick["x"] for tick in ticks)
    assert [one["uncertain"] for one in events] == [False, False, True]


def test_no_event_draws_no_axis_and_one_day_draws_one_place() -> None:
    assert timeline.draw([]) == []
    only = [event("2021-10-23", "2021-10-23", "2021-10-23")]
    assert len(timeline.draw(only)) == 1 and only[0]["width"] == 0


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
