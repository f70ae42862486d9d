"""Whatever is given, a document or a KbError that says what to do comes back; nothing else, and nothing huge is held."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kb.articles import Document, bytes_of, describe, limits, read
from kb.articles.kinds import DOCX, HTML, MARKDOWN, PDF, PLAIN
from kb.base.schema import vocabulary
from kb.errors import DataError, KbError, UsageError
from tests.articles import making
from tests.articles.making import ICE, STORY, docx, need, page, paragraph

need("lxml", "trafilatura", "readability", "pypdfium2", "markdown_it", "charset_normalizer")


def sound(document: Document) -> None:
    """Sections follow one another and cover the text; pages and metadata are what they promise."""
    at = 0
    assert {section.kind for section in document.sections} <= KINDS
    for section in document.sections:
        assert (section.start, section.end > section.start) == (at, True)
        at = section.end
    assert at == len(document.text)
    assert all(0 <= start <= len(document.text) for _, start in document.pages)
    assert "\0" not in document.text
    document.text.encode("utf-8")
    assert set(document.missing).isdisjoint(document.metadata)
    assert all(str(found) and found.where for found in document.metadata.values())
    assert describe(document)


KINDS = {row[1] for row in vocabulary() if row[0] == "sections.kind"}


def attempt(data: bytes, **said: str | None) -> None:
    try:
        sound(read(data, **said))  # type: ignore[arg-type]
    except KbError as error:
        assert error.what and (error.remedy or isinstance(error, UsageError))


TYPES = [None, PLAIN, MARKDOWN, HTML, DOCX, "text/html; charset=utf-16", "text/plain; charset=koi8-r", "image/png", "nonsense", ""]
MARKS = ["<p>", "</p>", "<h1>", "<article>", "<!--", "-->", "<script>", "<![CDATA[", "&lt;", "&#x0;", "&#xD800;", "<br>", '"', "“", "\r\n", "\n\n", "---\n", "# ", "[a](b)",
         "By Quay Writer", "5 March 2024", "\x00", "\ufffe", "\ud7ff", "𝔄", "e\u0301", "<meta charset=", "<time datetime=", "](", "![", "`", "*"]  # fmt: skip


@given(st.binary(max_size=300), st.sampled_from(TYPES))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(b"PK\x03\x04" + bytes(40), None)
@example(b"\xff\xfe", HTML)
@pytest.mark.thorough
def test_random_bytes_give_a_document_or_a_clear_refusal(data: bytes, media_type: str | None) -> None:
    attempt(data, media_type=media_type)


@given(
    st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=30), st.just(ICE)), max_size=25).map("".join), st.sampled_from(TYPES[:5])
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.thorough
def test_random_markup_gives_a_document_or_a_clear_refusal(text: str, media_type: str | None) -> None:
    attempt(text.encode("utf-8", "surrogatepass"), media_type=media_type)


WHOLE = [
    docx(paragraph(ICE) * 3),
    page(f"<article>{STORY}<p>A<sup>1</sup> <del>b</del> <q>c</q></p><table><tr><td>1<td>2<tr><td>3<td>4</table></article>"),
    making.odt(f"<text:p>{ICE}</text:p>"),
    making.epub([f"<p>{ICE}</p>"]),
    b"From: a\nMIME-Version: 1.0\nMessage-ID: <1>\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\n" + ICE.encode() + b"\n--B--\n",
    b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>" + ICE.encode(),
]


@given(st.data(), st.sampled_from(WHOLE))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.thorough
def test_files_damaged_anywhere_give_a_document_or_a_clear_refusal(data: st.DataObject, whole: bytes) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    attempt(whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 9)) :])


@given(st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.thorough
def test_damaged_pdfs_give_a_document_or_a_clear_refusal(data: st.DataObject) -> None:
    whole = making.pdf([making.lines(700, "The council said that the harbour would close.")])
    at = data.draw(st.integers(0, len(whole) - 1))
    attempt(whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 9)) :], media_type=PDF)


class Endless(io.RawIOBase):
    """A stream of 200 MB that counts what is taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = min(len(buffer), 200_000_000 - self.taken)
        self.taken += size
        return size


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(DataError, match="larger than 50 MB") as caught:
        bytes_of(large)
    assert caught.value.where == str(large)
    stream = Endless()
    with pytest.raises(DataError, match="larger than 50 MB"):
        bytes_of(io.BufferedReader(stream), "standard input")
    assert stream.taken < 1.1 * limits.FILE


def test_bytes_over_the_limit_are_refused_whoever_gives_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE", 100)
    with pytest.raises(DataError, match="larger than"):
        read(b"word " * 30)


def test_a_text_of_too_many_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT", 100)
    with pytest.raises(DataError, match="more than 100 characters"):
        read(b"word " * 30)


def test_files_and_streams_give_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    assert bytes_of(tmp_path / "a.txt") == bytes_of(io.BytesIO(b"words")) == b"words"
    for wrong in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(UsageError, match="cannot be read"):
            bytes_of(wrong)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "an old Word or Office file"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "a PNG picture"),
        (b"\x1f\x8b\x08" + bytes(9), "gzip"),
        (b"words\x00words", "NUL"),
        (b"bplist00" + bytes(9), "web archive of Safari"),
        (b"Rar!\x1a\x07" + bytes(9), "RAR"),
        (bytes(60) + b"BOOKMOBI" + bytes(9), "Kindle"),
    ],
)
def test_other_formats_are_named(data: bytes, match: str) -> None:
    with pytest.raises(DataError, match=match) as caught:
        read(data, name="article.doc")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "said", "kind"),
    [
        (page(), {"name": "page.txt"}, PLAIN),
        (page(), {"media_type": "text/plain"}, HTML),
        (page(), {"media_type": "application/octet-stream"}, HTML),
        (ICE.encode(), {"media_type": "text/html; charset=utf-8"}, HTML),
        (ICE.encode(), {"name": "NOTES.MD"}, MARKDOWN),
        (ICE.encode(), {"name": "notes"}, PLAIN),
        (docx(paragraph(ICE)), {"name": "notes.txt", "media_type": "text/plain"}, DOCX),
    ],
)
def test_the_format_is_told_by_the_bytes_then_by_what_is_said_then_by_the_name(data: bytes, said: dict[str, str], kind: str) -> None:
    assert read(data, **said).media_type == kind  # type: ignore[arg-type]


def test_the_same_bytes_are_the_same_document() -> None:
    first, second = read(page()), read(page())
    assert first == second
    assert (first.sha256, first.text_sha256) == (second.sha256, second.text_sha256)
    assert first.text_sha256 != read(page(STORY)).text_sha256


def test_importing_the_package_imports_no_library() -> None:
    code = "import kb.articles, sys; print({'lxml', 'trafilatura', 'pypdfium2', 'markdown_it'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"
