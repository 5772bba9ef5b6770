"""`onrecord serve` as a command: what it refuses, when it is ready, how it ends."""

from __future__ import annotations

import shutil
import signal
import time
from pathlib import Path

import httpx
import pytest

from tests.ui.command_line import CommandLine
from tests.ui.serving import PASSWORDS, STOPS_WITHIN, serving

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what the server must refuse


@pytest.fixture
def indexed(library: CommandLine, onrecord: CommandLine) -> CommandLine:
    """The command in a folder with an index of its own."""
    shutil.copytree(library.folder / ".onrecord", onrecord.folder / ".onrecord")
    return onrecord


def test_without_an_index_it_says_how_to_make_one(onrecord: CommandLine) -> None:
    ran = onrecord("serve", "--port", "0")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "onrecord: There is no index in .onrecord: make one with `onrecord index PATHS`.\n"


def test_it_does_not_open_itself_to_others_without_logins(indexed: CommandLine) -> None:
    ran = indexed("serve", "--host", EVERYWHERE, "--port", "0")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("onrecord: On 0.0.0.0 others can reach this server: name its users")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--auth-file", "nobody.txt"), "make it with `onrecord users add nobody.txt NAME`."),
        (("--port", "70000"), "'--port'"),
        (("--host", "192.0.2.1", "--insecure"), "Cannot listen on 192.0.2.1:7860"),
    ],
)
def test_a_mistake_is_one_line(indexed: CommandLine, arguments: tuple[str, ...], message: str) -> None:
    ran = indexed("serve", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert message in ran.err


def test_a_token_that_could_be_guessed_is_refused(indexed: CommandLine) -> None:
    ran = indexed("serve", "--port", "0", **{"ONRECORD_SERVER__API_TOKEN": "letmein"})
    assert (ran.status, ran.out) == (2, "")
    assert "server.api_token has fewer than 16 characters" in ran.err
    assert "letmein" not in ran.err


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_asked_to(indexed: CommandLine, how: signal.Signals) -> None:
    with (
        serving(indexed) as served,
        httpx.Client(base_url=served.url) as client,
        client.stream("GET", "/gradio_api/heartbeat/mine") as open_page,
    ):
        assert open_page.status_code == 200
        began = time.monotonic()
        assert served.stop(how) == 0
        assert time.monotonic() - began < STOPS_WITHIN
    assert len(served.lines) == 1  # the one that said where it is
    assert sorted(path.name for path in indexed.folder.iterdir()) == [".onrecord", ".onrecord-chat"]


def test_a_question_under_way_is_answered_before_it_ends(indexed: CommandLine) -> None:
    question = {"question": "How many projects does the joint plan include?"}
    with serving(indexed) as served, served.client() as client:
        with client.stream("POST", "/api/v1/ask/stream", json=question) as answering:
            lines = answering.iter_lines()
            assert next(lines) == "event: queued"
            served.process.send_signal(signal.SIGTERM)
            assert "event: answer" in lines
        assert served.process.wait(STOPS_WITHIN) == 0


def test_a_new_generation_is_taken_up_without_a_restart(indexed: CommandLine, project: Path) -> None:
    question = {"question": "How many harbours reopen in May?"}
    corpus = indexed.folder / "corpus"
    shutil.copytree(project / "tests" / "data" / "small-corpus", corpus)
    with serving(indexed) as served, served.client() as client:
        before = client.get("/api/v1/statements").json()["total"]
        (corpus / "harbours.txt").write_text(
            "Anna Bergström, Minister of Ports\n4 May 2021\n\n"
            "Anna Bergström: Nine harbours reopen in May, and two more in June.\n",
            encoding="utf-8",
        )
        built = indexed("index", str(project / "seeds"), str(corpus))
        assert built.status == 0, built.err
        assert client.get("/api/v1/statements").json()["total"] == before + 1
        answer = client.post("/api/v1/ask", json=question).json()
        assert "Nine harbours reopen in May" in answer["text"]


def test_behind_a_proxy_it_knows_its_public_address(indexed: CommandLine, users_file: Path) -> None:
    public = {
        "ONRECORD_SERVER__ROOT_PATH": "/records",
        "ONRECORD_SERVER__ALLOWED_HOSTS": "records.example.org",
        "ONRECORD_SERVER__AUTH_FILE": str(users_file),
    }
    told = {"Host": "records.example.org", "X-Forwarded-Proto": "https", "Accept": "text/html"}
    form = {"name": "anna", "password": PASSWORDS["anna"], "next": "/?conversation=7"}
    with serving(indexed, **public) as served, served.client(**told) as client:
        assert client.get("/").headers["Location"] == "/records/login"
        assert 'action="/records/login"' in client.get("/login").text
        sent = client.post("/login", data=form, headers={"Origin": "https://records.example.org"})
        assert sent.headers["Location"] == "/records/?conversation=7"
        cookie = sent.headers["Set-Cookie"].partition(";")[0]
        page = client.get("/", headers={"Cookie": cookie})
        assert '"root":"https://records.example.org/records"' in page.text
