"""Every verb and noun that tells of an event, with who or what takes part in it, whether it happened and when, named or not."""

from __future__ import annotations

import pytest

from kb import propose
from kb.base.schema import vocabulary
from kb.propose import events
from kb.propose import parser as models
from kb.propose.events import nominal
from kb.propose.events.occurrences import Occurrence
from kb.propose.events.verbs import verbs
from kb.propose.grounding.happening import Happening
from kb.propose.json_lines import record


@pytest.fixture(autouse=True)
def parser() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")


def found(text: str) -> dict[str, Occurrence]:
    return {one.span.text: one for proposal in propose.propose(text, anchor="2021-06-10") for one in proposal.events}


def parts(one: Occurrence) -> list[tuple[str, str]]:
    return [(part.role, part.text) for part in one.participants]


def named(text: str) -> list[Happening]:
    proposals = propose.propose(text, anchor="2021-06-10")
    return [one.statement.event for one in proposals if one.statement and one.statement.event]


@pytest.mark.parametrize(
    ("text", "word", "taking_part"),
    [
        ("The sale of the yard by North Lines angered people.", "sale", [("object", "the yard"), ("subject", "North Lines")]),
        ("North Lines' sale of the yard was in the news.", "sale", [("subject", "North Lines"), ("object", "the yard")]),
        ("The gift of a ship to Anna Weber was in the news.", "gift", [("object", "a ship"), ("recipient", "Anna Weber")]),
        ("The yard was sold by North Lines.", "sold", [("object", "The yard"), ("subject", "North Lines")]),
        ("The collapse of the bank shook the town.", "collapse", [("subject", "the bank")]),
        ("The talks between Lund and Malmo in Oslo failed.", "talks", [("other", "Lund and Malmo"), ("place", "Oslo")]),
        ("The arrest of Anna Weber in Oslo angered people.", "arrest", [("object", "Anna Weber"), ("place", "Oslo")]),
        ("The building of the dam by Lund Works took years.", "building", [("object", "the dam"), ("subject", "Lund Works")]),
        ("The crews went on strike.", "strike", [("subject", "The crews")]),
        ("Grain sales in Sweden fell.", "sales", [("other", "Grain"), ("place", "Sweden")]),
        ("The directors are in talks with North Lines.", "talks", [("other", "North Lines"), ("subject", "The directors")]),
        ("The World Music Conference in Oslo began.", "Conference", [("place", "Oslo")]),
    ],
)
def test_who_takes_part_in_an_event_has_the_same_role_whether_a_verb_or_a_noun_tells_of_it(
    text: str, word: str, taking_part: list[tuple[str, str]]
) -> None:
    assert parts(found(text)[word]) == taking_part


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The board met in order to elect a clerk.", "order"),
        ("The port closed at the end of the year.", "end"),
        ("The relief team left the town.", "relief"),
        ("The Trade Agreement Court met.", "Agreement"),
        ("She was questioned in connection with the fire.", "connection"),
    ],
)
def test_a_set_phrase_a_time_a_part_of_a_name_and_a_noun_before_another_tell_of_none(text: str, absent: str) -> None:
    assert absent not in found(text)


def test_times_qualities_clauses_and_other_events_take_no_part() -> None:
    assert parts(found("The mayor welcomed the sale in May.")["welcomed"]) == [("subject", "The mayor")]
    assert parts(found("The mayor was ill when the talks began.")["was"]) == [("subject", "The mayor")]
    assert parts(found("Bo Winter met the board.")["met"]) == [("subject", "Bo Winter"), ("object", "the board")]
    assert parts(found("The summit took place in Oslo.")["took"]) == [("place", "Oslo")]
    assert parts(found("The board met at 9 a.m. on behalf of the town.")["met"]) == [("subject", "The board"), ("other", "the town")]
    assert parts(found("The mayor signed it herself in addition to the lease.")["signed"]) == [("subject", "The mayor"), ("object", "it")]


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("The collapse of the bank shook the town.", "collapse", "occurred"),
        ("The town recovered after the collapse of the bank.", "collapse", "occurred"),
        ("A possible collapse of the bank worried the town.", "collapse", "hypothetical"),
        ("Officials feared a collapse of the bank.", "collapse", "hypothetical"),
        ("The merger of the banks stalled.", "merger", "hypothetical"),
        ("North Lines plans to sell the yard.", "sell", "planned"),
        ("North Lines did not sell the yard.", "sell", "did-not-happen"),
        ("The mayor praised the board at a meeting.", "meeting", "occurred"),
        ("North Lines managed to sell the yard.", "sell", "occurred"),
        ("North Lines tried to sell the yard.", "sell", "hypothetical"),
        ("North Lines is able to sell the yard.", "sell", "hypothetical"),
        ("North Lines was asked to sell the yard.", "sell", "hypothetical"),
        ("The mayor is firm in spelling out the rules.", "spelling", "hypothetical"),
        ("The town will suffer if the yard closes.", "closes", "hypothetical"),
    ],
)
def test_an_event_happened_only_where_the_words_show_it(text: str, word: str, shown: str) -> None:
    assert found(text)[word].actuality == shown


def test_each_noun_has_one_kind_of_event_and_the_kinds_are_those_of_the_vocabulary() -> None:
    listed = [word for name in ("happening", "told") for words in nominal.lists()[name].values() for word in words.split()]
    elsewhere = {events.singular(noun) for noun in events.kinds()} | {verb.head for verb in verbs().values()}
    assert len(set(listed)) == len(listed) and not elsewhere & set(listed)
    assert set(nominal.lists()["happening"]) <= {value for field, value, *_ in vocabulary() if field == "events.kind"}


def test_what_says_something_is_a_communication() -> None:
    told = found("The mayor claimed that the port had closed. The mayor believes that it will open.")
    assert (told["closed"].kind, told["open"].kind) == ("change", "construction")
    assert found("The mayor did not comment on the sale, but criticized the board.")["criticized"].kind == "communication"


def test_the_date_of_an_event_is_the_one_nearest_to_its_word() -> None:
    told = found("The collapse of the bank in September 2008 was discussed in May 2009.")
    assert (told["collapse"].date, told["discussed"].date) == ("2008-09", "2009-05")
    assert found("The sale of the yard came in May 2009.")["sale"].date == "2009-05"


def test_the_line_of_a_proposal_prints_its_events() -> None:
    (line,) = [record(one) for one in propose.propose("North Lines sold the yard in May 2009.")]
    (event,) = line["events"]
    assert {key: event[key] for key in ("text", "start_char", "end_char", "kind", "actuality", "date")} == {
        "text": "sold",
        "start_char": 12,
        "end_char": 16,
        "kind": "spending",
        "actuality": "occurred",
        "date": "2009-05",
    }
    assert [(part["role"], part["text"]) for part in event["participants"]] == [("subject", "North Lines"), ("object", "the yard")]


@pytest.mark.parametrize(
    ("text", "name", "shown", "date", "roles"),
    [
        ("The collapse of North Lines in 2008 shook markets.", "Collapse of North Lines 2008", "occurred", "2008", {"subject": "North Lines"}),
        ("The sale of the Harbour Bridge by North Lines came in 2009.", "North Lines’ sale of Harbour Bridge 2009", "occurred", "2009", {"supplier": "North Lines"}),
        ("Officials announced the dismissal of Anna Weber in Port Lund.", "Dismissal of Anna Weber", "planned", None, {"subject": "Anna Weber"}),
        ("The Benghazi attack by Northern Rebels killed four people.", "Benghazi attack", "occurred", None, {"combatant": "Northern Rebels"}),
    ],
)  # fmt: skip
def test_a_noun_with_a_name_tells_of_an_event_with_those_who_take_part(
    text: str, name: str, shown: str, date: str | None, roles: dict[str, str]
) -> None:
    event = named(text)[0]
    assert (event.entity.label, event.actuality, event.date) == (name, shown, date)
    assert roles.items() <= {part.role: part.entity.label for part in event.parts}.items()


def test_where_a_passive_happened_is_not_who_did_it() -> None:
    (event,) = named("Ada Holm was killed in Lund in 2010.")
    assert {part.role: part.entity.label for part in event.parts} == {"victim": "Ada Holm"}


def test_a_verb_and_its_noun_tell_of_one_event() -> None:
    told = named("North Lines collapsed in May 2008. The collapse of North Lines in 2008 shook markets.")
    assert {event.entity.id for event in told} == {"collapse-of-north-lines-2008"}


def test_what_stands_for_an_event_told_before_is_that_event() -> None:
    told = named("North Lines sold the Harbour Bridge in May 2009. The sale angered people. It was cancelled in June 2010.")
    assert [(event.entity.label, event.actuality) for event in told] == 3 * [("North Lines’ sale of Harbour Bridge 2009", "hypothetical")]
    told = named("Anna Weber resigned as head of North Lines in May 2010. Her resignation surprised investors.")
    assert [(event.entity.label, event.date) for event in told] == 2 * [("Resignation of Anna Weber 2010", "2010-05")]


def test_an_event_beside_the_verb_is_told_of_where_there_is_no_other() -> None:
    (event,) = named("Shares fell after the collapse of North Lines.")
    assert (event.entity.label, event.actuality) == ("Collapse of North Lines", "occurred")
    (event,) = named("Two people were killed in the bombing of the Lund station.")
    assert [(part.role, part.entity.label) for part in event.parts] == [("target", "Lund station")] and event.actuality == "occurred"


@pytest.mark.parametrize(
    "text",
    [
        "The collapse of the bank shook markets.",
        "A war shook markets.",
        "Ministers praised the plan of Anna Weber.",
        "The flood of March 2019 damaged 1,400 houses.",
        "Lund wrapped up a meeting with Swedish officials.",
    ],
)
def test_a_noun_without_a_name_or_for_a_thought_tells_of_no_event_of_a_base(text: str) -> None:
    assert named(text) == []


def test_a_body_or_building_that_has_the_name_of_an_event_is_none() -> None:
    assert [one.span.text for one in events.find("The US Bankruptcy Court met near the Port Lund War Memorial.")] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Port Lund to sell Harbour Bridge for $7 million", "Port Lund is to sell Harbour Bridge for $7 million"),
        ("Apple to lower UK iTunes prices", "Apple is to lower UK iTunes prices"),
        ("Port Lund to be closed in May", "Port Lund is to be closed in May"),
    ],
)
def test_a_headline_that_says_what_is_to_be_is_a_plan(text: str, claim: str) -> None:
    (one,) = propose.propose(text)
    assert one.statement is not None
    assert (one.statement.statement.claim, one.attribution.kind) == (claim, "plan")
