from __future__ import annotations

from datetime import date

import pytest

from rag.generations import of_generation, tells_generation

HEARD = {
    "George H. W. Bush": date(1988, 9, 25),
    "George W. Bush": date(2000, 10, 3),
    "Andrew Johnson": date(1865, 4, 15),
    "Lyndon B. Johnson": date(1963, 11, 27),
    "Anna Berg": date(2001, 1, 1),
    "Anna L. Berg": date(2003, 1, 1),
    "Donald Trump": date(2016, 9, 26),
}


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Bush Sr.", "George H. W. Bush"),
        ("George Bush senior", "George H. W. Bush"),
        ("the elder Bush", "George H. W. Bush"),
        ("Bush the Elder", "George H. W. Bush"),
        ("President Bush, Sr.'s", "George H. W. Bush"),
        ("Bush Jr.", "George W. Bush"),
        ("the younger Bush", "George W. Bush"),
        ("Johnson Jr.", None),
        ("the elder Berg", None),
        ("Donald Trump Jr.", None),
        ("Bush", None),
    ],
)
def test_who_spoke_first_is_the_elder(name: str, speaker: str | None) -> None:
    assert of_generation(name, HEARD) == ({speaker} if speaker else set())


@pytest.mark.parametrize(("name", "told"), [("Bush Sr.", True), ("the younger Bush", True), ("Bush", False)])
def test_whether_a_name_says_which_of_two(name: str, told: bool) -> None:
    assert tells_generation(name) is told
