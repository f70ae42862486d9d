"""Who is credited with what: one construction of English at a time, then laws that hold for any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb import propose
from kb.propose import parser as models
from kb.propose.attribution import paragraphs, quotes
from kb.propose.parts import Attribution

Find = Callable[[str], list[Attribution]]


@pytest.fixture(scope="module")
def credited() -> Iterator[Find]:
    """The attributions of a text, the author's own claims left out, by the parser."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    yield lambda text: [one for one in propose.attributions(text) if one.cue is not None]


def said(one: Attribution) -> tuple[str | None, str, str]:
    return (one.source.text if one.source else None, one.cue.text if one.cue else "", one.content.text)


CASES = {
    "a speaker of whom another thing is told": (
        "“The harbour is closed,” one guard, who asked not to be named, told the Morning Post.",
        [("one guard", "told", "“The harbour is closed,”")],
    ),
    "a speaker with an office and a relative clause": (
        "“The harbour is closed,” Ada Holm, the mayor of Lund, who denied the charges, said on Monday.",
        [("Ada Holm, the mayor of Lund", "said", "“The harbour is closed,”")],
    ),
    "a speaker with a participle": (
        "“The harbour is closed,” one guard, speaking on condition of anonymity, told the Morning Post.",
        [("one guard", "told", "“The harbour is closed,”")],
    ),
    "direct speech": ("“The harbour is closed,” the clerk said.", [("the clerk", "said", "“The harbour is closed,”")]),
    "straight quotes": ('"The harbour is closed," the clerk said.', [("the clerk", "said", '"The harbour is closed,"')]),
    "inverted": ("“The harbour is closed,” said the clerk.", [("the clerk", "said", "“The harbour is closed,”")]),
    "cue in front": ("The clerk added: “The harbour is closed.”", [("The clerk", "added", "“The harbour is closed.”")]),
    "goes on behind the cue": (
        "“The harbour is closed,” the clerk said. “It will stay closed.”",
        [("the clerk", "said", "“The harbour is closed,” the clerk said. “It will stay closed.”")],
    ),
    "indirect": ("The clerk said that the harbour was closed.", [("The clerk", "said", "that the harbour was closed")]),
    "without that": ("The clerk says the harbour is closed.", [("The clerk", "says", "the harbour is closed")]),
    "mixed": ("The clerk said that the harbour was “closed for good.”", [("The clerk", "said", "that the harbour was “closed for good.”")]),
    "an Arabic article": (
        "Bashar al-Assad said that the harbour was closed.",
        [("Bashar al-Assad", "said", "that the harbour was closed")],
    ),
    "an Arabic article after a title": (
        "Prime Minister Haider al-Abadi said the harbour was closed.",
        [("Prime Minister Haider al-Abadi", "said", "the harbour was closed")],
    ),
    "an Arabic article and no first name": (
        "“The harbour is closed,” al-Maliki said.",
        [("al-Maliki", "said", "“The harbour is closed,”")],
    ),
    "a junior": ("Martin Hale, Jr., said that the harbour was closed.", [("Martin Hale, Jr.", "said", "that the harbour was closed")]),
    "em dashes": ("The clerk said — once more — that the harbour was closed.", [("The clerk", "said", "that the harbour was closed")]),
    "said, adding": (
        "The clerk said that the pier broke, adding that nobody was hurt.",
        [("The clerk", "said", "that the pier broke"), ("The clerk", "adding", "that nobody was hurt")],
    ),
    "two plans": (
        "The clerk wants to triple the size of the harbour, grow the fleet and create a ferry.",
        [("The clerk", "wants", "to triple the size of the harbour, grow the fleet and create a ferry")],
    ),
    "a charge and a remark on it": (
        "The clerk likened the harbour to the old town, which has a market.",
        [("The clerk", "likened", "the harbour to the old town")],
    ),
    "according to": (
        "According to the port authority, the harbour is closed.",
        [("the port authority", "According to", "the harbour is closed")],
    ),
    "according to, behind": ("The harbour is closed, according to the report.", [("the report", "according to", "The harbour is closed")]),
    "belief": ("Many pilots believe the harbour will close.", [("Many pilots", "believe", "the harbour will close")]),
    "plan": ("The company plans to close the harbour.", [("The company", "plans", "to close the harbour")]),
    "warning": ("The pilots warned that the harbour could close.", [("The pilots", "warned", "that the harbour could close")]),
    "noun": ("The decision to close the harbour was late.", [(None, "decision", "to close the harbour")]),
    "noun with an owner": ("Their claim that the harbour is safe was late.", [("Their", "claim", "that the harbour is safe")]),
    "naming": ("The pilots called the plan a mistake.", [("The pilots", "called", "the plan a mistake")]),
    "passive": ("The harbour is expected to close.", [(None, "is expected", "The harbour is expected to close")]),
    "hearsay": ("The harbour reportedly closed in May.", [(None, "reportedly", "The harbour reportedly closed in May")]),
    "title": ("Mayor: Harbour to close in May.", [("Mayor", ":", "Harbour to close in May")]),
    "verb that no lexicon knows": (
        "“The harbour is closed,” an angry clerk retaliated.",
        [("an angry clerk", "retaliated", "“The harbour is closed,”")],
    ),
    "a sentence that its cue interrupts": (
        "“The harbour,” the clerk said, “belongs to us.”",
        [("the clerk", "said", "“The harbour,” the clerk said, “belongs to us.”")],
    ),
    "what a noun is about": ("The clerk told her story about the harbour.", [("her", "story", "the harbour")]),
    "what a quality is about": ("The pilots were frank about the harbour.", [("The pilots", "frank", "the harbour")]),
    "whose reluctance a phrase names": (
        "The clerk backed away from a suggestion that the harbour is closed.",
        [("The clerk", "suggestion", "that the harbour is closed")],
    ),
    "used to say": (
        "The clerk used the meeting to urge the pilots to strike.",
        [("The clerk", "to urge", "the pilots to strike")],
    ),
    "quotation behind a colon in a sentence with another cue": (
        "The mayor declared the need for strong will: “The harbour is closed,” she said.",
        [("The mayor", "declared", "the need for strong will"), ("she", "said", "“The harbour is closed,”")],
    ),
    "name of a show": ("The clerk discussed it on “Harbour Morning,” a programme.", [("The clerk", "discussed", "it")]),
    "name and colon": (
        "More from the Harbour Gazette: “It is closed for good.”",
        [("the Harbour Gazette", ":", "“It is closed for good.”")],
    ),
    "a dash and a name": (
        "“The harbour is closed. Nobody told us.” — Ada Holm, baker of Lund",
        [("Ada Holm", "—", "“The harbour is closed. Nobody told us.”")],
    ),
    "a dash that goes on": ("“The harbour is closed,” the sign said — Lund was lost.", [("the sign", "said", "“The harbour is closed,”")]),
    "called on somebody to": (
        "The pilots called on the city to close the harbour.",
        [("The pilots", "called", "the city to close the harbour")],
    ),
    "calls for somebody to": (
        "There were many calls for the city to close the harbour.",
        [(None, "calls", "the city to close the harbour")],
    ),
    "participle behind what was sent": (
        "The clerk released a statement saying the harbour was closed.",
        [("The clerk", "released", "a statement saying the harbour was closed"), ("The clerk", "saying", "the harbour was closed")],
    ),
    "relative clause before the quotation": (
        "But, she told the mayors who gathered in the port, “no one should be confused about the harbour.”",
        [("she", "told", "“no one should be confused about the harbour.”")],
    ),
    "apposition behind the content": (
        "The mayor praised Harbour Watch, the owner of the docks.",
        [("The mayor", "praised", "Harbour Watch")],
    ),
    "concession behind the content": (
        "The clerk hopes that the harbour will open, even as the pilots leave.",
        [("The clerk", "hopes", "that the harbour will open")],
    ),
    "verb behind a long content": (
        "In nearby docks, the big harbour is hanging on, but it is under pressure from new ports, said the chief clerk.",
        [("the chief clerk", "said", "In nearby docks, the big harbour is hanging on, but it is under pressure from new ports")],
    ),
    "dateline": (
        "PORTSMOUTH, N.H. (AP) — The clerk said that the harbour was closed.",
        [("The clerk", "said", "that the harbour was closed")],
    ),
    "people told apart by what they back": ("Voters who back the mayor went home.", [("who", "back", "the mayor")]),
    "asked by nobody named": ("The clerk was asked about the ferry.", [(None, "was asked", "the ferry")]),
    "a party in brackets": (
        "“She would be a great mayor. Not good, great,” Rep. Elna E. Holm (D-Md.) said in a phone interview.",
        [("Rep. Elna E. Holm (D-Md.)", "said", "“She would be a great mayor. Not good, great,”")],
    ),
    "a full stop before the speaker": ("“We’re closing the pier.” Holm said.", [("Holm", "said", "“We’re closing the pier.”")]),
    "a cue between, with whom it is told": (
        "“Now that I am free to talk,” he told the host, “it was hard to work for the mayor.”",
        [("he", "told", "“Now that I am free to talk,” he told the host, “it was hard to work for the mayor.”")],
    ),
    "a name that the parse loses": (
        "“Not us, but we cannot argue with it!” Holm, the head of the harbour, tweeted on Friday.",
        [("Holm", "tweeted", "“Not us, but we cannot argue with it!”")],
    ),
    "said of somebody": (
        "Nils Diaz, the chairman of the port, said of Mr. Holm: “He is an islander to the bone, but he is very much in touch.”",
        [("Nils Diaz, the chairman of the port", "said", "“He is an islander to the bone, but he is very much in touch.”")],
    ),
    "a turn of a transcript": ('"HOLM: The ferry will run. The pier is closed.', [("HOLM", ":", "The ferry will run. The pier is closed")]),
    "a filler": (
        "“You know, I met Larry,” the clerk said, but “in the end he left.”",
        [("the clerk", "said", "“You know, I met Larry,”")],
    ),
    "what something is": ("This is a good agreement for our members.", []),
    "hard for nobody named": ("It is hard to know where the money went.", [(None, "to know", "where the money went")]),
    "hard for somebody": ("It is hard for the clerk to predict the storm.", [("the clerk", "to predict", "the storm")]),
    "how it appears": ("It appeared that the clerk had left.", [(None, "appeared", "that the clerk had left")]),
    "a club that backs somebody": ("The group, a club that backed the mayor, left.", [("a club", "backed", "the mayor")]),
    "made the case that": ("The pilots made the case that the harbour is safe.", [("The pilots", "case", "that the harbour is safe")]),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.thorough
def test_each_construction_credits_whom_it_credits(credited: Find, case: str) -> None:
    text, expected = CASES[case]
    assert [said(one) for one in credited(text)] == expected


def test_a_quotation_is_told_by_whoever_answers_and_not_by_the_asking(credited: Find) -> None:
    found = credited("The clerk told the pilots when asked: “It is closed for good.”")
    assert said(found[0]) == ("The clerk", "told", "“It is closed for good.”")


def test_a_chain_names_its_outer_link(credited: Find) -> None:
    found = credited("The report says that many pilots believe the harbour will close.")
    assert [(one.source and one.source.text, one.parent) for one in found] == [("The report", None), ("many pilots", 0)]


def test_what_stands_between_two_quotations_is_not_inside_them(credited: Find) -> None:
    found = credited("“The harbour is closed,” the clerk said, adding that nobody knew. “It will stay closed.”")
    assert [one.parent for one in found] == [None, None]


def test_a_quotation_in_the_next_paragraph_is_the_same_speakers(credited: Find) -> None:
    text = "“The harbour is closed,” the clerk said.\n\n“It will stay closed for years.”"
    (one,) = credited(text)
    assert one.source is not None and one.source.text == "the clerk"
    assert one.content.text == text


def test_a_quotation_of_whole_sentences_goes_on_though_its_last_sentence_does_not_end_in_it(credited: Find) -> None:
    text = "“It is more of the same,” said Alan Holm. “I would not call it reform. It is a tax increase” for the top bracket."
    assert credited(text)[0].content.text.endswith("tax increase”")


def test_a_paragraph_that_ends_in_a_colon_announces_the_next(credited: Find) -> None:
    (one,) = credited("The clerk wrote:\n\n“The harbour is closed.”")
    assert said(one) == ("The clerk", "wrote", "“The harbour is closed.”")


def test_a_negated_cue_denies_or_leaves_open(credited: Find) -> None:
    (believed,) = credited("The pilots do not believe that the harbour is safe.")
    (open_one,) = credited("The clerk did not say that the harbour was safe.")
    (denied,) = credited("The clerk denied that the harbour was safe.")
    assert [one.stance for one in (believed, open_one, denied)] == ["denies", "uncommitted", "denies"]
    assert believed.cue is not None and "not" in believed.cue.text


def test_doubt_denies_with_less_certainty_and_not_to_doubt_affirms(credited: Find) -> None:
    (doubted,) = credited("Experts doubt that the bridge will open.")
    assert (doubted.stance, doubted.certainty) == ("denies", "probable")
    (sure,) = credited("The judge does not doubt that the guard lied.")
    assert (sure.stance, sure.certainty) == ("affirms", "certain")


def test_what_a_cue_does_is_told(credited: Find) -> None:
    acts = [credited(CASES[case][0])[0].act for case in ("indirect", "belief", "plan", "warning")]
    assert acts == ["asserts", "believes", "plans", "warns"]


def test_what_nobody_is_credited_with_is_the_authors_own() -> None:
    found = propose.attributions("The harbour closed in May after the storm. It has not opened since then.")
    assert [(one.rule, one.source, one.cue) for one in found] == [("author", None, None)] * 2


def test_words_at_a_distance_hang_on_the_authors_claim(credited: Find) -> None:
    assert credited("Nothing was said.") is not None
    own, scare = propose.attributions("The so-called “safe harbour” closed in May after the storm.")
    assert (own.rule, scare.rule, scare.act, scare.content.text, scare.parent) == (
        "author",
        "scare-quote",
        "distances",
        "“safe harbour”",
        0,
    )


def test_bylines_and_headings_make_no_claim() -> None:
    assert propose.attributions("By the harbour desk\n\nWeather and tides\n\nhttps://example.org/a") == []


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph() -> None:
    (one,) = quotes.find("The clerk said: “The harbour is closed. It stays closed.")
    assert (one.start, one.closed) == (16, False)


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quotes.find("The clerks' harbour isn't the pilots’ harbour.") == []


def test_a_dateline_is_cut_off_and_an_aside_is_not() -> None:
    aside = "NATO — the alliance — said that the harbour was closed."
    assert list(paragraphs.cut(aside)) == [(0, aside)]
    assert list(paragraphs.cut("LONDON (AP) — The harbour closed.")) == [(14, "The harbour closed.")]


def test_long_paragraphs_are_cut_behind_sentences() -> None:
    text = "The harbour closed. " * 900
    pieces = list(paragraphs.cut(text))
    assert len(pieces) > 1
    assert all(text.startswith(piece, start) and piece.endswith("closed.") for start, piece in pieces)


def test_the_tier_without_a_model_still_credits() -> None:
    found = propose.attributions(
        "“The harbour is closed,” the clerk said. The mayor says that it will open, according to the report.", models.NONE
    )
    assert propose.tier(models.NONE) == "rules"
    assert {one.source.text for one in found if one.source} >= {"the clerk", "The mayor"}


PIECES = st.lists(
    st.sampled_from(
        [
            "“The harbour is closed,”",
            ' "',
            " ''",
            "“",
            "”",
            "’",
            " she said",
            " said the clerk",
            ". ",
            ", ",
            ": ",
            " — ",
            "\n",
            "\r\n\r\n",
            "\u00a0",
            "😀",
            " according to the mayor",
            " that it rained",
            " He believes",
            " they plan to leave",
            " a claim that",
            " not",
            "Mayor:",
            "é",
            "\u2028",
            "\t",
        ]
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES.map("".join) | st.text(max_size=80))
@pytest.mark.parametrize("model", [None, models.NONE])
@pytest.mark.thorough
def test_offsets_are_exact_in_any_text(model: str | None, text: str) -> None:
    found = propose.attributions(text, model)
    for place, one in enumerate(found):
        for span in (one.content, one.source, one.cue):
            assert span is None or (span.text == text[span.start : span.end] != "")
        assert one.parent is None or one.parent < place
