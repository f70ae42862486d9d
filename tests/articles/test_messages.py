"""E-mail and saved web pages: the text and nothing of the wrapping."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from kb.articles import read
from kb.articles.document import LeftOut, Omission
from kb.errors import DataError
from tests.articles.making import FERRY, ICE, STORY, VOTE, need, page


def letter(text: str = f"{ICE}\n\n{FERRY}\n", **headers: str) -> EmailMessage:
    message = EmailMessage()
    for key, value in {
        "From": "Quay Writer <quay@harbour.example>",
        "To": "clerk@harbour.example",
        "Subject": "Harbour – to close",
    }.items():
        message[key] = value
    message["Date"] = "Tue, 5 Mar 2024 09:30:00 +0100"
    message["Message-ID"] = "<1@harbour.example>"
    for key, value in headers.items():
        message[key] = value
    message.set_content(text, charset="utf-8")
    return message


def saved(markup: bytes, extra: str = "") -> bytes:
    """A page as a browser saves it in one file, in quoted-printable."""
    import quopri

    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/a\r\nSubject: Harbour to close\r\nDate: Tue, 5 Mar 2024 09:30:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B"\r\n\r\n----B\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://harbour.example/a\r\n\r\n"
    )
    return head.encode() + quopri.encodestring(markup) + f"\r\n{extra}----B--\r\n".encode()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.txt", ""])
def test_a_saved_page_is_read_as_the_page(name: str) -> None:
    need("lxml", "trafilatura", "readability")
    frame = "----B\r\nContent-Type: text/html\r\nContent-Location: cid:frame-1@mhtml\r\n\r\n<p>Buy a boat</p>\r\n"
    document = read(
        saved(page(f"<article><h1>Harbour to close</h1>{STORY}<p>“Never”, she said of the cafés.</p></article>"), frame), name=name
    )
    assert document.media_type == "multipart/related"
    assert document.text.startswith(f"Harbour to close\n\n{ICE}") and "“Never”, she said of the cafés." in document.text
    assert document.metadata["url"].value == "https://harbour.example/a"
    assert document.metadata["title"].value == "Harbour to close"
    assert "published" not in document.metadata  # the header has the day on which it was saved
    assert LeftOut(Omission.EMBEDDED, "cid:frame-1@mhtml") in document.left_out


def test_an_e_mail_gives_its_text_and_who_wrote_it() -> None:
    message = letter()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="quay.pdf")
    document = read(message.as_bytes(), name="letter.eml")
    assert document.text == f"Harbour – to close\n\n{ICE}\n\n{FERRY}"
    assert {key: value.value for key, value in document.metadata.items()} == {
        "title": "Harbour – to close", "authors": ("Quay Writer",), "published": "2024-03-05", "language": "en",
    }  # fmt: skip
    assert document.left_out == (LeftOut(Omission.ATTACHED, "quay.pdf"),)


def test_an_e_mail_of_html_alone_is_read_whole() -> None:
    need("lxml")
    message = letter()
    message.set_content(f"<p>{ICE}</p><p>Yours, <b>Quay</b></p>", subtype="html")
    assert read(message.as_bytes()).text == f"Harbour – to close\n\n{ICE}\n\nYours, Quay"


def test_lines_that_flow_are_joined() -> None:
    message = letter(f"{ICE[:60].rstrip()} \n{ICE[60:].lstrip()}\n\n-- \nQuay\n")
    message.set_param("format", "flowed")
    assert ICE in read(message.as_bytes()).text


def test_a_letter_that_only_looks_like_a_message_stays_a_plain_text() -> None:
    text = f"From: the harbour\nSubject: the quay\n\n{ICE}\n"
    document = read(text.encode(), name="letter.txt")
    assert (document.media_type, document.text) == ("text/plain", text)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (
            b"From a Mon Mar  4 10:00:00 2024\nFrom: a\nMessage-ID: <1>\nReceived: x\n\nOne.\n\nFrom b Mon Mar  4 10:00:00 2024\nFrom: b\n\nTwo.\n",
            "several messages",
        ),
        (b"From: a\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nQUJD\n", "encrypted"),
        (b"<html><body>Harbour to close</body></html>", "no headers"),
        (b"From: a\nMIME-Version: 1.0\nContent-Type: image/png\n\nQUJD\n", "no text"),
    ],
)
def test_messages_that_hold_no_text_are_refused(data: bytes, match: str) -> None:
    with pytest.raises(DataError, match=match) as caught:
        read(data, name="a.eml")
    assert caught.value.remedy


def test_the_vote_of_a_saved_page_keeps_its_marks() -> None:
    need("lxml", "trafilatura", "readability")
    markup = page(f"<article><h1>Harbour to close</h1>{STORY}<p>Tolls rose by 7<sup>4</sup> per cent, and {VOTE}</p></article>")
    assert "Tolls rose by 7 per cent, and" in read(saved(markup)).text
