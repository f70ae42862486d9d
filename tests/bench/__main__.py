"""python -m tests.bench [GROUP…]: ratios against peers within one run, printed and written to build/bench.json."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
import time

import click

from tests.bench import commands, exports, imports, large_bases, pages, site, synthetic
from tests.bench.measure import Report, say

GROUPS = {
    "commands": commands.run,
    "pages": pages.run,
    "large": large_bases.run,
    "imports": imports.run,
    "site": site.run,
    "exports": exports.run,
}


@click.command()
@click.argument("groups", nargs=-1, type=click.Choice(list(GROUPS)))
@click.option("--small", default=10_000, show_default=True, help="Claims in the base that peers can hold too.")
@click.option("--large", default=100_000, show_default=True, help="Claims in the large base, such as 1000000.")
def main(groups: tuple[str, ...], small: int, large: int) -> None:
    """Measure the named groups, or all of them: `large` has what a large base must reach, with SQLite's statistics and without."""
    started = time.perf_counter()
    report = Report()
    for group in groups or GROUPS:
        say(f"{group} …")
        GROUPS[group](report, small, large)
    show(report)
    seconds = time.perf_counter() - started
    click.echo(f"\n{seconds:.0f} s; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {small:,} and {large:,} claims")
    synthetic.BUILD.mkdir(exist_ok=True)
    found = {"small": small, "large": large, "seconds": round(seconds), "python": sys.version, "sqlite": sqlite3.sqlite_version}
    found |= {"ratios": [ratio.as_dict() for ratio in report.ratios], "pages": report.pages}
    (synthetic.BUILD / "bench.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def show(report: Report) -> None:
    for ratio in report.ratios:
        sign = ">=" if ratio.at_least else "<="
        click.echo(f"{ratio.name:<64} {ratio.ratio:8.2f}   target {sign} {ratio.target:<5} floor {ratio.floor:<5} {ratio.verdict}")
        click.echo(f"{'':<8}{ratio.note}")
    slow = [page for page in report.pages if not page["met"]]
    for page in sorted(report.pages, key=lambda page: -page["milliseconds"]):
        click.echo(f"{page['name']:<64} {page['milliseconds']:8.2f} ms {page['rows']:>5} rows")
    if report.pages:
        click.echo(f"{len(report.pages) - len(slow)} of {len(report.pages)} pages under {pages.LIMIT_MS:.0f} ms")


if __name__ == "__main__":
    main()
