"""The source-tracking knowledge base: who claims what, about whom and what, in which source, in exactly which words.

    import kb

    with kb.open("kb.db") as base:
        for row in base.query("who-says", claim="clm-china-russia-formal-alliance"):
            print(row["speaker"], row["stance"], row["quote"])

`open` and `init` give a `Base`; `Fact` and `Voice` are what `Base.add` takes; `KbError` is all that is raised on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb.version import __version__

__all__ = ["Added", "Base", "DataError", "Fact", "KbError", "Rows", "UsageError", "Voice", "__version__", "init", "open"]

if TYPE_CHECKING:
    from kb.api import Added, Base, DataError, Fact, KbError, Rows, UsageError, Voice, init, open

_FROM_API = frozenset(__all__) - {"__version__"}


def __getattr__(name: str) -> Any:
    """Import the library when one of its names is first used: the command line starts without it."""
    if name in _FROM_API:
        from kb import api

        return getattr(api, name)
    raise AttributeError(f"module 'kb' has no attribute {name!r}")
