"""Who is asked about as having spoken, or as having meant something, in the forms that people type."""

from __future__ import annotations

import pytest

from rag.minding import minded
from rag.saying import is_heading, sayer


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Did Obama actually say you can keep your doctor?", "Obama"),
        ("When did Trump first mention the drug?", "Trump"),
        ("Has Trump repeatedly claimed that he won?", "Trump"),
        ("Why didn't Reagan mention AIDS?", "Reagan"),
        ("What'd Trump say about it?", "Trump"),
        ("What did Obama, then a senator, say about Iraq?", "Obama"),
        ("How did Grace Kelly respond?", "Grace Kelly"),
        ("What was said by Lincoln about slavery?", "Lincoln"),
        ("What has been said by Trump on bleach?", "Trump"),
        ("What is Trump saying about tests?", "Trump"),
        ("Trump said that it would disappear. True?", "Trump"),
        ("Who said that it would disappear?", None),
        ("What did Lincoln write to Greeley?", "Lincoln"),
        ("When did Southern states secede?", None),
        ("Has United States policy on Cuba changed?", None),
        ("What did the president of the United States say?", "the president of the United States"),
        ("Find Lincoln on slavery", "Lincoln"),
        ("Show me Lincoln on slavery", "Lincoln"),
        ("Tell me everything Trump said on China", "Trump"),
        ("remarks by Obama on race", "Obama"),
        ("quotes from Reagan on taxes", "Reagan"),
        ("Trump's claim on voter fraud", "Trump"),
        ("Explain Lincoln on slavery", "Lincoln"),
        ("search for lincoln on slavery", "lincoln"),
        ("I need Truman on Korea", "Truman"),
        ("Compare Obama and Trump on immigration", "Obama and Trump"),
        ("Difference between Carter and Reagan on taxes", "Carter and Reagan"),
        ("Fact check: Trump on testing", "Trump"),
        ("Speeches of Wilson on peace", "Wilson"),
        ("Transcript of Kennedy on Berlin", "Kennedy"),
        ("What did Trump have to say about China?", "Trump"),
        ("What did Obama go on to say about Libya?", "Obama"),
        ("What has Trump been saying about China?", "Trump"),
        ("Did Obama and Trump both talk about it?", "Obama and Trump"),
        ("What did Kennedy, Johnson & Nixon say about it?", "Kennedy, Johnson & Nixon"),
        ("Is it true that Nixon never said it?", "Nixon"),
        ("What was said about Nixon by Ford?", "Ford"),
        ("his view on Vietnam?", "he"),
        ("Questions to Kennedy on testing", None),
        ("Statement on Syria", None),
        ("What did the note say about it?", "the note"),
    ],
)
def test_who_spoke(question: str, who: str | None) -> None:
    assert sayer(question) == who


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("How did Ford define amnesty?", "Ford"),
        ("Whom did Foreign Minister Lavrov thank?", "Foreign Minister Lavrov"),
        ("Did Kennedy ever regret it?", "Kennedy"),
        ("Per Trump, how many tests were made?", "Trump"),
        ("How many days would it save, per Arthur?", "Arthur"),
        ("Trump: the virus will disappear", "Trump"),
        ("How much is spent per head?", None),
        ("When did Arthur sign the bill?", None),
    ],
)
def test_who_meant_something(question: str, who: str | None) -> None:
    assert minded(question) == who


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Tariffs on steel", True),
        ("And Lavrov on Syria?", True),
        ("What is said on Syria?", False),
        ("", False),
    ],
)
def test_a_heading(text: str, heading: bool) -> None:
    assert is_heading(text) is heading
