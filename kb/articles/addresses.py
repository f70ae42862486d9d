"""Decide which network addresses a page may be fetched from: public ones only, unless the caller allows private ones.

A host name is resolved once, all of its addresses are checked, and the connection goes to a checked address, so that a name that
resolves differently a moment later cannot reach a private network. The networks are listed here because the answers of `ipaddress`
change between versions of Python.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable

from kb.errors import DataError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# IANA's registries of special-purpose and multicast addresses. A network is excluded whole, even where the registry makes
# a few of its addresses reachable, because none of those serves pages.
NOT_PUBLIC_IPV4 = [
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a carrier's NAT
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, with the metadata services of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # IETF protocols
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
GLOBAL_UNICAST = ipaddress.IPv6Network(
    "2000::/3"
)  # all IPv6 addresses that are assigned to anybody; loopback, link-local, private and multicast lie outside
NOT_PUBLIC_IPV6 = [
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocols, Teredo among them
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
]
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # the last four bytes are the IPv4 address that the gateway connects to
Resolver = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host as the system resolves them, with forms such as 2130706433 and 0177.0.0.1 made canonical."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in infos))


def checked_addresses(host: str, port: int, seconds: float, allow_private: bool, resolver: Resolver = resolve) -> list[str]:
    """Return the IP addresses of a host, all of them public unless `allow_private` is set.

    Raises DataError when one of them is not public, or none is found within `seconds`.
    """
    addresses = resolve_within(host, port, seconds, resolver)
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        raise DataError(
            f"{host} is {private[0]}, an address of this machine or a private network",
            where=host,
            remedy="save the page and give the file, or allow private addresses if you trust it",
        )
    return addresses


def resolve_within(host: str, port: int, seconds: float, resolver: Resolver) -> list[str]:
    """Return the IP addresses that the resolver finds within `seconds`. Raises DataError when it finds none.

    A resolver cannot be interrupted, so it runs in a daemon thread that is abandoned after that time.
    """
    answers: list[str] = []
    errors: list[str] = []

    def run() -> None:
        try:
            answers.extend(resolver(host, port))
        except (OSError, UnicodeError) as error:
            errors.append(getattr(error, "strerror", None) or str(error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(max(seconds, 0))
    if not answers:
        why = errors[0] if errors else "no answer in time" if thread.is_alive() else "it has no address"
        raise DataError(f"the host {host} is not found: {why}", where=host, remedy="check the spelling of the address")
    return answers


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network, judging an IPv6 address with an embedded IPv4 address by the latter."""
    try:
        ip: Address = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.scope_id:
            return False
        embedded = embedded_ipv4(ip)
        if embedded is None:
            return ip in GLOBAL_UNICAST and not any(ip in network for network in NOT_PUBLIC_IPV6)
        ip = embedded
    return not any(ip in network for network in NOT_PUBLIC_IPV4)


def embedded_ipv4(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that packets to this IPv6 address reach in the end (mapped, 6to4 or NAT64), or None."""
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
