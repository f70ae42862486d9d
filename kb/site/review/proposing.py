"""The page for pasting or uploading an article, which becomes a source, and whose proposed claims go into the queue."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from kb import articles
from kb.articles import Document
from kb.base.model import Row
from kb.base.worker_connection import on_base
from kb.errors import DataError, KbError
from kb.errors.remedies import worded
from kb.exchange import referenced
from kb.names.lookup import Lookup
from kb.review import actors, intake
from kb.site import bounded, wording
from kb.site.editing import uploads
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.errors import RefusedError
from kb.site.page_data import words
from kb.site.review import sentence_page
from kb.site.review.page import desk_of
from kb.site.visit import Visit

SOURCE_FIELDS = ("title", "published", "publisher", "url", "rights", "access", "kind", "language")
BESIDE = ("author", "identifiers", "note", "language")  # what a reference may say for which the form has no field
ASKED = ("authors", "published", "publisher")  # what every source should say, and a person can look up when the article does not


async def view(visit: Visit) -> Response:
    """GET shows the form, and POST records the article in a run, and leads to its proposals."""
    desk = await desk_of(visit)
    if visit.request.method != "POST":
        return await form_page(desk, Form({"title": visit.arg("title")}))
    form, data, name = await uploads.received(visit)
    try:
        described, told = await of_reference(desk, form)
        if form["reference"] and form["filled"] != digest(form):
            kept = uploads.keeping(filled_in(form, described), data, name, uploads.body_limit(visit))
            return await form_page(desk, kept, await wrong_date(desk, kept), told=told)
        values = source_values(form) | beside_the_form(form, described)
        article, how = received_article(form, data, name)
        path = Path(desk.visit.database.path)
        document, proposals = await bounded.call(visit, bounded.READING, on_base, path, intake.read_and_propose, article, values, **how)
        if not form["asked"] and (lacking := [key for key in ASKED if key in document.missing and not form[key]]):
            known = await desk.read(intake.source_of_bytes, document)
            if known is None:
                return await form_page(desk, uploads.keeping(form, data, name, uploads.body_limit(visit)), lacking=lacking)
        run = await desk.write("propose", lambda run: intake.take(run, document, values, proposals=proposals))
    except KbError as error:
        if isinstance(error, RefusedError):
            raise
        return await form_page(desk, form, error, status=status_of(error))
    return await to_proposals(desk, run.result, document)


def received_article(form: Form, data: bytes, name: str) -> tuple[bytes, dict[str, Any]]:
    """Return the bytes of the pasted or uploaded article, and how to read them. Raises DataError where there is none, or both."""
    if data and form["article"]:
        raise DataError("is given twice, pasted and as a file", where="article", remedy="give only one of them")
    if not data and not form["article"]:
        raise DataError("is missing", where="article", remedy="paste its text, or choose a file")
    how = {"url": form["url"] or None, "keep_all": bool(form["keep_all"])}
    if data:
        return data, {"name": name, **how}
    return form["article"].encode("utf-8", "replace"), {"name": "pasted.txt", "media_type": "text/plain; charset=utf-8", **how}


def source_values(form: Form) -> dict[str, Any]:
    """Return the values that the form gives for the source, which take precedence over the article's own metadata."""
    values: dict[str, Any] = form.some(SOURCE_FIELDS)
    authors = [name.strip() for name in form["authors"].split(";") if name.strip()]
    return values | ({"authors": authors} if authors else {})


async def of_reference(desk: Desk, form: Form) -> tuple[Row, list[str]]:
    """Return what the pasted reference says of the source, and lines on what is left out; nothing where there is none."""
    if not form["reference"]:
        return {}, []
    pasted = form["reference"].encode("utf-8", "replace")
    described: tuple[Row, list[str]] = await desk.check(referenced.of_source, "the reference", pasted)
    return described


def digest(form: Form) -> str:
    """Return a mark of the pasted reference, by which the page knows that its fields were filled from this one and seen."""
    return hashlib.sha256(form["reference"].encode("utf-8", "replace")).hexdigest()[:16]


def filled_in(form: Form, described: Row) -> Form:
    """Return the form with its empty fields filled from a reference. What a person typed stays."""
    fields = {name: str(described[name]) for name in SOURCE_FIELDS if name in described}
    fields |= {"authors": "; ".join(described.get("authors", ()))}
    typed = {name: value for name, value in form.fields.items() if value}
    return Form(fields | typed | {"filled": digest(form)})


def beside_the_form(form: Form, described: Row) -> Row:
    """Return what a reference says for which the form has no field; the fields count as they were sent, also where somebody emptied one."""
    basis = ("published_basis",) if form["published"] == described.get("published") else ()
    return {name: described[name] for name in (*BESIDE, *basis) if name in described}


async def wrong_date(desk: Desk, form: Form) -> KbError | None:
    """Return what is wrong with the date that a reference gave, so that it is seen with the fields that were filled."""
    try:
        if form["published"]:
            await desk.read(lambda connection: Lookup(connection).date(form["published"], "published"))
    except DataError as error:
        return error
    return None


async def form_page(
    desk: Desk,
    form: Form,
    error: KbError | None = None,
    *,
    status: int = 200,
    lacking: Sequence[str] = (),
    told: Sequence[str] | None = None,
) -> Response:
    """Return the page with the form. `lacking` names what the article does not say, for which the page asks once; `told` what a reference
    says and no source holds, once its fields are filled."""
    most = uploads.body_limit(desk.visit)
    shown: Row = {"error": error, "most": most, "lacking": lacking, "told": told, "words": await desk.read(words)}
    return await desk.visit.page("kb/propose.html", status=status, form=form, **shown)


async def to_proposals(desk: Desk, proposed: intake.Proposed, document: Document) -> Response:
    """Redirect to the actors of the source that nobody has settled, or else to its sentences, with messages about how it was read."""
    source = proposed.source.source_id
    visit = desk.visit
    counts = f"{proposed.new} claims proposed from {source}" + (f"; {proposed.known} were there" if proposed.known else "")
    omitted = articles.omitted(document, most=2, longest=45)  # messages travel in a cookie, which holds 4,096 bytes
    for line in (counts, *proposed.source.lines, *omitted, *document.warnings):
        visit.datasette.add_message(visit.request, worded(line, wording.page) + ".")
    if await desk.read(actors.unsettled, source):
        return Response.redirect(visit.addresses.path(f"/review/actors/{source}"), status=303)
    return Response.redirect(visit.addresses.path(sentence_page.PATH, source=source), status=303)
