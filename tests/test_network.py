"""The suite itself cannot reach the network."""

from __future__ import annotations

import os
import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_a_connection_to_the_world_is_refused() -> None:
    with socket.socket() as client, pytest.warns(UserWarning, match="tried to use socket"):  # noqa: SIM117
        with pytest.raises(SocketConnectBlockedError):
            client.connect(("192.0.2.1", 443))  # TEST-NET-1 of RFC 5737: nobody's address


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())


def test_the_hugging_face_libraries_are_offline() -> None:
    assert os.environ["HF_HUB_OFFLINE"] == "1"
