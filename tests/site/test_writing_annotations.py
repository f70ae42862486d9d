"""The page that imports takes what was marked with other programs: looked at first, then waiting for review, with its run and its undo."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.harness.site import Site
from tests.site.test_writing_forms import plain
from tests.site.test_writing_import import GOOD, HEAD, sent

QUOTE = "The ferry will not stop"
WAITING = "SELECT count(*) FROM proposals WHERE status = 'waiting' AND rule = 'annotation'"


def selector(exact: str) -> dict[str, Any]:
    return {"selector": [{"type": "TextQuoteSelector", "exact": exact}]}


def files(text: str) -> dict[str, bytes]:
    """A file of each format, with a quote that is in the text and one that is not; the document of LangExtract is known by its text."""
    uri, gone = "harbour-gazette", "The ferry was sold"
    rows = [{"uri": uri, "text": "it stays", "target": [selector(exact)]} for exact in (QUOTE, gone)]
    notes = [
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": {"source": uri, **selector(each)}}
        for each in (QUOTE, gone)
    ]
    extracted = [{"extraction_class": "stay", "extraction_text": each} for each in (QUOTE, gone)]
    return {
        "hypothesis.json": json.dumps({"rows": rows}).encode(),
        "notes.jsonld": json.dumps(notes).encode(),
        "extracted.jsonl": json.dumps({"document_id": "doc_1", "text": text, "extractions": extracted}).encode(),
        "quotes.csv": f"\ufeffQuote;Source;Note\r\n{QUOTE};{uri};it stays\r\n{gone};{uri};\r\n".encode("utf-16"),
    }


@pytest.mark.parametrize(
    "name",
    ["hypothesis.json", *(pytest.param(each, marks=pytest.mark.thorough) for each in ("notes.jsonld", "extracted.jsonl", "quotes.csv"))],
)
def test_annotations_are_looked_at_then_wait_and_can_be_undone(desk: Site, name: str) -> None:
    data = files(desk.one("SELECT text FROM snapshots WHERE source_id = 'harbour-gazette'"))[name]
    before, claims = desk.dump(), desk.one("SELECT count(*) FROM claims")
    chosen = {"as": "annotations"} if name == "quotes.csv" else {}  # the others can be nothing else
    look = sent(desk, "preview", file=(name, data), **chosen)
    assert look.status_code == 200 and desk.dump() == before
    said = plain(look.text).replace("\xa0", " ")
    assert "What would wait for review" in said and "1 quote found again in the texts: 1 new to the queue, 1 not found." in said
    assert re.search(r'data-name="quote">The ferry was sold<.*?data-name="wrong">.*?is not in the text<', look.text, re.DOTALL)
    kept = dict(re.findall(r'name="(kept|kept-name)" value="([^"]+)"', look.text))
    recorded = sent(desk, "record", reason="our reading group", **kept, **chosen)
    assert recorded.status_code == 200 and "Waiting for review" in recorded.text
    assert (desk.one(WAITING), desk.one("SELECT count(*) FROM claims")) == (1, claims)
    run = re.search(r'href="(/changes/run-[^"]+)"', recorded.text)
    review = re.search(r'href="(/review/sentences\?source=harbour-gazette)"', recorded.text)
    assert run and review and QUOTE in plain(desk.get(review[1], "clerk").text)
    assert "our reading group" in desk.get(run[1], "clerk").text
    assert "Nothing new was recorded" in sent(desk, "record", **kept, **chosen).text
    failed = sent(desk, "failed", **kept, **chosen)
    assert "attachment" in failed.headers["content-disposition"]
    assert [row["quote"] for row in csv.DictReader(io.StringIO(failed.text))] == ["The ferry was sold"]
    assert desk.post(run[1], "clerk", data={"reason": "a slip"}).status_code == 303
    assert desk.one(WAITING) == 0


def test_facts_stay_facts_and_pasted_quotes_may_have_one_source(desk: Site) -> None:
    assert "1 new facts." in plain(sent(desk, "preview", sheet=HEAD + GOOD).text)
    pasted = {"sheet": f"quote\tnote\n{QUOTE}\tsee p. 1\n", "as": "annotations"}
    assert "no source of the base is named" in plain(sent(desk, "preview", **pasted).text)
    assert "1 quote found again" in plain(sent(desk, "preview", **pasted, source="harbour-gazette").text).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("form", "file", "said"),
    [
        ({}, None, "paste the rows"),
        ({"sheet": "a,b\n1,2\n"}, None, "holds no annotations"),
        ({"sheet": "quote\nx\n", "source": "no-such"}, None, "no-such"),
        ({"sheet": "quote\n" + "x\n" * 2_001}, None, "more than 2000 quotes"),
        ({}, ("quotes.csv", "quote,source\ncafé,x\n".encode("latin-1")), "WINDOWS-1252"),
        ({}, ("notes.json", b'{"rows": [{"uri": '), "holds no annotations"),
    ],
)
@pytest.mark.thorough
def test_what_are_no_annotations_is_refused_with_a_remedy(
    desk: Site, form: dict[str, str], file: tuple[str, bytes] | None, said: str
) -> None:
    before = desk.dump()
    answer = sent(desk, "record", file=file, **form, **{"as": "annotations"})
    assert answer.status_code == 422 and said in plain(answer.text) and desk.dump() == before


@pytest.mark.thorough
def test_who_may_not_propose_imports_no_annotations(tiny_path: Path) -> None:
    site = Site(tiny_path, writers=[], roles={"eva": "editor", "rita": "reader", "pia": "proposer"})
    try:
        before, form = site.dump(), {"sheet": f"quote,source\n{QUOTE},harbour-gazette\n", "as": "annotations"}
        for who, status in ((None, 401), ("rita", 403)):
            assert sent(site, "record", who=who, **form).status_code == status
        assert site.dump() == before
        assert sent(site, "record", who="eva", **form).status_code == 200
        assert site.one(WAITING) == 1
    finally:
        site.close()
