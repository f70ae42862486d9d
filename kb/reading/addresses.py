"""Which network addresses may be asked for a page: public ones only, unless somebody says otherwise.

A name is resolved once, every address it has is checked, and the connection goes to a checked address: what the name means a
moment later makes no difference.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable

from kb.errors import DataError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # its last four bytes are an IPv4 address that a gateway connects to
Resolver = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them; forms such as 2130706433 and 0177.0.0.1 come out as what they mean."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(host: str, port: int, seconds: float, allow_private: bool, resolver: Resolver = resolve) -> list[str]:
    """The addresses of a host, all of them public; DataError when one is not, or none is found in time."""
    addresses = in_time(host, port, seconds, resolver)
    private = [address for address in addresses if not public(address)]
    if private and not allow_private:
        raise DataError(
            f"{host} is {private[0]}, an address of this machine or a private network",
            where=host,
            remedy="save the page and give the file, or allow private addresses if you trust it",
        )
    return addresses


def in_time(host: str, port: int, seconds: float, resolver: Resolver) -> list[str]:
    """What the resolver finds; it cannot be interrupted, so it runs in a thread that nobody waits for longer than that."""
    found: list[str] = []
    errors: list[str] = []

    def ask() -> None:
        try:
            found.extend(resolver(host, port))
        except (OSError, UnicodeError) as error:
            errors.append(getattr(error, "strerror", None) or str(error))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(max(seconds, 0))
    if not found:
        why = errors[0] if errors else "no answer in time" if thread.is_alive() else "it has no address"
        raise DataError(f"the host {host} is not found: {why}", where=host, remedy="see that the address is written right")
    return found


def public(address: str) -> bool:
    """Whether an address is one of the public network, also where it carries another one inside."""
    try:
        ip: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = [ip]
    if isinstance(ip, ipaddress.IPv6Address):
        inner += [one for one in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())) if one]
        inner += [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)] if ip in NAT64 else []
        if ip.ipv4_mapped:
            inner.remove(ip)
    return "%" not in address and all(one.is_global and not special(one) for one in inner)


def special(ip: Address) -> bool:
    return (
        ip.is_private
        or ip.is_loopback
        or ip.is_link_local
        or ip.is_multicast
        or ip.is_unspecified
        or (ip.is_reserved and ip not in NAT64)
        or getattr(ip, "is_site_local", False)
    )
