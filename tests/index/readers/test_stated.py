"""Markdown with front matter, and JSON documents."""

from __future__ import annotations

import json
from datetime import date

import pytest

from index.errors import DamagedFile, EmptyFile, InvalidMetadata
from index.readers import READERS, Document
from index.settings import ReaderSettings
from index.statement import Role


def markdown(text: str) -> Document:
    return READERS[".md"].read(text.encode(), "a.md", ReaderSettings())


def transcript(values: object) -> Document:
    return READERS[".json"].read(json.dumps(values).encode(), "a.json", ReaderSettings())


def test_front_matter() -> None:
    document = markdown(
        "---\ntitle: 'On fish: a speech'\ndate: 2013-09-12\nspeaker: Sergey Lavrov\n---\n\nThe words.\n"
    )
    assert document.text == "\nThe words.\n"
    stated = document.metadata
    assert (stated.title, stated.date, stated.speaker) == (
        "On fish: a speech",
        date(2013, 9, 12),
        "Sergey Lavrov",
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\nHe said this.\n---\nAnd that.",
        "---\ntitle: [never closed\n---\nWords.",
        "---\ntitle: On fish\nand no end of it",
        "Words.\n---\ntitle: none\n---\n",
        f"---\nkey: {'[' * 15_000}\n---\nWords.",
        "---\na: &a [x]\nb: *b\n---\nWords.",
        "---\n!!python/object/apply:os.system [ls]: x\nkey: y\n---\nWords.",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert markdown(text).text == text


def test_aliases_do_not_multiply() -> None:
    lines = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 12))
    document = markdown(f"---\nk0: &k0 [ha]\n{lines}\ntitle: On fish\n---\nWords.")
    assert (document.text, document.metadata.title) == ("Words.", "On fish")


def test_a_wrong_date_is_told() -> None:
    with pytest.raises(InvalidMetadata, match=r"a.md states a date that is not understood"):
        markdown("---\ndate: some day\n---\nWords.")


def test_front_matter_alone_is_no_document() -> None:
    with pytest.raises(EmptyFile, match=r"a.md holds no words"):
        markdown("---\ntitle: On fish\n---\n")


def test_turns_stand_under_each_other() -> None:
    turns = [
        {"speaker": "Journalist", "role": "questioner", "text": "Will it be signed?"},
        {"speaker": "Sergey\u202e Lavrov", "text": " It will.\r\nIn May. ", "time": 7},
        {"speaker": "Nobody", "text": "…"},
        {"text": "Thank you."},
    ]
    document = transcript({"title": "On fish", "turns": turns})
    assert document.text == (
        "Journalist: Will it be signed?\n\nSergey Lavrov: It will.\nIn May.\n\nThank you."
    )
    said = [(turn.label, turn.role, document.text[turn.start : turn.end]) for turn in document.turns]
    assert said == [
        ("Journalist", Role.QUESTIONER, "Will it be signed?"),
        ("Sergey Lavrov", None, "It will.\nIn May."),
        (None, None, "Thank you."),
    ]
    assert transcript(turns).turns == document.turns
    assert document.metadata.title == "On fish"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"turns": [{"speaker": "X"}]}, "turns.0.text"),
        ({"turns": [{"text": "Words.", "role": "king"}]}, "turns.0.role"),
        ({"turns": {"text": "Words."}}, "turns"),
        ({"text": 7}, "text"),
        ([["Words."]], "turns.0"),
    ],
)
def test_a_wrong_value_is_named(values: object, told: str) -> None:
    with pytest.raises(InvalidMetadata, match=rf"a.json has a wrong value at {told}"):
        transcript(values)


@pytest.mark.parametrize("values", [{}, [], {"turns": []}, {"turns": [{"text": "--"}]}, {"text": "\u202e"}])
def test_no_words(values: object) -> None:
    with pytest.raises(EmptyFile, match=r"a.json"):
        transcript(values)


@pytest.mark.parametrize("data", [b"{", b"7", b'"words"', b"[" * 200_000, b"1" * 5000, b"NaN"])
def test_no_json_document(data: bytes) -> None:
    with pytest.raises(DamagedFile, match=r"a.json"):
        READERS[".json"].read(data, "a.json", ReaderSettings())


def test_front_matter_in_toml() -> None:
    document = markdown('+++\ntitle = "On fish"\ndate = 2013-09-12\ntags = ["a"]\n+++\nThe words.\n')
    stated = document.metadata
    assert (document.text, stated.title, stated.date) == ("The words.\n", "On fish", date(2013, 9, 12))


def test_broken_toml_stays_text() -> None:
    assert markdown("+++\ntitle = [\n+++\nWords.").text == "+++\ntitle = [\n+++\nWords."


@pytest.mark.parametrize("turns", ["turns", "segments", "utterances", "transcript"])
def test_turns_under_the_names_that_other_tools_give_them(turns: str) -> None:
    said = [{"speaker_name": "Reporter", "text": "Will it open?"}, {"name": "Ann Lee", "content": "In May."}]
    document = transcript({turns: said, "metadata": {"title": "On fish"}, "text": "Will it open? In May."})
    assert document.text == "Reporter: Will it open?\n\nAnn Lee: In May."
    assert [turn.label for turn in document.turns] == ["Reporter", "Ann Lee"]
    assert document.metadata.title == "On fish"
