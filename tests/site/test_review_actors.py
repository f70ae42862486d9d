"""The page of a text's actors settles each name in one run, and comes back whole where one cannot be settled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.articles import read
from kb.base import runs, store
from kb.propose import parser as models
from kb.review import intake
from tests.harness.site import Site

ARTICLE = "The ferry\n\nJonas Berg said that the ferry is late. Mira Holm said that the bridge is late.\n"


@pytest.fixture
def path(empty_path: Path) -> Path:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    connection = store.connect(empty_path)
    with runs.begin(connection, "propose") as run:
        intake.take(run, read(ARTICLE.encode(), name="ferry.txt"), {"title": "Ferry", "published": "2021-05-04"})
    connection.close()
    return empty_path


@pytest.fixture
def site(path: Path) -> Iterator[Site]:
    started = Site(path)
    yield started
    started.close()


@pytest.mark.thorough
def test_names_are_settled_together_or_not_at_all(site: Site) -> None:
    source = site.one("SELECT id FROM sources")
    address = f"/review/actors/{source}"
    assert address in site.get(f"/review/sentences?source={source}", "clerk").text
    page = site.get(address, "clerk")
    assert page.status_code == 200 and all(name in page.text for name in ("Jonas Berg", "Mira Holm", "jonas-berg"))
    berg = {"name.0": "Jonas Berg", "do.0": "new", "new.0": "Jonas Berg", "kind.0": "actor person", "id.0": "j-berg"}
    wrong = {"name.1": "Mira Holm", "do.1": "take", "other.1": "nobody-here"}
    refused = site.post(address, "clerk", data=berg | wrong)
    assert refused.status_code == 422 and "Mira Holm: no actor or thing is called" in refused.text.replace("&#39;", "'")
    assert 'value="j-berg"' in refused.text and 'value="nobody-here"' in refused.text, "what was typed comes back"
    assert site.one("SELECT count(*) FROM actors WHERE id = 'j-berg'") == 0
    assert site.post(address, "clerk", data=berg | {"name.1": "Mira Holm", "do.1": "leave"}).status_code == 303
    assert site.one("SELECT count(*) FROM mentions WHERE entity_id = 'j-berg'") == 1
    after = site.get(address, "clerk").text
    assert "“Jonas Berg” is" in after and 'value="Mira Holm"' in after
    assert site.get("/review/actors/no-such-source", "clerk").status_code == 404


@pytest.mark.thorough
def test_a_name_that_stands_for_an_actor_of_the_base_can_stand_for_another_in_this_text(site: Site) -> None:
    source = site.one("SELECT id FROM sources")
    address = f"/review/actors/{source}"
    new = {"do.0": "new", "new.0": "Jonas Berg", "kind.0": "actor person"}
    assert site.post(address, "clerk", data={"name.0": "Jonas Berg", **new, "id.0": "j-berg"}).status_code == 303
    line = site.get(address, "clerk").text.partition("somebody else here")[2]
    assert 'name="name.1" value="Jonas Berg"' in line and 'value="take j-berg"' in line and "leave it as it is" in line
    other = {
        "name.1": "Jonas Berg",
        "do.1": "new",
        "new.1": "Jonas Berg of the Ferry Union",
        "kind.1": "actor person",
        "id.1": "berg-of-the-union",
    }
    assert site.post(address, "clerk", data=other).status_code == 303
    settled = "SELECT group_concat(entity_id) FROM mentions WHERE exact = 'Jonas Berg' AND status <> 'retracted'"
    assert site.one(settled) == "berg-of-the-union"
    assert "Jonas Berg of the Ferry Union" in site.get(address, "clerk").text
