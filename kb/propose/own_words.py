"""Give what was found in a text whose line ends were read as spaces the text's own characters. Both texts have the same offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from kb.propose.parts import Match, Span

Part = TypeVar("Part")


def in_words_of(text: str, parts: Sequence[Part], *, read: str) -> list[Part]:
    """Return the parts with the text's own characters in their spans, where they were found in what was `read`, a text of the same length."""
    return list(parts) if read == text else [_in_words_of(text, part) for part in parts]


def _in_words_of(text: str, part: Any) -> Any:
    """Return a span, or a dataclass or tuple that holds spans, with the text's own characters. What holds none is returned as it is."""
    if isinstance(part, Span):
        return part if text.startswith(part.text, part.start) else Span.of(text, part.start, part.end)
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        return tuple(_in_words_of(text, item) for item in part)
    if not is_dataclass(part) or isinstance(part, (Match, type)):
        return part
    old = {each.name: getattr(part, each.name) for each in fields(part) if each.init}
    changed = {name: new for name, value in old.items() if (new := _in_words_of(text, value)) is not value and new != value}
    return replace(part, **changed) if changed else part
