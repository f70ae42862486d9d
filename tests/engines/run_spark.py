"""Read a folder of articles into lakes with a Spark cluster of two executors, one of which is ended midway, and print one as N-Quads."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import threading
from pathlib import Path

from kb.corpus import exporting, lake, proposing
from kb.corpus.spark import Spark, session
from kb.corpus.waiting import Waiting


def executors() -> list[int]:
    """The process ids of the executors that this cluster started."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words and b"KB_TEST=" + str(os.getpid()).encode() in (
                entry / "environ"
            ).read_bytes().split(b"\0"):
                found.append(int(entry.name))
    return sorted(found)


def end_one(made: lake.Lake, told: list[int], over: threading.Event) -> None:
    """End an executor by its id as soon as the first part is written."""
    while not over.wait(0.02):
        if next(made.parts(), None) and (running := executors()):
            os.kill(running[0], signal.SIGKILL)
            told.append(running[0])
            return


def main(master: str, folder: Path, to: Path) -> None:
    os.environ["KB_TEST"] = str(os.getpid())
    context = session(master).sparkContext
    ended: list[int] = []
    for partitions, kill in ((3, False), (8, True)):
        made = lake.open_or_create(to / f"spark-{partitions}", None, "tester", {"model": "none", "access": None, "keep_all": False})
        shuffled = list(proposing.new_articles(made, folder))
        random.Random(partitions).shuffle(shuffled)
        found = Waiting(shuffled, ())  # as a folder lists its files in any order
        over = threading.Event()
        killing = threading.Thread(target=end_one, args=(made, ended, over))
        if kill:
            killing.start()
        done = list(proposing.propose(made, folder, found, engine=Spark(master, partitions)))
        over.set()
        if kill:
            killing.join()
        sys.stderr.write(f"{partitions} partitions: {sum(each.articles for each in done)} articles\n")
    sum(exporting.write(made, to / "quads", engine=Spark(master, 3)))
    print(json.dumps({"master": context.master, "ended": ended}))
    context.stop()


main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
