"""Whom a limit counts as one client."""

from __future__ import annotations

import ipaddress

from starlette.types import Scope

_IPV6_SITE = 64  # bits that one household or office shares


def client_of(scope: Scope) -> str:
    """Return the address of the peer; of an IPv6 address, the network that a single site is given."""
    peer = scope.get("client")
    host: str = peer[0] if peer else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ipaddress.ip_network((address, _IPV6_SITE), strict=False))
    return str(address)
