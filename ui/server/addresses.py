"""Where the server listens, and the names it answers to."""

from __future__ import annotations

import ipaddress
import socket

from ui.errors import SettingsError
from ui.server.settings import ServerSettings

_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def check_exposure(settings: ServerSettings, *, insecure: bool) -> None:
    """Make sure that a server which others can reach asks them who they are.

    Raises:
        SettingsError: it does not, and nobody said that this is meant.
    """
    if settings.auth_file is None and not insecure and not is_loopback(settings.host):
        raise SettingsError(
            f"On {settings.host} others can reach this server: name its users with --auth-file FILE "
            "(`onrecord users add FILE NAME`), or say --insecure to let everybody in."
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`; a name other than localhost may lead anywhere."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def hosts_of(settings: ServerSettings) -> list[str]:
    """Return what may stand in the Host header of a request.

    A name that is not listed could be one that an attacker's DNS points here (DNS rebinding).
    """
    own = [] if _is_wildcard(settings.host) else [_written(settings.host)]
    return [*_LOCAL, *own, socket.gethostname().lower(), *settings.hosts()]


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        SettingsError: the address is not one of this machine, or is taken.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise SettingsError(
            f"Cannot listen on {_written(host)}:{port} ({error.strerror}): "
            "choose another with --host or --port."
        ) from error


def url_of(listening: socket.socket) -> str:
    """Return the address that a browser on this machine opens."""
    host, port = listening.getsockname()[:2]
    shown = "127.0.0.1" if _is_wildcard(host) else _written(host)
    return f"http://{shown}:{port}/"


def _is_wildcard(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
