"""Fetch a page that a person named: over HTTP or HTTPS, of limited size, in limited time, and from public addresses only.

No cookies, no credentials, no proxy (a proxy would look names up where nothing is checked). Certificates are checked as the system does.
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

import kb
from kb.errors import DataError, UsageError
from kb.reading import addresses, limits
from kb.reading.types import Fetched

REDIRECT = {301, 302, 303, 307, 308}
PORTS = {"http": 80, "https": 443}
SAVE = "open it in a browser, save the page or its text, and give that file"
CHUNK = 65_536


@dataclass
class Call:
    """One fetch, redirects included: what it may cost, and what it has cost."""

    allow_private: bool
    most: int
    seconds: float
    resolver: addresses.Resolver = addresses.resolve
    until: float = field(init=False)
    socket: socket.socket | None = None

    def __post_init__(self) -> None:
        self.until = time.monotonic() + self.seconds

    def left(self) -> float:
        """Seconds left; DataError when there are none."""
        rest = self.until - time.monotonic()
        if rest <= 0:
            raise DataError(f"no whole answer within {self.seconds:g} seconds", remedy=f"try again later, or {SAVE}")
        return rest

    def cut(self) -> None:
        """Close the connection under whoever waits on it: a server that sends a byte now and then must not hold us."""
        if self.socket is not None:
            try:
                self.socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    most: int = limits.FETCHED,
    seconds: float = limits.SECONDS,
    redirects: int = limits.REDIRECTS,
    resolver: addresses.Resolver = addresses.resolve,
) -> Fetched:
    """The page at an address. `allow_private` lets it be on this machine or a private network.

    Raises UsageError for what is no web address, DataError when the page cannot be had or is refused.
    """
    call = Call(allow_private, most, seconds, resolver)
    timer = threading.Timer(seconds, call.cut)
    timer.daemon = True
    timer.start()
    try:
        for _ in range(redirects + 1):
            answer = one(url, call)
            if isinstance(answer, Fetched):
                return answer
            url = answer
        raise DataError(f"more than {redirects} redirects", where=url, remedy=SAVE)
    except DataError as error:
        raise (error if error.where else error.at(url)) from error.__cause__
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        call.left()
        raise DataError(f"the page cannot be fetched: {getattr(error, 'strerror', None) or error}", where=url, remedy=SAVE) from error
    finally:
        timer.cancel()


def parts_of(url: str) -> tuple[str, str, int, str]:
    """(scheme, host, port, target) of a web address; UsageError for any other."""
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


def one(url: str, call: Call) -> Fetched | str:
    """One request: the page, or the address it redirects to."""
    scheme, host, port, target = parts_of(url)
    connection = connected(scheme, host, port, call)
    try:
        connection.request(
            "GET", target, headers={"User-Agent": f"source-tracking-kb/{kb.__version__}", "Accept-Encoding": "identity", "Accept": "*/*"}
        )
        response = connection.getresponse()
        location = response.getheader("Location")
        if response.status in REDIRECT and location:
            return next_address(url, location)
        refuse_status(response)
        data = unpacked(body(response, call), response.getheader("Content-Encoding") or "identity", call.most)
    finally:
        connection.close()
    shown = f"[{host}]" if ":" in host else host
    final = f"{scheme}://{shown}{f':{port}' if port != PORTS[scheme] else ''}{target}"
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Fetched(data, final, response.getheader("Content-Type"), now)


def next_address(url: str, location: str) -> str:
    """Where a redirect leads; DataError when that is no web address."""
    following = urllib.parse.urljoin(url, location)
    try:
        parts_of(following)
    except UsageError as error:
        raise DataError(f"the server redirects to {following[:200]!r}, which is no web address", remedy=SAVE) from error
    return following


def connected(scheme: str, host: str, port: int, call: Call) -> http.client.HTTPConnection:
    """A connection to one of the host's checked addresses; its name is still what the certificate must show."""
    problem: OSError | None = None
    for address in addresses.checked(host, port, call.left(), call.allow_private, call.resolver):
        try:
            plain = socket.create_connection((address, port), timeout=call.left())
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
    status = response.status
    if status == HTTPStatus.OK:
        return
    told = f"the server answers {status} {response.reason}".rstrip()
    if status in (401, 402, 403, 407, 451):
        told += ": it wants signing in or paying, or lets no programs in"
    raise DataError(told, remedy=SAVE)


def body(response: http.client.HTTPResponse, call: Call) -> bytes:
    """The bytes as sent; refused as soon as they are known to be too many."""
    pieces, size = [], int(length) if (length := response.getheader("Content-Length") or "").isdigit() else 0
    if size <= call.most:
        size = 0
        while size <= call.most:
            call.left()
            piece = response.read1(CHUNK)
            if not piece:
                break
            pieces.append(piece)
            size += len(piece)
    if size > call.most:
        raise too_large(call.most)
    call.left()
    if response.length:
        raise DataError("the answer breaks off", remedy="try again, or " + SAVE)
    return b"".join(pieces)


def too_large(most: int) -> DataError:
    return DataError(f"the page is larger than {most / 1_000_000:g} MB", remedy=SAVE)


def unpacked(data: bytes, encoding: str, most: int) -> bytes:
    """The bytes of the page where the server packed them although nobody asked; no more than `most` come out."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return data
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise DataError(f"the server packs the page as {encoding!r}, which is not read", remedy=SAVE)
    machine = zlib.decompressobj(wbits=47)
    out = machine.decompress(data, most + 1)
    if len(out) > most:
        raise too_large(most)
    if not machine.eof:
        raise DataError("the answer breaks off", remedy="try again, or " + SAVE)
    return out
