"""Which addresses on the network the bot may visit."""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any, Final

from briefings.intake.errors import IntakeError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
AddressInfo = tuple[Any, ...]
"""Family, type, protocol, canonical name and socket address, as `socket.getaddrinfo` gives them."""

_IPV4_INSIDE_IPV6: Final = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""Networks whose last 32 bits are an IPv4 address (RFC 6052, RFC 8215, RFC 4291)."""


def public_socket(info: AddressInfo) -> socket.socket:
    """A socket for a connection to this address; raises IntakeError "private_address" where it is not public.

    Called for the very address that is connected to, so neither spellings of a number (127.1, 0x7f000001) nor a name
    that changes its address after a check (DNS rebinding) lead inside.
    """
    if not is_public(info[4][0]):
        raise IntakeError("private_address")
    return any_socket(info)


def any_socket(info: AddressInfo) -> socket.socket:
    """A socket for a connection to any address."""
    family, kind, protocol, *_ = info
    return socket.socket(family, kind, protocol)


SocketFactory = Callable[[AddressInfo], socket.socket]


def is_public(address: str) -> bool:
    """Whether a numeric address is on the public internet.

    Private, loopback, link-local, shared (CGNAT), multicast and reserved ranges are not, in IPv4 or wrapped into IPv6.
    """
    try:
        return _is_public(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return False


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and (inner := _wrapped(address)) is not None:
        return _is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if any(address in network for network in _IPV4_INSIDE_IPV6):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
