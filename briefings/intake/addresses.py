"""Which addresses on the network the bot may visit."""

import ipaddress
import socket
from typing import Any, Final

from aiohttp.abc import AbstractResolver, ResolveResult

from briefings.intake.errors import IntakeError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
AddressInfo = tuple[Any, ...]
"""Family, type, protocol, canonical name and socket address, as `socket.getaddrinfo` gives them."""

GLOBAL_UNICAST: Final = ipaddress.IPv6Network("2000::/3")
"""All of IPv6 that is given out for hosts on the internet (RFC 4291); only what lies in it can be public."""

NOT_PUBLIC_IPV4: Final = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
        ),
    )
)  # fmt: skip
"""IANA's special-purpose addresses (RFC 6890), multicast, and the address of Azure's host services."""

NOT_PUBLIC_IPV6: Final = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""What of global unicast is not public: protocol assignments with Teredo, documentation, 6to4.

Forms that carry an IPv4 address lead to hosts that a check of IPv6 does not see; nobody publishes news at them.
"""

MOST_ADDRESSES: Final = 8
"""Addresses of one host that are tried."""


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


class PublicResolver(AbstractResolver):
    """Finds the public addresses of a host, at most MOST_ADDRESSES; a host with none is IntakeError "private_address".

    They are sorted out before a connection is tried: of a host with several, the client tries one after another and
    keeps to itself why each of them failed.
    """

    def __init__(self, resolver: AbstractResolver) -> None:
        self._resolver: Final = resolver

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return where the host may be visited."""
        found = await self._resolver.resolve(host, port, family)
        public = [result for result in found if is_public(result["host"])]
        if not found:
            raise OSError(f"{host} has no address")
        if not public:
            raise IntakeError("private_address")
        return public[:MOST_ADDRESSES]

    async def close(self) -> None:
        """Release what the resolver holds."""
        await self._resolver.close()


def is_public(address: str) -> bool:
    """Whether a numeric address is on the public internet, IPv4 mapped into IPv6 as the IPv4 address that it is."""
    try:
        return _is_public(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return False


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_IPV4)
    if address.ipv4_mapped is not None:
        return _is_public(address.ipv4_mapped)
    return address in GLOBAL_UNICAST and not any(address in network for network in NOT_PUBLIC_IPV6)
