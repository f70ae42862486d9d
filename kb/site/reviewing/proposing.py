"""The page on which an article is pasted or uploaded: it becomes a source, and what it may claim goes into the queue."""

from __future__ import annotations

import asyncio
from typing import Any

from datasette.utils.asgi import Base400, PayloadTooLarge, Response

from kb import reading, taking
from kb.errors import DataError, KbError, UsageError
from kb.reading import Document
from kb.site.errors import RefusedError
from kb.site.reading import words
from kb.site.reviewing.page import desk_of
from kb.site.visit import Visit
from kb.site.writing import checking
from kb.site.writing.desk import Desk, status_of
from kb.site.writing.forms import Form

SAID = ("title", "published", "publisher", "url", "rights", "kind", "language")
MOST_FIELDS = 40


async def view(visit: Visit) -> Response:
    """GET the form; POST takes the article in, in one run, and goes on to its proposals."""
    desk = await desk_of(visit)
    if visit.request.method != "POST":
        return await form_page(desk, Form({"title": visit.arg("title")}))
    form, data, name = await received(visit)
    try:
        document = await asyncio.to_thread(read, form, data, name)
        said = said_of(form)
        done = await desk.write("propose", lambda connection, run_id: taking.take(connection, run_id, document, said))
    except KbError as error:
        if isinstance(error, RefusedError):
            raise
        return await form_page(desk, form, error, status=status_of(error))
    return went_on(desk, done.result, document)


def body_limit(visit: Visit) -> int:
    """How many bytes may be sent at once: what Datasette is set to, or 2 MB where it is set to no limit."""
    return int(visit.datasette.setting("max_post_body_bytes")) or 2_000_000


async def received(visit: Visit) -> tuple[Form, bytes, str]:
    """The fields, and the uploaded file with its name; (…, b"", "") without one. Raises PayloadTooLarge, or UsageError for what is no form."""
    most = body_limit(visit)
    try:
        sent = await visit.request.form(
            files=True, max_file_size=most, max_request_size=most, max_fields=MOST_FIELDS, max_files=1, max_field_size=most
        )
    except PayloadTooLarge:
        raise
    except Base400 as error:
        raise UsageError("this is no form, or it is too long", remedy=f"send it from the page itself, {most} bytes at most") from error
    fields: dict[str, str] = {}
    data, name = b"", ""
    for key in sent:
        value = sent[key]
        if isinstance(value, str):
            fields[key] = checking.UNWRITTEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
        else:
            data, name = await value.read(), value.filename or ""
            await value.close()
    return Form(fields), data, name


def read(form: Form, data: bytes, name: str) -> Document:
    """The article as it was pasted or uploaded. Raises KbError where there is none, or both, or it cannot be read."""
    if data and form["article"]:
        raise DataError("is there twice: pasted and as a file", where="article", remedy="give the one or the other")
    if not data and not form["article"]:
        raise DataError("is missing", where="article", remedy="paste its text, or choose a file")
    url = form["url"] or None
    if data:
        return reading.read(data, name=name, url=url)
    return reading.read(form["article"].encode("utf-8", "replace"), name="pasted.txt", media_type="text/plain; charset=utf-8", url=url)


def said_of(form: Form) -> dict[str, Any]:
    """What the person says of the source, before what the article says of itself."""
    said: dict[str, Any] = form.some(SAID)
    authors = [one.strip() for one in form["authors"].split(";") if one.strip()]
    return said | ({"authors": authors} if authors else {})


async def form_page(desk: Desk, form: Form, error: KbError | None = None, *, status: int = 200) -> Response:
    most = body_limit(desk.visit)
    return await desk.visit.page("kb/propose.html", status=status, form=form, error=error, most=most, words=await desk.read(words))


def went_on(desk: Desk, proposed: taking.Proposed, document: Document) -> Response:
    """To the proposals of that source, with what is to be said of how it was read."""
    source = proposed.taken.source_id
    visit = desk.visit
    told = f"{proposed.new} claims proposed from {source}" + (f"; {proposed.known} were there" if proposed.known else "")
    for line in (told, *proposed.taken.lines, *document.warnings):
        visit.datasette.add_message(visit.request, line + ".")
    return Response.redirect(visit.addresses.path("/review", source=source, order="text"), status=303)
