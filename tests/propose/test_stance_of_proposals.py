"""What a proposal says of stance, kind and certainty, for ways to deny, to doubt, to ask, to plan, to report and to set a condition."""

from __future__ import annotations

import pytest

from kb import propose

CASES = [
    ("The ferry will be closed in May, officials denied.", "officials", "The ferry will be closed in May", "denies", "prediction", "certain"),
    ("The army had taken the mill, a claim the general denied.", "the general", "The army had taken the mill", "denies", "factual", "certain"),
    ("The town sold the mill, which officials deny.", "officials", "The town sold the mill", "denies", "factual", "certain"),
    ("That the army took the mill was denied by the general.", "the general", "The army took the mill", "denies", "factual", "certain"),
    ("The general denied having taken the mill.", "The general", "The general had taken the mill", "denies", "factual", "certain"),
    ("The ministry neither confirmed nor denied that the dam leaked.", "The ministry", "The dam leaked", "uncommitted", "factual", "uncommitted"),
    ("The minister would neither confirm nor deny the report.", None, "The minister would deny the report", "denies", "prediction", "certain"),
    ("Few experts doubt that the dam is a threat.", "Few experts", "The dam is a threat", "affirms", "evaluation", "certain"),
    ("There is nothing to suggest that Sweden sold the dam.", "nothing", "Sweden sold the dam", "uncommitted", "factual", "uncommitted"),
    ("Nothing in the report proves that the dam leaked.", "Nothing in the report", "The dam leaked", "uncommitted", "factual", "uncommitted"),
    ("The idea that Sweden owns the dam is absurd.", None, "Sweden owns the dam", "denies", "factual", "probable"),
    ("It is not the case that Sweden owns the dam.", None, "Sweden owns the dam", "denies", "factual", "certain"),
    ("At no time did the ministry sign the treaty.", None, "The ministry signed the treaty", "denies", "factual", "certain"),
    ("Neither Norway nor Sweden signed the letter.", None, "Sweden signed the letter", "denies", "factual", "certain"),
    ("The council did not sign nor ratify the letter.", None, "The council ratified the letter", "denies", "factual", "certain"),
    ("The treaty has yet to be signed.", None, "The treaty has been signed", "denies", "factual", "certain"),
    ("The army could not hold the bridge.", None, "The army could hold the bridge", "denies", "factual", "certain"),
    ("The ministry cannot have signed the treaty.", None, "The ministry can have signed the treaty", "denies", "factual", "probable"),
    ("The ministry must have signed the treaty.", None, "The ministry must have signed the treaty", "affirms", "factual", "probable"),
    ("Perhaps the ministry signed the treaty.", None, "The ministry signed the treaty", "affirms", "factual", "possible"),
    ("Presumably the ministry signed the treaty.", None, "The ministry signed the treaty", "affirms", "factual", "probable"),
    ("The minister is said to have taken bribes.", None, "The minister is said to have taken bribes", "affirms", "factual", "uncommitted"),
    ("The firm is believed to have sold the port.", None, "The firm is believed to have sold the port", "affirms", "factual", "probable"),
    ("The mayor claims to have met the envoy.", "The mayor", "The mayor claims to have met the envoy", "affirms", "factual", "certain"),
    ("The summit was to open on Monday.", None, "The summit was to open on Monday", "affirms", "plan", "certain"),
    ("The town considered joining the league.", "The town", "The town considered joining the league", "affirms", "plan", "uncommitted"),
    ("The council told Lund not to join the league.", "The council", "Lund is to join the league", "denies", "norm", "uncommitted"),
    ("Sweden need not join the league.", None, "Sweden need join the league", "denies", "norm", "certain"),
    ("The port would have closed without the loan.", None, "The port would have closed without the loan", "affirms", "conditional", "certain"),
    ("Had the town paid, the port would be open.", None, "The port would be open had the town paid", "affirms", "conditional", "certain"),
    ("Should Norway attack the island, the navy would help.", None, "Norway should attack the island", "affirms", "conditional", "uncommitted"),
    ("The town will pay only if the mayor agrees.", None, "The town will pay only if the mayor agrees", "affirms", "conditional", "certain"),
    ("If Norway agrees, the minister said, Sweden will join the league.", "the minister", "Sweden will join the league if Norway agrees", "affirms", "conditional", "certain"),
    ("If he is asked by the court, Holm will resign, his lawyer said.", "his lawyer", "Holm will resign if he is asked by the court", "affirms", "conditional", "certain"),
    ("If only Sweden had joined the league.", None, "Only Sweden had joined the league", "affirms", "conditional", "uncommitted"),
    ("The minister refused to pay the rent.", "The minister", "The minister paid the rent", "denies", "plan", "certain"),
    ("The minister said he had never met the envoy.", "The minister", "The minister had met the envoy", "denies", "factual", "certain"),
    ("Experts do not doubt that the dam leaked.", "Experts", "The dam leaked", "affirms", "factual", "certain"),
    ("The reporter asked whether the dam had leaked.", "The reporter", "The dam had leaked", "affirms", "question", "uncommitted"),
    ("The army could have taken the mill.", None, "The army could have taken the mill", "affirms", "factual", "possible"),
    ("The board did not and does not sell or burn the mills.", None, "The board burned the mills", "denies", "factual", "certain"),
    ("The law sought to protect farmers who had three mills.", None, "Farmers had three mills", "affirms", "factual", "certain"),
    ("The mayor vowed to help Ada Holm, a baker.", None, "Ada Holm is a baker", "affirms", "factual", "certain"),
    ("The mayor, Ada Holm, is not expected to sell the mill.", None, "Ada Holm is the mayor", "affirms", "factual", "certain"),
    ("Do you know that the ferry sank?", "you", "The ferry sank", "uncommitted", "factual", "uncommitted"),
    ("The towns have to recognise that the dam is old.", "The towns", "The dam is old", "uncommitted", "factual", "uncommitted"),
    ("The mayor declined to say how the town intended to use the money.", "The mayor", "The town intended to use the money", "uncommitted", "plan", "uncommitted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "claim", "stance", "kind", "certainty"), CASES, ids=[case[0] for case in CASES])
@pytest.mark.thorough
def test_a_proposal_has_the_force_of_its_sentence(
    text: str, source: str | None, claim: str, stance: str, kind: str, certainty: str
) -> None:
    found = [
        (one.attribution.source.text if one.attribution.source else None, one.statement.statement.claim, *force(one))
        for one in propose.propose(text)
        if one.statement
    ]
    assert (source, claim, stance, kind, certainty) in found


def force(one: propose.Proposal) -> tuple[str, str, str]:
    return str(one.attribution.stance), one.attribution.kind, str(one.attribution.certainty)


UNSAID = [
    "The parliament should reject the treaty.",
    "Ministers urged the parliament to reject the treaty.",
    "The parliament may reject the treaty.",
    "Nobody in the parliament supported the treaty.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_nobody_is_credited_with_what_they_only_may_or_should_say(text: str) -> None:
    found = propose.propose(text)
    assert found
    assert {one.attribution.stance for one in found if one.attribution.content.text == "the treaty"} <= {"uncommitted"}


def test_who_is_called_on_to_do_something_is_to_do_it() -> None:
    claims = [one.statement.statement.claim for one in propose.propose("The union called on Lund to join the league.") if one.statement]
    assert claims == ["Lund is to join the league"]


def test_as_long_as_somebody_agrees_is_nothing_that_they_say() -> None:
    found = propose.propose("As long as the senate agrees, the ministry will sign the treaty.")
    assert [(one.attribution.source, one.attribution.kind) for one in found] == [(None, "conditional")]
