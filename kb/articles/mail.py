"""Extract the text of an e-mail (EML), or the article in a web page that a browser saved as one file (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses

from kb.articles import html, plain
from kb.articles.document import Extraction, LeftOut, MetadataValue, MetadataValues, Omission, assemble
from kb.errors import DataError

LOCKED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
MAILBOX = re.compile(rb"\nFrom [^\n]+\d{4}\r?\n[A-Za-z][\w-]*:")


def read(data: bytes, _content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return the text of a message, or the article of a saved page. Raises DataError where there is none, or it is locked."""
    if data.startswith(b"From ") and MAILBOX.search(data):
        raise DataError("this is a mailbox of several messages", where=where, remedy="save the message by itself, as EML")
    message = email.message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=email.policy.default)
    if not message.keys():
        raise DataError("the file has no headers of a message", where=where, remedy="name it by what it is, such as .html or .txt")
    if message.get_content_type() in LOCKED:
        raise DataError("the message is encrypted", where=where, remedy="open it in the mail program, and save its text")
    if page := page_of(message):
        return saved_page(message, page, where, keep_all)
    return letter(message, where, keep_all)


def page_of(message: EmailMessage) -> EmailMessage | None:
    """Return the page in a message that is a saved one: the first part that is HTML, or None for a letter."""
    if not message.get("Snapshot-Content-Location") and (
        "To" in message or message.get_content_type() not in ("multipart/related", "text/html")
    ):
        return None
    return next((part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)


def saved_page(message: EmailMessage, page: EmailMessage, where: str, keep_all: bool) -> Extraction:
    """Return the article in the page, with the address that it was saved from."""
    extraction = html.read(payload(page), charset(page), where, keep_all)
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    if address:
        extraction.metadata.append(("url", MetadataValue(str(address).strip(), "the header Snapshot-Content-Location or Content-Location")))
    extraction.metadata += subject(message)
    frames = [part for part in message.walk() if part is not page and part.get_content_type() == "text/html"]
    extraction.left_out += [LeftOut(Omission.EMBEDDED, str(part.get("Content-Location", "a frame"))) for part in frames]
    return extraction


def letter(message: EmailMessage, where: str, keep_all: bool) -> Extraction:
    """Return the text of a message: its subject, and its body as plain text where it has one, else as HTML."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise DataError("the message holds no text", where=where, remedy="save its attachment, and give that")
    if body.get_content_type() == "text/html":
        inner = html.whole(payload(body), charset(body), where, keep_all)
    else:
        inner = plain.read(unfolded(body, payload(body)), charset(body), where)
    title = str(message.get("Subject", "")).strip()
    blocks = [(stretch.of(inner.text), stretch.kind) for stretch in inner.stretches]
    text, stretches = assemble([(title, "headline"), *blocks])
    attached = [str(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()]
    left_out = [*inner.left_out, *(LeftOut(Omission.ATTACHED, name) for name in attached)]
    return Extraction(text, stretches, [*subject(message), *sender(message)], warnings=inner.warnings, left_out=left_out)


def payload(part: MIMEPart) -> bytes:
    """Return the bytes of a part, as they were before they were encoded for the way."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def charset(part: MIMEPart) -> str | None:
    """Return the media type of a part with its charset, as the readers of the formats take it, or None where it declares none."""
    declared = part.get_content_charset()
    return f"{part.get_content_type()}; charset={declared}" if declared else None


def unfolded(part: MIMEPart, data: bytes) -> bytes:
    """Return the bytes of a text with its lines joined where the sender says that they flow (RFC 3676)."""
    data = data.replace(b"\r\n", b"\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return data
    return re.sub(rb"(?m)^(?!-- $)(.*[^ \n]) \n(?![>\n])", rb"\1 ", data)


def subject(message: EmailMessage) -> MetadataValues:
    """Return the title that a message gives itself."""
    title = str(message.get("Subject", "")).strip()
    return [("title", MetadataValue(title, "the header Subject"))] if title else []


def sender(message: EmailMessage) -> MetadataValues:
    """Return who sent a message and when."""
    values: MetadataValues = []
    names = tuple(name for name, _ in getaddresses([str(message.get("From", ""))]) if name)
    if names:
        values.append(("authors", MetadataValue(names, "the header From")))
    date = getattr(message.get("Date"), "datetime", None)
    if date is not None:
        values.append(("published", MetadataValue(date.isoformat(), "the header Date")))
    return values
