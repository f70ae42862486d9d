"""What pages show of a whole base is counted once for each state of it, soon after a commit, and never shown of another state."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kb.base import runs, store
from kb.base.model import KEYS
from kb.site import counting, keeping
from kb.site.counting import cached, state_of
from kb.site.pages import entity, home
from tests.harness.site import Site


@pytest.fixture(autouse=True)
def nothing_counted() -> Iterator[None]:
    counting.forget()
    yield
    counting.forget()


def rename(path: Path, actor: str, name: str) -> None:
    """Correct a name, as another program does."""
    with closing(store.connect(path)) as connection, runs.begin(connection, "correct", contributor="tester"):
        assert connection.execute("UPDATE actors SET name = ? WHERE id = ?", (name, actor)).rowcount == 1


def speaker(site: Site) -> tuple[str, str]:
    """The actor that says most, by id and name."""
    sql = "SELECT actors.id, name FROM assertions JOIN actors ON actors.id = speaker_id GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    actor, name = site.rows(sql)[0]
    return actor, name


@pytest.mark.parametrize("table", sorted(KEYS))
def test_a_row_more_or_less_in_any_table_is_another_state(tiny: sqlite3.Connection, table: str) -> None:
    before = state_of(tiny)
    for (trigger,) in tiny.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        tiny.execute(f'DROP TRIGGER "{trigger}"')
    assert state_of(tiny)[1:] == before[1:]
    columns = dict(tiny.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall())
    values = ", ".join("X'07'" if kind == "BLOB" else "7" for kind in columns.values())
    tiny.execute("PRAGMA foreign_keys = OFF")
    tiny.execute("PRAGMA ignore_check_constraints = ON")
    tiny.execute(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({values})")
    assert state_of(tiny)[1:] != before[1:]


def test_what_was_counted_after_a_commit_is_what_counting_gives(desk: Site) -> None:
    for name in (None, "Somebody Else"):
        if name:
            rename(desk.path, speaker(desk)[0], name)
        desk.run(lambda: keeping.count(desk.datasette))
        with closing(store.connect(desk.path, readonly=True)) as connection:
            connection.row_factory = sqlite3.Row
            kept = {key[1]: value for key, value in counting._kept.items()}
            assert {state for state, _ in kept.values()} == {state_of(connection)}
            assert {each: found for each, (_, found) in kept.items()} == {each: read(connection) for each, read in keeping.WHOLE.items()}


def test_no_page_counts_what_was_counted(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run(lambda: keeping.count(desk.datasette))
    counted = dict(counting._kept)
    for page in ("/", "/statistics", "/disagreements", "/timeline", "/compare"):
        desk.page(page)
    assert {key: entry[1] for key, entry in counting._kept.items()} == {key: entry[1] for key, entry in counted.items()}
    assert all(counting._kept[key] is entry for key, entry in counted.items()) and counting._kept.keys() == counted.keys()


def test_the_busiest_actor_is_shown_as_it_was_read_and_after_a_commit_anew(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    actor, name = speaker(desk)
    address = f"/actor/{actor}"
    read_for_it = desk.page(address).text
    desk.run(lambda: keeping.count(desk.datasette))
    with monkeypatch.context() as unread:
        unread.setattr(entity, "read", lambda *_: pytest.fail("read again"))
        assert desk.page(address).text == read_for_it
    assert desk.page(f"{address}?says=1").text != read_for_it
    rename(desk.path, actor, "Somebody Else")
    assert "Somebody Else" in desk.page(address).text
    assert name in read_for_it


def test_pages_show_a_commit_at_once(desk: Site) -> None:
    actor, name = speaker(desk)
    desk.run(lambda: keeping.count(desk.datasette))
    assert all(name in desk.page(page).text for page in ("/", "/statistics", "/timeline"))
    rename(desk.path, actor, "Somebody Else")
    assert all("Somebody Else" in desk.page(page).text for page in ("/", "/statistics", "/timeline"))


def test_the_public_edition_shows_what_was_corrected(tiny_path: Path) -> None:
    public = Site(tiny_path, public=True)
    try:
        actor, name = speaker(public)
        assert all(name in public.page(page).text for page in ("/", "/statistics", "/timeline"))
        rename(tiny_path, actor, "Somebody Else")
        edition = public.datasette.kb_edition
        public.run(edition.refresh)
        assert all("Somebody Else" in public.page(page).text for page in ("/", "/statistics", "/timeline"))
    finally:
        public.close()


def test_who_asks_while_it_is_counted_waits_and_does_not_count_again(tiny_path: Path) -> None:
    times: list[float] = []

    def read(connection: sqlite3.Connection) -> int:
        times.append(time.monotonic())
        time.sleep(0.2)
        return int(connection.execute("SELECT count(*) FROM claims").fetchone()[0])

    def ask() -> None:
        with closing(store.connect(tiny_path, readonly=True)) as connection:
            found.append(cached(connection, "claims", read))

    found: list[int] = []
    readers = [threading.Thread(target=ask) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(found) == 4 and len(set(found)) == 1 and len(times) == 1


def test_what_breaks_off_is_counted_by_the_next(tiny: sqlite3.Connection) -> None:
    tiny.set_progress_handler(lambda: 1, 1)
    with pytest.raises(sqlite3.OperationalError):
        cached(tiny, "home", home.read)
    tiny.set_progress_handler(None, 1)
    tiny.row_factory = sqlite3.Row
    assert cached(tiny, "home", home.read)["counts"]["claims"] > 0


def test_a_site_counts_after_each_commit_until_it_ends(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "INTERVAL", 0.01)
    monkeypatch.setattr(keeping, "REST", 0.0)

    async def counted(than: object) -> object:
        for _ in range(2000):
            found = next((value for key, value in counting._kept.items() if key[1] == home.NAME), None)
            if found is not None and found[0] != than:
                return found[0]
            await asyncio.sleep(0.01)
        raise AssertionError("nothing was counted")

    async def watched() -> None:
        kept = asyncio.create_task(keeping.keep(desk.datasette))
        first = await counted(None)
        rename(desk.path, actor, "Somebody Else")
        await counted(first)
        kept.cancel()
        with pytest.raises(asyncio.CancelledError):
            await kept

    actor, _ = speaker(desk)
    desk.run(watched)
