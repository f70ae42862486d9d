"""python -m tests.bench_text.speed CORPORA WORDS: read so many words in one process; prints words a second and peak megabytes as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from kb import propose
from tests.bench_text import polnear


def main(corpora: Path, words: int) -> None:
    propose.attributions("“It rained,” the clerk said.")
    seen = 0
    seconds = busy = 0.0
    for article in polnear.articles("dev", corpora):
        started, worked = time.perf_counter(), time.process_time()
        propose.attributions(article.text)
        seconds += time.perf_counter() - started
        busy += time.process_time() - worked
        seen += len(article.text.split())
        if seen >= words:
            break
    print(json.dumps({"words a second": round(seen / seconds), "words a second of the processor's": round(seen / busy), "peak MB": peak()}))


def peak() -> int | None:
    """Megabytes held at most; from the kernel's own record of this program (getrusage counts what its parent held, too)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((round(int(line.split()[1]) / 1024) for line in lines if line.startswith("VmHWM")), None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
