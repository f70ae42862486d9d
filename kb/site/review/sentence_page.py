"""The page for reviewing a text sentence by sentence: its words, and under them every claim that they may make."""

from __future__ import annotations

import itertools
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb import review
from kb.base.model import Row
from kb.errors import KbError, UsageError
from kb.errors.remedies import worded
from kb.review import actors, by_sentence, choosing
from kb.review.by_sentence import Sentence
from kb.site import wording
from kb.site.editing import forms
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.errors import RefusedError
from kb.site.page_data import TEXT, first_row, words
from kb.site.review import batch, decisions, filters, sentence_form, showing
from kb.site.review.page import desk_of
from kb.site.visit import Visit

PATH = "/review/sentences"
SOURCE = "SELECT sources.id, title, url, published FROM sources WHERE id = ?"
CLAIM_TEXT = "SELECT text FROM claims WHERE id = ?"


async def view(visit: Visit) -> Response:
    """GET shows a sentence with its open proposals, and POST decides on them, and leads to the next."""
    desk = await desk_of(visit)
    if visit.request.method != "POST":
        return await page(desk, visit.arg("at"))
    form = await forms.received(visit.request, most_fields=sentence_form.MOST_FIELDS)
    try:
        if form["do"] == "undo":
            return await undo(desk)
        if form["do"] in (sentence_form.ADD, sentence_form.JOIN):
            return await rearranged(desk, form)
        return await decided(desk, form)
    except KbError as error:
        if isinstance(error, RefusedError):
            raise
        return await page(desk, form["sentence"], form, error)


async def decided(desk: Desk, form: Form) -> Response:
    """Carry out the decisions on a sentence in one run, and redirect to the next sentence."""
    places = [place for place, _ in await desk.read(by_sentence.queue, desk.visit.arg("source"))]
    run = await desk.write("review", sentence_form.work(form))
    accepted = [one for one in run.result if one.added]
    notes = [worded(note, wording.page) for one in accepted for note in one.added.notes]
    message = f"{len(accepted)} accepted, {len(run.result) - len(accepted)} {'put off' if form['do'] == 'later' else 'rejected'}"
    desk.visit.datasette.add_message(desk.visit.request, ". ".join([message, *notes]) + ".")
    at = places.index(form["sentence"]) if form["sentence"] in places else -1
    left = await desk.read(by_sentence.queue, desk.visit.arg("source"))
    following = next((place for place in places[at + 1 :] if place in dict(left)), left[0][0] if left and form["do"] != "later" else None)
    runs = batch.runs_of(desk.visit, desk.who) + ([run.run_id] if run.run_id else [])
    return batch.keep(redirect(desk, following), desk.visit, desk.who, runs)


async def rearranged(desk: Desk, form: Form) -> Response:
    """Add a proposal, or join two, and show the sentence again with everything that was typed."""
    run = await desk.write("review", sentence_form.work(form))
    if form["do"] == sentence_form.JOIN:
        form.fields[f"{form['like']}.quote"] = run.result
        form.fields = {name: value for name, value in form.fields.items() if not name.startswith(f"{form['other']}.")}
    response = await page(desk, form["sentence"], form, active=form["like"] if form["do"] == sentence_form.JOIN else run.result)
    runs = batch.runs_of(desk.visit, desk.who) + ([run.run_id] if run.run_id else [])
    return batch.keep(response, desk.visit, desk.who, runs)


async def undo(desk: Desk) -> Response:
    """Undo the decisions of the last run of the batch, and lead to its sentence."""
    runs = await desk.read(batch.standing, batch.runs_of(desk.visit, desk.who))
    if not runs:
        raise UsageError("there is no decision of yours to take back here", remedy="see all that was done under recent changes")
    proposal = await desk.read(batch.decided_in, runs[-1])
    await desk.write("undo", decisions.undo_all(runs[-1:]), reason="a decision of a review taken back")
    at = await desk.read(by_sentence.of_proposal, proposal or "")
    return batch.keep(redirect(desk, at), desk.visit, desk.who, runs[:-1])


def redirect(desk: Desk, at: str | None) -> Response:
    """Redirect to another sentence of the same text, or to the report where none is left."""
    source = desk.visit.arg("source")
    path = PATH if at else "/review/report"
    return Response.redirect(desk.visit.addresses.path(path, source=source, at=at), status=303)


async def page(desk: Desk, wanted: str, form: Form | None = None, error: KbError | None = None, *, active: str = "") -> Response:
    """Return the page of the wanted sentence, or of the first where that has no open proposal. `form` keeps what was typed for it."""
    source = desk.visit.arg("source")
    places = await desk.read(by_sentence.queue, source)
    ids = [place for place, _ in places]
    if not ids:
        return redirect(desk, None)
    at = wanted if wanted in ids else ids[0]
    details = await desk.read(shown, at)
    if form is not None and form["sentence"] == at:
        details["form"] = sentence_form.kept(details["form"], form)
    number = ids.index(at)
    context = {
        **details,
        "error": error,
        "faults": faults_of(error),
        "active": active,
        "chosen": source,
        "sources": (await desk.read(filters.choices))["sources"],
        "progress": await desk.read(review.progress, source or None),
        "batch": await desk.read(batch.standing, batch.runs_of(desk.visit, desk.who)),
        "words": await desk.read(words),
        "number": number + 1,
        "left": len(ids),
        "previous": ids[number - 1] if number else None,
        "following": ids[number + 1] if number + 1 < len(ids) else None,
        "at": PATH,
    }
    return await desk.visit.page("kb/sentence.html", status=status_of(error) if error else 200, **context)


def faults_of(error: KbError | None) -> dict[str, KbError]:
    """Return what is wrong by the name of its field."""
    return {f"{fault.proposal_id}.{fault.field}": fault.error for fault in error.faults} if isinstance(error, review.FaultsError) else {}


def shown(connection: sqlite3.Connection, sentence_id: str) -> Row:
    """Return everything that the page shows of a sentence."""
    sentence = by_sentence.find(connection, sentence_id)
    text = str(connection.execute(TEXT, (sentence.snapshot_id,)).fetchone()[0])
    return {
        "sentence": sentence,
        "source": first_row(connection, SOURCE, sentence.source_id),
        "unsettled": actors.unsettled(connection, sentence.source_id),
        "lines": lines(text, sentence),
        "form": sentence_form.defaults(connection, sentence),
        "shown": sentence_form.digest(connection, sentence),
        "related": {waiting.id: related(connection, waiting) for waiting in sentence.proposals},
        "chains": {waiting.id: showing.chain(connection, waiting) for waiting in sentence.proposals},
        "kinds": {name: choosing.kinds(connection, name) for name in ("speaker", "subject", "object", "predicate", "place")},
        "names": by_sentence.names_in_text(connection, sentence.source_id),
    }


def related(connection: sqlite3.Connection, waiting: review.Waiting) -> list[Row]:
    """Return the claims of the base that a proposal may repeat, contradict or update, each with its words."""
    return [
        {
            "relation": one.relation,
            "id": one.claim_id,
            "why": one.why,
            "text": connection.execute(CLAIM_TEXT, (one.claim_id,)).fetchone()[0],
        }
        for one in review.suggestions(connection, waiting)
    ]


def lines(text: str, sentence: Sentence) -> list[list[tuple[str, tuple[str, ...]]]]:
    """Return the paragraphs around a sentence, each a list of (words, names of what they belong to): "sentence", or a proposal's id."""
    marked = {"sentence": (sentence.start, sentence.end)}
    marked |= {waiting.id: (waiting.start_char, waiting.end_char) for waiting in sentence.proposals}
    low, high = showing.window(text, {"sentence": (sentence.start, sentence.end)})
    cuts = sorted({offset for span in marked.values() for offset in span})
    paragraphs: list[Any] = []
    for line in showing.LINE.finditer(text, low, high):
        if line[0].strip():
            offsets = [line.start(), *(offset for offset in cuts if line.start() < offset < line.end()), line.end()]
            pieces = [
                (text[a:b], tuple(name for name, (start, end) in marked.items() if start <= a and b <= end))
                for a, b in itertools.pairwise(offsets)
            ]
            paragraphs.append(pieces)
    return paragraphs
