"""What holds for every string, and for every dialogue in every convention."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.statement import Role
from index.transcript.parse import parse
from index.transcript.transcript import Transcript

PIECES = st.sampled_from(
    [
        *(
            "Q",
            "Q.",
            "Q:",
            "Q   ",
            "A:",
            "Question:",
            "THE PRESIDENT",
            "The President.",
            "MR. SMITH:",
            "Ann Lee:",
        ),
        *(
            "President: Ann Lee",
            "**",
            "(",
            ")",
            "[",
            "]",
            ".",
            "?",
            ":",
            ";",
            " ",
            "\t",
            "#",
            "\n",
            "\n\n",
            "й",
        ),
        *("12.09.2013", "Thank you.", "Mr. President,", "why?", "Home >", "Share", "Source: http://a.b/c"),
        *(
            "NOTE:",
            "WASHINGTON, June 1 -- ",
            "I am Bo Dahl, moderator",
            "MR. CHANCELLOR:",
            "The Secretary of War.",
        ),
    ]
)
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def check(parsed: Transcript) -> None:
    """The contract of `Transcript.turns`."""
    end = 0
    for turn in parsed.turns:
        assert end <= turn.start < turn.end <= len(parsed.text)
        words = parsed.text[turn.start : turn.end]
        assert words == words.strip()
        assert turn.speaker is None or turn.speaker.strip()
        end = turn.end


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, st.text(max_size=30))
def test_any_string_parses(text: str, file_name: str) -> None:
    parsed = parse(text, file_name)
    check(parsed)
    assert parsed.title
    assert parsed.kind == parsed.kind.lower()
    assert parsed.text == parsed.text.strip()


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_parsing_loses_no_line_but_chrome(text: str) -> None:
    kept = parse(text, "x.txt").text.split("\n")
    remaining = iter(text.strip().split("\n"))
    assert all(any(line.strip() == other.strip() for other in remaining) for line in kept if line)


WORDS = [
    "harbour",
    "tariff",
    "border",
    "winter",
    "bridge",
    "railway",
    "harvest",
    "treaty",
    "school",
    "island",
]
ASKED = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5).map(
    lambda w: f"What of the {' and the '.join(w)}?"
)
ANSWERED = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(lambda w: f"We saw the {', the '.join(w)}."),
    min_size=1,
    max_size=4,
).map("\n\n".join)
EXCHANGES = st.lists(st.tuples(ASKED, ANSWERED), min_size=2, max_size=6)
CONVENTIONS: list[tuple[str, str, str]] = [
    ("President: Jane Roe", "Q. Madam President, ", "THE PRESIDENT. "),
    ("President: Jane Roe", "Q: ", "THE PRESIDENT: "),
    ("President: Jane Roe", "Q    ", "THE PRESIDENT:  "),
    ("President: Jane Roe", "Q. ", "The President. "),
    ("President: Jane Roe", "**Q:** ", "**President Roe:** "),
    ("President: Jane Roe", "MR. RATHER. ", "THE PRESIDENT. "),
    ("Press conference by Foreign Minister Jane Roe, Oslo, 3 May 2019", "Question: ", "Jane Roe: "),
    ("Press conference by Foreign Minister Jane Roe, Oslo, 3 May 2019", "Question (Reuters): ", "Roe: "),
    (
        "Press conference by Foreign Minister Jane Roe, Oslo, 3 May 2019",
        "QUESTION: ",
        "FOREIGN MINISTER ROE: ",
    ),
    ("Press conference by Foreign Minister Jane Roe, Oslo, 3 May 2019", "Question:\n", "Jane Roe:\n"),
    ("Interview with Minister Jane Roe", "Interviewer: ", "Minister Roe: "),
    ("Interview with Minister Jane Roe", "Q: ", "A: "),
]


@pytest.mark.parametrize(("head", "question", "answer"), CONVENTIONS)
@settings(max_examples=25, deadline=None)
@given(EXCHANGES)
def test_no_question_is_ever_a_principals(
    head: str, question: str, answer: str, exchanges: list[tuple[str, str]]
) -> None:
    body = "\n\n".join(f"{question}{asked}\n\n{answer}{answered}" for asked, answered in exchanges)
    parsed = parse(f"{head}\n\n{body}", "2019-05-03-press-conference.txt")
    check(parsed)
    said = [parsed.text[turn.start : turn.end] for turn in parsed.turns]
    assert [turn.role for turn in parsed.turns] == [Role.QUESTIONER, Role.PRINCIPAL] * len(exchanges)
    assert [turn.speaker for turn in parsed.turns[1::2]] == ["Jane Roe"] * len(exchanges)
    assert said[1::2] == [answered for _, answered in exchanges]
    assert all(words.endswith(asked) for words, (asked, _) in zip(said[::2], exchanges, strict=True))


@pytest.mark.parametrize(
    "text_of",
    [
        pytest.param(lambda n: "A" * n, id="one word"),
        pytest.param(lambda n: "Abc " * (n // 4), id="one name"),
        pytest.param(lambda n: "[(*" * (n // 3), id="brackets"),
        pytest.param(lambda n: "THE PRESIDENT: a\n" + "(note)\n" * (n // 7), id="notes"),
        pytest.param(lambda n: "Q: x?\nTHE PRESIDENT: y.\n" * (n // 24), id="turns"),
        pytest.param(
            lambda n: "Q: x?\nTHE PRESIDENT: y.\n" + "b. THE PRESIDENT: c. Q. D? " * (n // 28), id="glued"
        ),
        pytest.param(lambda n: "\n".join(f"MR. N{i:x}A: b?" for i in range(n // 14)), id="names"),
        pytest.param(lambda n: "MR. ROE: a?\nMR. DOE: b.\n" * 9 + "Roe-" * (n // 4), id="hyphens"),
        pytest.param(lambda n: "[00:01:02] " * (n // 11), id="times"),
        pytest.param(lambda n: "a\n" * (n // 2), id="lines of a letter"),
        pytest.param(lambda n: "A: " * (n // 3), id="answers on one line"),
        pytest.param(lambda n: "Question:\n" * (n // 10), id="labels alone"),
        pytest.param(lambda n: "Is it so\n*Is it so?*\n" * (n // 20), id="emphasis"),
    ],
)
def test_time_grows_with_the_length_and_no_faster(text_of: Callable[[int], str]) -> None:
    def cost(length: int) -> float:
        start = time.process_time()
        parse(text_of(length), "x.txt")
        return time.process_time() - start

    cost(1000)
    small, large = (min(cost(length) for _ in range(3)) for length in (20_000, 160_000))
    # Eight times the text: linear work costs 8 times as much, quadratic work 64 times.
    assert large < 24 * small + 0.05
