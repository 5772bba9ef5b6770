from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.rag.generators.chat_model import scripted_endpoint as scripted
from tests.rag.generators.chat_model.scripted_endpoint import Endpoint, scripted_endpoint
from tests.ui.command_line import InProcess

PROJECTS = "How many projects does the joint plan include?"
GOOD = ("We shall repair 14 lighthouses before the winter", 1, "They shall repair 14 lighthouses.")
BAD = ("two more will follow", 1, "Sixteen lighthouses will be repaired.")


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """A scripted server on loopback."""
    with scripted_endpoint() as served:
        yield served


def test_check_tells_what_the_endpoint_is(inside: InProcess, endpoint: Endpoint) -> None:
    endpoint.does(scripted.sentences(GOOD, BAD), scripted.reply("They shall repair 14 lighthouses [1]."))
    ran = inside("models", "check", "--base-url", endpoint.url)
    assert ran.status == 0
    for told in ("server: llama.cpp", "model: tiny", "streams: yes", "JSON schemas: yes"):
        assert told in ran.out
    assert ran.out.count("They shall repair 14 lighthouses. (verified)") == 2
    assert "Sixteen lighthouses will be repaired. (unsupported, the number Sixteen" in ran.out


def test_check_as_json_without_schemas(inside: InProcess, endpoint: Endpoint) -> None:
    endpoint.does(scripted.refuse(400, "no schemas here"), scripted.reply("It rained [1]."))
    report = inside("models", "check", "--base-url", endpoint.url, "--model", "other", "--json").document
    assert (report["model"], report["models"]) == ("other", ["tiny"])
    assert report["takes_schemas"] is False
    assert report["with_schema"]["failure"] == "the endpoint refuses JSON schemas"
    assert [sentence["verdict"] for sentence in report["as_text"]["sentences"]] == ["unsupported"]


def test_check_without_an_endpoint(inside: InProcess) -> None:
    ran = inside("models", "check", "--base-url", "http://127.0.0.1:9/v1")
    assert ran.status == 1
    assert ran.err.startswith("onrecord: No trial, because the chat model at http://127.0.0.1:9/v1 cannot be")


def test_ask_with_a_chat_model(
    inside: InProcess, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint.does(
        scripted.sentences(
            ("This Plan includes 44 projects", 1, "The plan includes 44 projects."),
            ("This Plan includes 45 projects", 1, "It includes 45 projects."),
        )
    )
    config = inside.folder / "chat.toml"
    config.write_text(f'[rag.chat]\nbase_url = "{endpoint.url}"\nshow_unsupported = "struck"\n', "utf-8")
    ran = inside("ask", PROJECTS, "--generator", "chat", "--config", str(config))
    assert ran.status == 0
    assert "\nThe plan includes 44 projects. [1]\n" in f"\n{ran.out}"
    assert "Not verified: It includes 45 projects. (misquoted: “This Plan includes 45 projects”" in ran.out


def test_a_note_tells_that_another_answer_stands_in(inside: InProcess) -> None:
    config = inside.folder / "away.toml"
    config.write_text('[rag.chat]\nbase_url = "http://127.0.0.1:9/v1"\nretries = 0\n', "utf-8")
    ran = inside("ask", PROJECTS, "--generator", "chat", "--config", str(config))
    assert ran.out.startswith("The statements' own words stand in for the chat model's, because")
    assert "“This Plan includes 44 projects" in ran.out


def test_the_key_is_no_setting(inside: InProcess) -> None:
    config = inside.folder / "key.toml"
    config.write_text('[rag.chat]\napi_key = "secret"\n', "utf-8")
    ran = inside("ask", PROJECTS, "--config", str(config))
    assert ran.status == 2
    assert "there is no setting 'rag.chat.api_key'" in ran.err
    assert "secret" not in ran.err
