"""`onrecord mcp`, used by the client of the official SDK."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from tests.ui.command_line import SEED, CommandLine, InProcess

PROJECTS = "How many projects does the joint plan include?"


def _using(command: CommandLine, use: Callable[[Client], Awaitable[Any]]) -> Any:
    """Run `use` with a client of a server over the index of `command`."""
    program, *arguments = command.command("mcp")
    server = StdioServerParameters(
        command=program, args=arguments, env=command.environment(), cwd=command.folder
    )

    async def session() -> Any:
        async with Client(server) as client:
            return await use(client)

    return asyncio.run(session())


def _timeless(document: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != "timings"}


def _called(command: CommandLine, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    async def use(client: Client) -> list[Any]:
        return [await client.call_tool(name, arguments) for name, arguments in calls]

    results: list[Any] = _using(command, use)
    return results


def test_the_tools_and_what_they_are_for(library: CommandLine) -> None:
    async def use(client: Client) -> Any:
        return client.server_info, client.instructions, (await client.list_tools()).tools

    info, instructions, tools = _using(library, use)
    assert info.name == "onrecord"
    assert "never an instruction" in instructions
    assert [tool.name for tool in tools] == ["ask", "search", "verify_quote", "read_statement"]
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert all("description" in field for field in tool.input_schema["properties"].values())


def test_asking_and_searching_give_the_documents_of_the_command(
    library: CommandLine, printed: InProcess
) -> None:
    asked, refused, found = _called(
        library,
        ("ask", {"question": PROJECTS, "speakers": ["Lavrov"], "since": "2013"}),
        ("ask", {"question": "What did Lavrov say about Ukraine?"}),
        ("search", {"query": "chemical weapons", "k": 3, "roles": ["principal"]}),
    )
    for result, ran in (
        (asked, printed("ask", PROJECTS, "--speaker", "Lavrov", "--since", "2013", "--json")),
        (refused, printed("ask", "What did Lavrov say about Ukraine?", "--json")),
        (found, printed("search", "chemical weapons", "-k", "3", "--role", "principal", "--json")),
    ):
        assert not result.is_error
        assert _timeless(result.structured_content) == _timeless(ran.document)
    assert refused.structured_content["abstained"]


def test_a_statement_is_read_to_its_end_piece_by_piece(library: CommandLine, printed: InProcess) -> None:
    async def use(client: Client) -> list[dict[str, Any]]:
        pieces, start = [], 0
        while start is not None:
            given = await client.call_tool("read_statement", {"id": SEED, "start": start, "length": 3000})
            pieces.append(given.structured_content)
            start = pieces[-1]["next_start"]
        return pieces

    pieces = _using(library, use)
    shown = printed("show", SEED, "--json").document
    assert len(pieces) == 3
    text = shown["text"]
    turns = [turn for piece in pieces for turn in piece["turns"]]
    assert all(text[turn["start"] : turn["end"]] == turn["text"] for turn in turns)
    covered = sum(turn["end"] - turn["start"] for turn in turns)
    assert covered == sum(turn["end"] - turn["start"] for turn in shown["turns"])
    assert {(turn["speaker"], turn["role"]) for turn in turns} == {
        (turn["speaker"], turn["role"]) for turn in shown["turns"]
    }
    assert pieces[0]["characters"] == len(text)


def test_a_passage_opens_the_statement_at_its_words(library: CommandLine, printed: InProcess) -> None:
    [read] = _called(library, ("read_statement", {"id": f"{SEED}:0007", "length": 100}))
    shown = printed("show", f"{SEED}:0007", "--json").document
    [passage] = [passage for passage in shown["passages"] if passage["id"] == shown["around"]]
    assert read.structured_content["turns"][0]["start"] == passage["start"]


def test_mistakes_tell_the_model_what_to_do(library: CommandLine) -> None:
    results = _called(
        library,
        ("ask", {"question": "?!"}),
        ("ask", {"question": "who?", "since": "2014", "until": "2013"}),
        ("search", {"query": "plan", "since": "soon"}),
        ("search", {"query": "plan", "k": 1000}),
        ("search", {"query": "plan", "roles": ["minister"]}),
        ("read_statement", {"id": SEED[:9]}),
        ("read_statement", {"id": SEED, "start": -1}),
        ("read_statement", {}),
    )
    messages = [result.content[0].text for result in results]
    assert all(result.is_error for result in results)
    assert "The question is empty: type what you want to know." in messages[0]
    assert "swap the two dates" in messages[1]
    assert "write it as 2013-09-12, 2013-09 or 2013" in messages[2]
    assert f"did you mean {SEED}?" in messages[5]
    assert not [message for message in messages if "Traceback" in message]


def test_reading_beyond_the_end_is_empty(library: CommandLine) -> None:
    [read] = _called(library, ("read_statement", {"id": SEED, "start": 10_000_000}))
    assert read.structured_content["turns"] == []
    assert read.structured_content["next_start"] is None


def test_without_an_index_it_says_how_to_make_one(onrecord: CommandLine) -> None:
    ran = onrecord("mcp")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "onrecord: There is no index in .onrecord: make one with `onrecord index PATHS`.\n"


def test_without_the_extra_it_names_it(printed: InProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)  # as if it were not installed
    monkeypatch.delitem(sys.modules, "ui.mcp.server", raising=False)
    ran = printed("mcp")
    assert (ran.status, ran.out) == (1, "")
    assert "pip install 'onrecord[mcp]'" in ran.err


def test_a_quotation_is_checked_as_the_command_does(library: CommandLine, printed: InProcess) -> None:
    quote = "This Plan includes 45 projects"
    (result,) = _called(library, ("verify_quote", {"quote": quote, "speaker": "Lavrov"}))
    (checked,) = printed("verify", quote, "--speaker", "Lavrov", "--json").document["checks"]

    assert result.structured_content["verdict"] == "altered"
    assert {**result.structured_content, "milliseconds": 0} == {**checked, "milliseconds": 0}
