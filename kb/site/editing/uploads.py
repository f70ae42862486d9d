"""Read forms that bring a file with them, and keep the file for the next time that the form is sent."""

from __future__ import annotations

import base64
import binascii

from datasette.utils.asgi import Base400, PayloadTooLarge, Response

from kb.errors import DataError, UsageError
from kb.site.editing.forms import Form
from kb.site.visit import Visit
from kb.texts import characters

MOST_FIELDS = 40
PREVIEW, RECORD, FAILED = "preview", "record", "failed"  # what a page that imports is asked to do


def body_limit(visit: Visit) -> int:
    """Return the number of bytes that may be sent: the limit of Datasette, or 2 MB where it has none."""
    return int(visit.datasette.setting("max_post_body_bytes")) or 2_000_000


async def received(visit: Visit) -> tuple[Form, bytes, str]:
    """Return (fields, bytes of the uploaded file, its name), the last two empty without a file.

    Raises PayloadTooLarge, or UsageError where the body is not a form.
    """
    most = body_limit(visit)
    try:
        sent = await visit.request.form(
            files=True, max_file_size=most, max_request_size=most, max_fields=MOST_FIELDS, max_files=1, max_field_size=most
        )
    except PayloadTooLarge:
        raise
    except Base400 as error:
        raise UsageError(
            "the body is not a form, or it is too long", remedy=f"send it from the page itself, {most} bytes at most"
        ) from error
    fields: dict[str, str] = {}
    data, name = b"", ""
    for key in sent:
        value = sent[key]
        if isinstance(value, str):
            fields[key] = characters.typed(value)
        else:
            data, name = await value.read(), value.filename or ""
            await value.close()
    if not data and fields.get("kept"):
        data, name = kept(fields["kept"]), fields.get("kept-name", "")
    return Form(fields), data, name


def kept(field: str) -> bytes:
    """Return the bytes of a file that an earlier page kept. Raises UsageError where the field is not what that page wrote."""
    try:
        return base64.b64decode(field, validate=True)
    except binascii.Error as error:
        raise UsageError("the kept file is damaged", where="kept", remedy="choose the file again") from error


def keeping(form: Form, data: bytes, name: str, most: int) -> Form:
    """Return the form with the uploaded file in it, which a browser does not send again by itself, unless it is too long for a form."""
    if not data or len(data) * 4 / 3 > most / 2:
        return form
    return Form({**form.fields, "kept": base64.b64encode(data).decode(), "kept-name": name})


def refuse_none_or_both(form: Form, data: bytes) -> None:
    """Raise DataError where rows were neither pasted nor sent as a file, or both."""
    if data and form["sheet"]:
        raise DataError("is given twice, pasted and as a file", where="sheet", remedy="give only one of them")
    if not data and not form["sheet"]:
        raise DataError("is missing", where="sheet", remedy="paste the rows with their headings, or choose a file")


def as_file(text: str, name: str, kind: str) -> Response:
    """Return a text as a file to download."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Type": f"{kind}; charset=utf-8"}
    return Response(text, headers=headers, content_type=headers["Content-Type"])
