"""Fetch a page that a person named, over HTTP or HTTPS, of limited size, in limited time, and from public addresses only.

It sends no cookies and no credentials, and uses no proxy, because a proxy would resolve names without our checks. Certificates are
verified against the system's authorities.
"""

from __future__ import annotations

import datetime
import http.client
import socket
import ssl
import threading
import time
import urllib.parse
import zlib
from dataclasses import dataclass, field
from http import HTTPStatus

from kb.articles import addresses, limits
from kb.articles.document import Fetched
from kb.errors import DataError, UsageError
from kb.version import __version__

REDIRECT = {301, 302, 303, 307, 308}
PORTS = {"http": 80, "https": 443}
SAVE = "open it in a browser, save the page or its text, and give that file"
CHUNK = 65_536


@dataclass
class Call:
    """The state of one fetch, redirects included: its permission, its deadline, and the socket that is open."""

    allow_private: bool
    seconds: float
    resolver: addresses.Resolver = addresses.resolve
    deadline: float = field(init=False)
    socket: socket.socket | None = None

    def __post_init__(self) -> None:
        self.deadline = time.monotonic() + self.seconds

    def seconds_left(self) -> float:
        """Return the seconds left until the deadline. Raises DataError when there are none."""
        rest = self.deadline - time.monotonic()
        if rest <= 0:
            raise DataError(f"no whole answer within {self.seconds:g} seconds", remedy=f"try again later, or {SAVE}")
        return rest

    def abort(self) -> None:
        """Shut the open socket down, which ends a read that waits for a server that sends a byte now and then."""
        if self.socket is not None:
            try:
                self.socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    seconds: float = limits.SECONDS,
    resolver: addresses.Resolver = addresses.resolve,
) -> Fetched:
    """Return the page at a web address, following at most limits.REDIRECTS redirects and reading at most limits.FETCHED bytes.

    `allow_private` admits addresses of this machine and of private networks; `seconds` limits the whole fetch.
    Raises UsageError for a string that is no web address, DataError when the page cannot be fetched or is refused.
    """
    call = Call(allow_private, seconds, resolver)
    timer = threading.Timer(seconds, call.abort)
    timer.daemon = True
    timer.start()
    try:
        for _ in range(limits.REDIRECTS + 1):
            result = request(url, call)
            if isinstance(result, Fetched):
                return result
            url = result
        raise DataError(f"more than {limits.REDIRECTS} redirects", where=url, remedy=SAVE)
    except DataError as error:
        raise (error if error.where else error.at(url)) from error.__cause__
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        call.seconds_left()
        raise DataError(f"the page cannot be fetched: {getattr(error, 'strerror', None) or error}", where=url, remedy=SAVE) from error
    finally:
        timer.cancel()


def parts_of(url: str) -> tuple[str, str, int, str]:
    """Return (scheme, host, port, request target) of a web address. Raises UsageError for any other string."""
    try:
        split = urllib.parse.urlsplit(url.strip())
        host, port = (split.hostname or "").encode("idna" if not (split.hostname or "").isascii() else "ascii").decode(), split.port
    except (ValueError, UnicodeError) as error:
        raise UsageError(f"not a web address: {error}", where=url, remedy="give one like https://example.org/article") from error
    if split.scheme not in PORTS or not host or split.username or split.password:
        raise UsageError(
            "not a web address of http or https without a name and password", where=url, remedy="give one like https://example.org/article"
        )
    if any(character < " " or character == "\x7f" for character in url.strip()):
        raise UsageError(
            "not a web address: it holds a line end or another control character", where=repr(url), remedy="give it on one line"
        )
    path = urllib.parse.quote(split.path or "/", safe="/:@!$&'()*+,;=~%-._")
    query = "?" + urllib.parse.quote(split.query, safe="/:@!$&'()*+,;=~%-._?") if split.query else ""
    return split.scheme, host, port or PORTS[split.scheme], path + query


def request(url: str, call: Call) -> Fetched | str:
    """Send one request and return the page, or the address that it redirects to."""
    scheme, host, port, target = parts_of(url)
    connection = connected(scheme, host, port, call)
    try:
        connection.request(
            "GET", target, headers={"User-Agent": f"source-tracking-kb/{__version__}", "Accept-Encoding": "identity", "Accept": "*/*"}
        )
        response = connection.getresponse()
        location = response.getheader("Location")
        if response.status in REDIRECT and location:
            return next_address(url, location)
        refuse_status(response)
        data = unpacked(body(response, call), response.getheader("Content-Encoding") or "identity")
    finally:
        connection.close()
    shown = f"[{host}]" if ":" in host else host
    final = f"{scheme}://{shown}{f':{port}' if port != PORTS[scheme] else ''}{target}"
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Fetched(data, final, response.getheader("Content-Type"), now)


def next_address(url: str, location: str) -> str:
    """Return the address that a redirect leads to. Raises DataError when that is no web address."""
    following = urllib.parse.urljoin(url, location)
    try:
        parts_of(following)
    except UsageError as error:
        raise DataError(f"the server redirects to {following[:200]!r}, which is no web address", remedy=SAVE) from error
    return following


def connected(scheme: str, host: str, port: int, call: Call) -> http.client.HTTPConnection:
    """Return a connection to one of the host's checked addresses. A certificate must still be for the host's name."""
    problem: OSError | None = None
    for address in addresses.checked_addresses(host, port, call.seconds_left(), call.allow_private, call.resolver):
        try:
            plain = socket.create_connection((address, port), timeout=call.seconds_left())
        except OSError as error:
            problem = error
            continue
        call.socket = plain
        if scheme == "http":
            connection = http.client.HTTPConnection(host, port)
            connection.sock = plain
            return connection
        secure = http.client.HTTPSConnection(host, port)
        try:
            secure.sock = call.socket = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except (OSError, ValueError):
            plain.close()
            raise
        return secure
    raise problem or OSError(f"{host} has no address")


def refuse_status(response: http.client.HTTPResponse) -> None:
    """Raise DataError for any status but 200."""
    status = response.status
    if status == HTTPStatus.OK:
        return
    what = f"the server answers {status} {response.reason}".rstrip()
    if status in (401, 402, 403, 407, 451):
        what += ": it wants signing in or paying, or lets no programs in"
    raise DataError(what, remedy=SAVE)


def body(response: http.client.HTTPResponse, call: Call) -> bytes:
    """Return the body as sent. Raises DataError as soon as it is known to exceed limits.FETCHED bytes, or when it breaks off."""
    pieces, size = [], int(length) if (length := response.getheader("Content-Length") or "").isdigit() else 0
    if size <= limits.FETCHED:
        size = 0
        while size <= limits.FETCHED:
            call.seconds_left()
            piece = response.read1(CHUNK)
            if not piece:
                break
            pieces.append(piece)
            size += len(piece)
    if size > limits.FETCHED:
        raise too_large()
    call.seconds_left()
    if response.length:
        raise DataError("the answer breaks off", remedy="try again, or " + SAVE)
    return b"".join(pieces)


def too_large() -> DataError:
    """Return the error for a page of more than limits.FETCHED bytes."""
    return DataError(f"the page is larger than {limits.FETCHED / 1_000_000:g} MB", remedy=SAVE)


def unpacked(data: bytes, encoding: str) -> bytes:
    """Return the body decompressed, for servers that compress it unasked. Raises DataError beyond limits.FETCHED bytes."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return data
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise DataError(f"the server packs the page as {encoding!r}, which is not read", remedy=SAVE)
    decompressor = zlib.decompressobj(wbits=47)
    out = decompressor.decompress(data, limits.FETCHED + 1)
    if len(out) > limits.FETCHED:
        raise too_large()
    if not decompressor.eof:
        raise DataError("the answer breaks off", remedy="try again, or " + SAVE)
    return out
