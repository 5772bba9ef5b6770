from __future__ import annotations

import socket
from pathlib import Path

import pytest
from pydantic import SecretStr

from ui.errors import SettingsError
from ui.server.addresses import check_exposure, hosts_of, is_loopback, listen, url_of
from ui.server.settings import ServerSettings


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine_alone_needs_no_login(host: str) -> None:
    assert is_loopback(host)
    check_exposure(ServerSettings(host=host), insecure=False)


EVERYWHERE = "0.0.0.0"  # noqa: S104 - what the server must refuse


@pytest.mark.parametrize(
    "host", [EVERYWHERE, "::", "192.0.2.1", "records.example.org", "localhost.evil.example"]
)
def test_others_need_a_login_unless_it_is_forced(host: str) -> None:
    with pytest.raises(SettingsError, match=f"On {host} others can reach this server"):
        check_exposure(ServerSettings(host=host), insecure=False)
    check_exposure(ServerSettings(host=host), insecure=True)
    check_exposure(ServerSettings(host=host, auth_file=Path("users.txt")), insecure=False)


def test_names_the_server_answers_to() -> None:
    here = ["localhost", "127.0.0.1", "[::1]"]
    name = socket.gethostname().lower()
    assert hosts_of(ServerSettings(host=EVERYWHERE)) == [*here, name]
    settings = ServerSettings(host="2001:db8::1", allowed_hosts="records.example.org, *.example.net")
    assert hosts_of(settings) == [*here, "[2001:db8::1]", name, "records.example.org", "*.example.net"]


def test_a_port_that_is_taken_is_named() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        assert url_of(taken) == f"http://127.0.0.1:{port}/"
        with pytest.raises(SettingsError, match=f"Cannot listen on 127.0.0.1:{port} .* choose another"):
            listen("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"Cannot listen on 192\.0\.2\.1:0"):
        listen("192.0.2.1", 0)


def test_a_token_that_could_be_guessed_is_refused() -> None:
    assert ServerSettings(api_token=SecretStr("0123456789abcdef")).token() == "0123456789abcdef"
    with pytest.raises(SettingsError, match="fewer than 16 characters"):
        ServerSettings(api_token=SecretStr("letmein")).token()
