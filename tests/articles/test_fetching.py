"""Fetching: limited in size, time and redirects; never an address of this machine or a private network unless asked."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kb.articles import fetch
from kb.articles.addresses import checked_addresses, is_public
from kb.errors import DataError, KbError, UsageError
from tests.harness.patience import within

PAGE = b"<html><body>The council said that the harbour would close.</body></html>"
PUBLIC = "93.184.216.34"


class Server(BaseHTTPRequestHandler):
    """/page, /to?ADDRESS (a redirect), /loop, /long, /chunks (endless), /slow and /slow-head (a byte now and then), /packed, /bomb, /403, /short."""

    def do_GET(self) -> None:
        path, _, rest = self.path.partition("?")
        try:
            getattr(self, "do_" + path.strip("/").replace("-", "_"), self.do_page)(rest)
        except OSError:
            return  # the client hung up, as it should

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_page(self, _: str) -> None:
        self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")

    def do_to(self, address: str) -> None:
        self.answer(302, Location=address)

    def do_loop(self, count: str) -> None:
        self.answer(301, Location=f"/loop?{int(count or 0) + 1}")

    def do_hops(self, count: str) -> None:
        self.answer(307, Location=f"/hops?{int(count) - 1}" if int(count) > 1 else "/page")

    def do_long(self, _: str) -> None:
        self.answer(200, Content_Length="200000000")

    def do_short(self, _: str) -> None:
        self.answer(200, PAGE, Content_Length=str(len(PAGE) + 10))

    def do_chunks(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65_536)

    def do_slow(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        self.drip()

    def do_slow_head(self, _: str) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        self.drip()

    def drip(self) -> None:
        for _ in range(400):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.02)

    def do_packed(self, _: str) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def do_bomb(self, _: str) -> None:
        self.answer(200, gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")

    def do_brotli(self, _: str) -> None:
        self.answer(200, b"x", Content_Encoding="br")

    def do_403(self, _: str) -> None:
        self.answer(403)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_its_address_type_and_time(port: int) -> None:
    got = fetch(f"http://127.0.0.1:{port}/hops?5", allow_private=True)
    assert (got.data, got.final_url, got.media_type) == (PAGE, f"http://127.0.0.1:{port}/page", "text/html; charset=utf-8")
    assert len(got.retrieved_at) == 20 and got.retrieved_at.endswith("Z")


LOOPBACK = [
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
    "[::]",
    "LOCALHOST.",
]


@pytest.mark.parametrize("host", LOOPBACK)
def test_this_machine_is_never_asked_unless_that_is_allowed(port: int, host: str) -> None:
    with pytest.raises(DataError, match=r"an address of this machine or a private network|is not found"):
        fetch(f"http://{host}:{port}/page")


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1"])
def test_other_spellings_of_an_address_are_seen_for_what_they_are(port: int, host: str) -> None:
    with pytest.raises(DataError, match=r"is 127\.0\.0\.1, an address of this machine"):
        fetch(f"http://{host}:{port}/page")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
        ),
        *(
            "192.0.2.1",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fe80::1%eth0",
            "fc00::1",
            "fec0::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
        ),
        # What the tables of Python 3.11 and 3.13 differ on, or leave out.
        *("192.0.0.9", "192.88.99.1", "64:ff9b:1::a00:1", "2001:0:808:808::", "2001:1::1", "3fff::1", "5f00::1", "100::1", "2002::1"),
        *("64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:db8::1", "2001:0:7f00:1::", "nonsense"),
    ],
)
def test_addresses_that_are_not_public_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", [PUBLIC, "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(address)


def test_what_is_public_does_not_change_with_the_version_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (ipaddress.IPv4Address, ipaddress.IPv6Address):
        for name in ("is_global", "is_private", "is_reserved"):
            monkeypatch.setattr(kind, name, property(lambda _: pytest.fail("the table of this version of Python was asked")))
    assert is_public("2002:808:808::1") and is_public(PUBLIC)
    assert not is_public("10.0.0.1") and not is_public("fc00::1")


def test_one_private_address_among_others_is_enough_to_refuse() -> None:
    with pytest.raises(DataError, match=r"is 10\.0\.0\.1"):
        checked_addresses("harbour.example", 80, 1, False, lambda *_: [PUBLIC, "10.0.0.1"])


@pytest.fixture
def diverted(port: int, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Connections to any address reach the server of these tests; the addresses they were for are listed."""
    asked: list[tuple[str, int]] = []
    connect = socket.create_connection

    def divert(address: tuple[str, int], timeout: float) -> socket.socket:
        asked.append(address)
        return connect(("127.0.0.1", port), timeout=timeout)

    monkeypatch.setattr(socket, "create_connection", divert)
    return asked


def test_a_redirect_to_this_machine_is_refused(port: int, diverted: list[tuple[str, int]]) -> None:
    answers = {"harbour.example": [PUBLIC], "inside.example": ["10.0.0.7"], "127.0.0.1": ["127.0.0.1"]}
    for inside in ("127.0.0.1", "inside.example"):
        with pytest.raises(DataError, match="an address of this machine or a private network"):
            fetch(f"http://harbour.example/to?http://{inside}/page", resolver=lambda host, _: answers[host])
    assert diverted == [(PUBLIC, 80), (PUBLIC, 80)]


def test_the_connection_goes_to_the_address_that_was_checked(diverted: list[tuple[str, int]]) -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]  # a name that means something else the second time it is asked for
    assert fetch("http://harbour.example:8080/page", resolver=lambda *_: answers.pop(0)).data == PAGE
    assert diverted == [(PUBLIC, 8080)]


@pytest.mark.parametrize(
    ("path", "match"),
    [
        ("loop", "more than 5 redirects"),
        ("hops?6", "more than 5 redirects"),
        ("long", "larger than 10 MB"),
        ("chunks", "larger than 10 MB"),
        ("bomb", "larger than 10 MB"),
        ("short", "breaks off"),
        ("brotli", "packs the page as 'br'"),
        ("403", r"403 Forbidden: it wants signing in or paying"),
        ("to?file:///etc/passwd", "redirects to 'file:///etc/passwd', which is no web address"),
        ("to?http://clerk:word@127.0.0.1/", "which is no web address"),
    ],
)
def test_what_cannot_be_had_says_why_and_what_to_do(port: int, path: str, match: str) -> None:
    with pytest.raises(DataError, match=match) as caught:
        fetch(f"http://127.0.0.1:{port}/{path}", allow_private=True)
    assert caught.value.where.startswith(f"http://127.0.0.1:{port}/")
    assert "save the page" in caught.value.remedy


@pytest.mark.parametrize("path", ["slow", "slow-head"])
@pytest.mark.thorough
def test_a_server_that_drips_is_cut_off(port: int, path: str) -> None:
    start = time.monotonic()
    with pytest.raises(DataError, match=r"no whole answer within 0\.3 seconds"):
        fetch(f"http://127.0.0.1:{port}/{path}", allow_private=True, seconds=0.3)
    assert time.monotonic() - start < within(3)


def test_a_name_that_is_never_resolved_is_given_up() -> None:
    released = threading.Event()
    with pytest.raises(DataError, match="no answer in time"):
        fetch("http://harbour.example/", seconds=0.2, resolver=lambda *_: [PUBLIC] if released.wait(5) else [])
    released.set()


def test_a_packed_page_is_unpacked(port: int) -> None:
    assert fetch(f"http://127.0.0.1:{port}/packed", allow_private=True).data == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "ftp://harbour.example/",
        "file:///etc/passwd",
        "harbour.example",
        "http://",
        "http://clerk:word@harbour.example/",
        "http://x:99999/",
        "http://[::1",
        "",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="not a web address"):
        fetch(url)


def test_a_server_without_a_certificate_and_one_that_is_not_there_are_told(port: int) -> None:
    with pytest.raises(DataError, match="cannot be fetched"):
        fetch(f"https://127.0.0.1:{port}/page", allow_private=True)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))  # held without listening, so that nothing else answers there meanwhile
        with pytest.raises(KbError, match="cannot be fetched"):
            fetch(f"http://127.0.0.1:{deaf.getsockname()[1]}/page", allow_private=True)


def test_an_address_comes_back_percent_encoded_and_smuggles_no_header_in(port: int) -> None:
    got = fetch(f"http://127.0.0.1:{port}/page?a b\u00e9", allow_private=True)
    assert (got.data, got.final_url) == (PAGE, f"http://127.0.0.1:{port}/page?a%20b%C3%A9")
    for url in (f"http://127.0.0.1:{port}/page\r\nX: 1", f"http://127.0.0.1:{port}\r\nX: 1/", f"http://127.0.0.1:{port}/\tpage"):
        with pytest.raises(UsageError, match="not a web address"):
            fetch(url, allow_private=True)
