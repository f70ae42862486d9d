"""Workers that outlive whoever they work for, so that hundreds of tests start two processes."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kb.workers.worker import Worker

IDLE: list[Worker] = []


class SharedWorker(Worker):
    """A worker that goes back to the idle ones when it is closed. One that was killed, or stands in another folder, starts again by itself."""

    folder: Path | None = None

    def running(self) -> subprocess.Popen[bytes]:
        if self.folder != Path.cwd():
            super().close()
            self.folder = Path.cwd()
        return super().running()

    def close(self) -> None:
        if self.process is not None and self.process.poll() is not None:
            super().close()
        if self not in IDLE:
            IDLE.append(self)


def shared_worker() -> Worker:
    """Return an idle worker, or a new one."""
    return IDLE.pop() if IDLE else SharedWorker()
