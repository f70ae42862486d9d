"""Apache Spark as what does the work on the parts of a lake. It calls the same function as the cores of one machine do.

Workers write their parts themselves, under names that follow from what is in them, so that a part that Spark tries again, because an executor
was lost, is written as before. Lake and articles must stand where every worker sees them under the same path.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from kb.corpus.engines import Item, Result, Work
from kb.errors import DataError
from kb.workers.process import ROOT
from kb.workers.worker import Worker

WAVES = 8  # parts for each core before the next are handed out, so that progress shows and the driver holds little


@dataclass(frozen=True)
class Spark:
    """A Spark cluster by its master (local[2], spark://host:7077, yarn), or the one that is set up; `partitions` divide each wave of parts."""

    master: str | None = None
    partitions: int | None = None

    def __call__(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """Do a piece of work on each item, and yield the results wave by wave."""
        context = session(self.master).sparkContext
        waiting = iter(items)
        while wave := list(itertools.islice(waiting, context.defaultParallelism * WAVES)):
            yield from context.parallelize(wave, self.partitions or len(wave)).mapPartitions(partial(on_partition, work)).collect()


def on_partition(work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
    """Do a piece of work on the items of a partition, with one process that foreign input may bring down."""
    with Worker() as worker:
        for item in items:
            yield work(item, worker)


def session(master: str | None = None) -> Any:
    """The Spark session, whose workers find this library as this process does. Raises DataError where Spark or Java is not there."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise DataError("Spark is not installed", remedy="install the extra: pip install 'source-tracking-kb[cluster]'") from error
    places = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    builder = SparkSession.builder.appName("kb").config("spark.ui.enabled", "false").config("spark.executorEnv.PYTHONPATH", places)
    builder = builder.config("spark.sql.session.timeZone", "UTC").config("spark.log.level", "ERROR")
    try:
        return (builder.master(master) if master else builder).getOrCreate()
    except Exception as error:  # of Java or of the cluster, of many kinds
        raise DataError(
            f"Spark does not start: {error}", remedy="install Java 17 or later, and check the address of the cluster"
        ) from error
