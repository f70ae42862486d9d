"""Which part of a base is exported, as triples or as rows of the claim sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Selection:
    """The part of a base to export. Several ids of a kind mean any of them; several kinds, only claims that meet them all.

    An empty selection means everything. `sources` narrows assertions too. `actors` takes claims that one of them makes, is the subject or
    object of, or takes part in. `since` (ISO 8601, UTC) takes claims that were recorded, corrected or given another assertion since.
    """

    sources: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    since: str | None = None

    @classmethod
    def of(cls, sources: Iterable[str] = (), actors: Iterable[str] = (), claims: Iterable[str] = (), since: str | None = None) -> Self:
        """The selection of these ids, in whatever collections they come."""
        return cls(tuple(sources), tuple(actors), tuple(claims), since)

    def __bool__(self) -> bool:
        return bool(self.sources or self.actors or self.claims or self.since)


EVERYTHING = Selection()
