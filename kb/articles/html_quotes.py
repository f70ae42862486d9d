"""The quotation marks that a browser puts around <q>, by the language of the page."""

from __future__ import annotations

from typing import Any

# Outer and inner marks, as the Unicode CLDR has them.
ENGLISH = ("“", "”", "‘", "’")
GERMAN = ("„", "“", "‚", "‘")
GUILLEMETS = ("«", "»", "“", "”")
NORDIC = ("”", "”", "’", "’")
MARKS = {
    "de": GERMAN, "cs": GERMAN, "sk": GERMAN, "sl": GERMAN, "bg": GERMAN, "is": GERMAN, "lt": GERMAN, "et": ("„", "“", "«", "»"),
    "pl": ("„", "”", "«", "»"), "ro": ("„", "”", "«", "»"), "hu": ("„", "”", "»", "«"), "hr": ("„", "”", "‚", "‘"), "sr": ("„", "”", "’", "’"),
    "fr": ("«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"), "es": GUILLEMETS, "it": GUILLEMETS, "ca": GUILLEMETS, "el": GUILLEMETS, "no": ("«", "»", "‘", "’"),
    "nb": ("«", "»", "‘", "’"), "nn": ("«", "»", "‘", "’"), "ru": ("«", "»", "„", "“"), "uk": ("«", "»", "„", "“"), "be": ("«", "»", "„", "“"),
    "sv": NORDIC, "fi": NORDIC, "ar": ("”", "“", "’", "‘"), "he": ("”", "”", "’", "’"), "ja": ("「", "」", "『", "』"), "fa": ("«", "»", "‹", "›"),
}  # fmt: skip
ALL = frozenset(mark.strip("\u00a0") for marks in (ENGLISH, *MARKS.values()) for mark in marks) | {'"', "'"}


def around(element: Any) -> tuple[str, str]:
    """Return the marks to write before and after a <q>, empty where its words bring their own."""
    words = (element.text_content() or "").strip()
    if words[:1] in ALL and words[-1:] in ALL:
        return "", ""
    depth = sum(ancestor.tag == "q" for ancestor in element.iterancestors())
    outer, close, inner, inner_close = MARKS.get(language_of(element), ENGLISH)
    return (inner, inner_close) if depth % 2 else (outer, close)


def language_of(element: Any) -> str:
    """Return the first part of the language that an element or the nearest one around it declares, or ""."""
    declared = next((value for node in (element, *element.iterancestors()) if (value := node.get("lang"))), "")
    return str(declared).replace("_", "-").partition("-")[0].lower()
