"""Names: who a title names, who a label means, and who signs."""

from __future__ import annotations

import pytest

from index.transcript.lines import split_lines
from index.transcript.mending import differ_by_one
from index.transcript.names import Names
from index.transcript.parse import parse
from index.transcript.principal import Principal, principal_by_signature
from index.transcript.principal_in_title import principal_in_title


@pytest.mark.parametrize(
    ("title", "principal"),
    [
        ("Speech by the Russian Minister, Sergey Lavrov, and talks", Principal("Sergey Lavrov", "minister")),
        ("Statement by President of Russia Vladimir Putin", Principal("Vladimir Putin", "president")),
        ("Remarks by Secretary of State John Kerry", Principal("John Kerry", "secretary")),
        ("Remarks by Vice President Harris on trade", Principal("President Harris", "vice-president")),
        ("Press Briefing by Press Secretary Jen Psaki", Principal("Jen Psaki", "secretary")),
        ("Statement by Mr. Jean-Yves Le Drian", Principal("Jean-Yves Le Drian", "")),
        ("Remarks by Jane Doe at the fair", Principal("Jane Doe", "")),
        ("Sergey Lavrov's remarks on the talks", Principal("Sergey Lavrov", "")),
        ("Josep Borrell: Speech at the Council", Principal("Josep Borrell", "")),
        ("Remarks by Foreign Minister Jonas Berg of Norway", Principal("Jonas Berg", "minister")),
        ("Statement by Under-Secretary-General Anna Berg", Principal("Anna Berg", "")),
        ("Minister of Trade and Cooperation of South Africa Neo Moyo", Principal("Neo Moyo", "minister")),
        ("Foreign Minister of Saudi Arabia, Adel Naif, Riyadh", Principal("Adel Naif", "minister")),
        ("Minister of the United Arab Emirates Omar bin Said", Principal("Omar bin Said", "minister")),
        ("Minister of Bosnia and Herzegovina Igor Lasic", Principal("Igor Lasic", "minister")),
        ("Speech by the Minister of Trade of Viet Nam, Le Khai, in Oslo", Principal("Le Khai", "minister")),
        ("Interview of Minister of Social Security Ana Bentos", Principal("Ana Bentos", "minister")),
        ("President of Papua New Guinea James Marano", Principal("James Marano", "president")),
        ("Speech of Xi Jinping at the opening", Principal("Xi Jinping", "")),
        ("Hearing of Aivars Kalns, Chairman of the Board", Principal("Aivars Kalns", "chairman")),
        ("Press conference of Dr Nalini Varma", Principal("Nalini Varma", "")),
        (
            "Speech by Minister of Water and the Environment of Kazakhstan Saule Zhanova, 3 May 2006",
            Principal("Saule Zhanova", "minister"),
        ),
        (
            "Remarks by Minister of Mining and Heavy Industry of Mongolia Bat Ganzorig, 12 September 2013",
            Principal("Bat Ganzorig", "minister"),
        ),
        (
            "Third Annual Message, Josiah W. Harrow, President of the United States, Boston, 4 May 1876",
            Principal("Josiah W. Harrow", "president"),
        ),
        ("Remarks on trade, New York, President of the Assembly", None),
        ("Statement of Economic Policy", None),
        ("Declaration of Human Rights", None),
        ("Statement by the Minister of State of the United Arab Emirates, Abu Dhabi, 8 June 2017", None),
        ("Vote by the Representative of Japan, Security Council, New York, 28 March 2024", None),
        ("Press briefing by the First Deputy Director of the International Monetary Fund, Washington", None),
        ("Remarks by the Minister of Energy and Mines of Algeria at the talks", None),
        ("Statement by the Minister of Foreign Affairs of Latvia, Kaunas–Riga video link", None),
        ("Statement on the floods", None),
        ("Meeting of the Security Council", None),
        ("", None),
    ],
)  # fmt: skip
def test_principal_in_title(title: str, principal: Principal | None) -> None:
    assert principal_in_title(title) == principal


def test_principal_by_signature() -> None:
    assert principal_by_signature(split_lines("We go.\n\nJOSIAH TRENT.")) == Principal("Josiah Trent", "")
    ordained = "Now, I, Augustin Pell, Governor of the Isles, ordain."
    assert principal_by_signature(split_lines(ordained)) == Principal("Augustin Pell", "governor")
    assert principal_by_signature(split_lines("THE FAR EAST.\n\nWe go.")) is None


@pytest.mark.parametrize(
    ("text", "surname", "full"),
    [
        ("Here is Vice President Richard M. Nixon.", "Nixon", "Richard M. Nixon"),
        ("Our panelists are Georgie Anne Geyer and others.", "Geyer", "Georgie Anne Geyer"),
        ("We heard General U. S. Grant.", "Grant", "U. S. Grant"),
        ("This is Frank McGee. MR. McGEE: Hello.", "McGEE", "Frank McGee"),
        ("I thank Mr. Nixon and President Nixon.", "Nixon", None),
        ("Yesterday Donald Regan came.", "Regan", "Donald Regan"),
        ("I'm Dorothy Ridings.", "Ridings", "Dorothy Ridings"),
    ],
)
def test_full_names(text: str, surname: str, full: str | None) -> None:
    assert Names(text, [surname]).full(surname) == full


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("mr cater", "mr carter", True),
        ("udience member", "audience member", True),
        ("mr smith", "mr smyth", True),
        ("mr smith", "mr smith", False),
        ("mr stone", "mr smith", False),
    ],
)
def test_slips_of_the_pen(one: str, other: str, near: bool) -> None:
    assert differ_by_one(one, other) is near


def speakers(text: str, file_name: str = "x.txt") -> list[str | None]:
    return [turn.speaker for turn in parse(text, file_name).turns]


def test_the_president_is_the_headers() -> None:
    text = "President: Jane Roe\n\nTHE PRESIDENT. Yes, I am here.\n\nQ. Why?\n\nTHE PRESIDENT. Because."
    assert speakers(text) == ["Jane Roe", None, "Jane Roe"]


def test_the_president_is_another_where_the_headers_has_a_title_of_his_own() -> None:
    text = (
        "President: Jimmy Carter\n\nMR. NEWMAN. Welcome, President Gerald R. Ford and Governor Carter.\n\n"
        "MR. CARTER. I begin.\n\nTHE PRESIDENT. And I go on.\n\n"
        "MR. NEWMAN. Your response?\n\nMR. CARTER. None."
    )
    assert speakers(text, "1976-09-23-debate.txt")[1:3] == ["Jimmy Carter", "Gerald R. Ford"]


def test_a_wife_is_not_taken_for_the_president() -> None:
    text = (
        "President: Ronald Reagan\n\nThe President. Good evening. I am here with my wife.\n\n"
        "Mrs. Reagan. Thank you.\n\nThe President. Thank you, Nancy."
    )
    assert speakers(text) == ["Ronald Reagan", "Mrs. Reagan", "Ronald Reagan"]


def test_all_aliases_of_one_man() -> None:
    text = (
        "Press conference by Foreign Minister Sergey Lavrov\n\nQuestion: A?\n\nSergey Lavrov: B.\n\n"
        "Question: C?\n\nS.V. Lavrov: D.\n\nQuestion: E?\n\nLavrov: F.\n\n"
        "Question: G?\n\nFOREIGN MINISTER LAVROV: H."
    )
    assert set(speakers(text)) == {None, "Sergey Lavrov"}


def test_both_surnames_alone_are_the_same_man() -> None:
    text = (
        "Press conference by Dr. Ignacio Luna Urquiza, Head of the Mission, Bogotá, 22 August 2007\n\n"
        "Dr. Luna Urquiza: A.\n\nQuestion: B?\n\nIgnacio Luna Urquiza: C.\n\nQuestion: D?\n\n"
        "Ignacio Luna Urquiza: E."
    )
    assert set(speakers(text)) == {None, "Ignacio Luna Urquiza"}


def test_a_name_is_as_the_labels_give_it() -> None:
    text = (
        "Press conference by Tan Sri Azman Kuppusamy, Special Envoy, 11 November 2023\n\n"
        "AZMAN KUPPUSAMY: A.\n\nQuestion: B?\n\nAZMAN KUPPUSAMY: C."
    )
    assert set(speakers(text)) == {None, "Azman Kuppusamy"}
