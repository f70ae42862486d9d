"""Which two things a statement relates, where they are not its subject and object."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models

CASES: dict[str, tuple[str, tuple[str, str, str]]] = {
    "rivals": ("Sweden and Norway are fierce rivals in the market for tin.", ("sweden", "is-rival-of", "norway")),
    "a treaty": ("Sweden and Norway have no mutual defense treaties in place.", ("sweden", "has-treaty-with", "norway")),
    "talks of two peoples": (
        "Swedish and Norwegian leaders were coming together to talk.",
        ("swedish-leaders", "comes-together-with", "norwegian-leaders"),
    ),
    "an ally": ("Sweden is a U.S. ally.", ("sweden", "is-ally-of", "united-states")),
    "the only ally": ("Sweden’s only official ally is Norway.", ("sweden", "is-ally-of", "norway")),
    "the president": ("Sweden’s president is Ada Holm.", ("ada-holm", "is-president-of", "sweden")),
    "an employer": ("Ada Holm is director of studies at the Malmo Institute.", ("ada-holm", "is-director-at", "malmo-institute")),
    "a people, which is no state": ("Americans visited Norway.", ("americans", "visits", "norway")),
    "money": ("Sweden spent 4 million on warships.", ("sweden", "spends-on", "warships")),
    "time": ("Ada Holm has spent over 20 years in Norway.", ("ada-holm", "spends-in", "norway")),
    "a state that bans": ("Swedish media are banned in Norway.", ("norway", "bans", "swedish-media")),
    "what reinforces": ("The Swedish forces were reinforced with Norwegian tanks.", ("norwegian-tanks", "reinforces", "swedish-forces")),
    "what is made obsolete": ("The treaty has made the big Port League more or less obsolete.", ("", "makes-obsolete", "port-league")),
    "a part in doing something": (
        "Swedish engineers played a role in building Norwegian ships.",
        ("swedish-engineers", "helps-build", "norwegian-ships"),
    ),
    "who is harmed": ("A new pact would endanger Norway’s peace and security.", ("new-pact", "endangers", "norway")),
    "what has grown in number": ("The number of Swedish ships has been increasing.", ("swedish-ships", "rises-in", "number")),
    "what something is the result of": (
        "The Swedish shortage is the result of a Norwegian strike.",
        ("norwegian-strike", "causes", "swedish-shortage"),
    ),
    "a degree from a university": ("Ada Holm holds a degree from Malmo University.", ("ada-holm", "holds-degree-from", "malmo-university")),
    "the two countries after their seats of government": (
        "The contracts were signed between Moscow and Beijing. The two countries built a pipeline.",
        ("russia", "builds", "pipeline"),
    ),
    "both": ("They sell tin to Sweden and Norway, and both have fought wars with Denmark.", ("norway", "fights-war-with", "denmark")),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
@pytest.mark.thorough
def test_a_statement_relates_two_things(text: str, expected: tuple[str, str, str]) -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    found = [one.statement for one in propose.propose(text) if one.statement is not None]
    ids = [
        (
            one.subject_entity.id if one.subject_entity and expected[0] else "",
            one.new.id if one.new else None,
            one.object_entity.id if one.object_entity else None,
        )
        for one in found
    ]
    assert expected in ids
