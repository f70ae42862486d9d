"""What a large base must reach, at both sizes, with SQLite's statistics and without: each line says how many times the limit it takes.

Everything but `kb check` is CPU time of this process. The limits are absolute, so that a slow machine shows; the lines of linearity hold on any machine.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from kb.ask import questions
from kb.base import checks, store
from kb.site import app, keeping
from tests.base.contract_views import VIEWS
from tests.bench import synthetic
from tests.bench.measure import Report, cpu, elapsed
from tests.bench.site import seconds

ROWS_SECONDS = 0.050  # the first hundred rows of a view by an id column, or of a question
PAGE_SECONDS = 0.150
COUNTING_SECONDS = 10  # of what pages show of the whole base, once after a commit
LONG_TEXT = (500, 5000)  # claims in one source


def run(report: Report, small: int, large: int) -> None:
    long_texts(report)
    recording(report, large)
    for claims in (small, large):
        analyzed = synthetic.kept(claims)
        for path, name in ((analyzed, "with statistics"), (without_statistics(analyzed), "without statistics")):
            first_rows(report, path, f"{claims:,} claims, {name}")
            pages(report, path, f"{claims:,} claims, {name}")
    (few, few_cpu), (many, many_cpu) = (whole_check(synthetic.kept(claims)) for claims in (small, large))
    note = f"seconds by the clock, on two cores, best of 3; {many_cpu / few_cpu * small / large:.2f} in CPU"
    report.no_more(f"kb check, {large:,} claims, against as many times {small:,}", many, few * large / small, 1.2, 1.2, note)


def recording(report: Report, claims: int) -> None:
    """Recording the last fifth of a base takes hardly longer than recording the second."""
    path = synthetic.BUILD / "bench-recorded.db"
    path.unlink(missing_ok=True)
    taken = {0: time.process_time()}
    synthetic.build(path, claims, after_source=lambda share: taken.__setitem__(share, time.process_time()))
    path.unlink()
    early, late = taken[40] - taken[20], taken[100] - taken[80]
    report.no_more(f"recording the last fifth of {claims:,} claims, against the second", late, early, 1.2, 1.2, "CPU time")


def without_statistics(path: Path) -> Path:
    """A copy of a base for which SQLite has no statistics."""
    copy = path.with_name(f"plain-{path.name}")
    if not copy.exists():
        for old in path.parent.glob(f"plain-{path.name.rpartition('-')[0]}-*"):
            old.unlink()
        shutil.copy(path, copy)
        with closing(sqlite3.connect(copy)) as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite\\_stat%' ESCAPE '\\'").fetchall():
                connection.execute(f"DROP TABLE {name}")
            connection.commit()
    return copy


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """The least CPU seconds that the work took."""
    return min(cpu(work)[0] for _ in range(rounds))


def first_rows(report: Report, path: Path, name: str) -> None:
    """The slowest views and questions against the limit; each that misses it has a line of its own."""
    with closing(store.connect(path, readonly=True)) as connection:
        times = {what: best(lambda: connection.execute(sql, values).fetchmany(100)) for what, sql, values in asked(connection)}  # noqa: B023
    for what, taken in sorted(times.items(), key=lambda pair: -pair[1]):
        if taken > ROWS_SECONDS or taken == max(times.values()):
            met = sum(each <= ROWS_SECONDS for each in times.values())
            note = f"{taken * 1000:.0f} ms against {ROWS_SECONDS * 1000:.0f}; {met} of {len(times)} meet it"
            report.no_more(f"{what}, {name}", taken, ROWS_SECONDS, 1, 1, note)


def asked(connection: sqlite3.Connection) -> Iterator[tuple[str, str, Sequence[str] | Mapping[str, str]]]:
    """(name, SQL, values) of each contract view by each id column, and of each named question."""
    for view in VIEWS:
        for column in [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (view,)) if row[0].endswith("_id")]:
            value = connection.execute(f"SELECT {column} FROM {view} WHERE {column} IS NOT NULL LIMIT 1").fetchone()
            if value is not None:
                yield f"{view} by {column}", f"SELECT * FROM {view} WHERE {column} = ? LIMIT 100", value
    for question in questions.load():
        found = synthetic.values(connection, question.name)
        given = {parameter.name: found[parameter.name] for parameter in question.parameters if parameter.name in found}
        yield f"question {question.name}", question.sql, question.values(given)


def pages(report: Report, path: Path, name: str) -> None:
    """The pages that count, as a site gives them that has counted since the last commit; and how long it counts, in the background."""
    with closing(store.connect(path, readonly=True)) as connection:
        ranked = connection.execute("SELECT speaker_id FROM assertions GROUP BY 1 ORDER BY count(*) DESC").fetchall()
        (busiest,), (quietest,) = ranked[0], ranked[-1]
    loop = asyncio.new_event_loop()
    site = app(path)
    try:
        loop.run_until_complete(site.invoke_startup())
        for address in (
            "/",
            "/statistics",
            "/timeline",
            f"/actor/{quietest}",
            "/search?q=zzz",
        ):  # compiles the templates, once for each server
            loop.run_until_complete(site.client.get(address))
        counted, _ = cpu(lambda: loop.run_until_complete(keeping.count(site)))
        report.no_more(f"counting after a commit, {name}", counted, COUNTING_SECONDS, 1, 2, f"{counted:.2f} s")
        for address in ("/", "/statistics", "/timeline", f"/actor/{busiest}", "/search?q=the", "/search?q=xylophone"):
            try:
                taken, note = loop.run_until_complete(seconds(site, address)), ""
            except RuntimeError as refused:
                taken, note = float("inf"), str(refused)
            report.no_more(f"{address}, {name}", taken, PAGE_SECONDS, 1, 1, note or f"{taken * 1000:.0f} ms")
    finally:
        loop.close()


def whole_check(path: Path) -> tuple[float, float]:
    """The least seconds by the clock, and of CPU, that all checks of a base take a writer."""
    of_cpu: list[float] = []

    def once() -> None:
        with closing(store.connect(path)) as connection:
            of_cpu.append(cpu(lambda: sum(1 for _ in checks.check(connection)))[0])

    return min(elapsed(once) for _ in range(3)), min(of_cpu)


def long_texts(report: Report) -> None:
    """Ten times the claims of one text, and ten times the text, take ten times the time: the view coverage, and the passages with their surroundings."""
    took: dict[str, list[float]] = {"coverage": [], "rdf_passages": []}
    for claims in LONG_TEXT:
        path = synthetic.BUILD / f"bench-text-{claims}.db"
        path.unlink(missing_ok=True)
        synthetic.build(path, claims, a_source=claims)
        with closing(store.connect(path, readonly=True)) as connection:
            for view, times in took.items():
                times.append(best(lambda: connection.execute(f"SELECT * FROM {view}").fetchall()))  # noqa: B023
        path.unlink()
    for view, (short, long) in took.items():
        name = f"{view} of a text of {LONG_TEXT[1]:,} claims, against as many times {LONG_TEXT[0]}"
        report.no_more(name, long, short * LONG_TEXT[1] / LONG_TEXT[0], 1.2, 2)
