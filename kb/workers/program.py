"""The program `python -m kb.workers.program`, which calls the functions that arrive on standard input and prints what they return.

Requests and answers are pickled: (seconds, memory, function, arguments, named arguments), then None once all of that is imported, and
(whether it succeeded, value or exception).
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import IO, Any

from kb.errors import crashes
from kb.workers import bounds

BEGUN = pickle.dumps(None)  # printed before a function is called, whose time counts from then on


def main(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer request after request until the pipe is closed."""
    while True:
        bounds.limit_memory(None)
        try:
            seconds, memory, function, args, kwargs = pickle.load(requests)
        except EOFError:
            return
        answers.write(BEGUN)
        answers.flush()
        bounds.set_alarm(int(seconds) + bounds.GRACE)
        bounds.limit_memory(memory)
        raw = pickled(function, args, kwargs)
        bounds.set_alarm(0)
        answers.write(raw)
        answers.flush()


def pickled(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    """Return the pickled answer. Ends the process for want of memory, since not even an error can then be relied on."""
    try:
        return pickle.dumps((True, function(*args, **kwargs)))
    except MemoryError:
        os._exit(1)
    except Exception as error:  # raised again in the parent, whatever it is
        crashes.note_place(error)
        try:
            pickle.loads(raw := pickle.dumps((False, error)))
        except Exception:
            return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
        return raw


if __name__ == "__main__":
    bounds.prepare()
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    main(sys.stdin.buffer, output)
