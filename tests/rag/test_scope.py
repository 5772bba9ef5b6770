"""Whose words answer, where a question names one person, several, or who was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.build import build
from index.embedders.bge import BgeEmbedder
from index.opened import open_index
from index.settings import IndexSettings
from index.statement import Role
from index.stores.catalogue import Catalogue
from index.stores.filter import Filter
from rag.filters import Filters
from rag.question import analyse
from rag.readings import readings
from rag.scope import Scope, scope
from rag.wording import NOT_COUNTED

SPEAKERS = {
    "anna-berg": ("Anna L. Berg", "3 May 2021"),
    "bo-lind": ("Bo Lind", "4 May 2021"),
    "carl-holm": ("Carl E. Holm", "5 May 1990"),
    "carl-holm-2": ("Carl O. Holm", "5 May 2021"),
}


@pytest.fixture(scope="module")
def catalogue(bge: BgeEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    folder = tmp_path_factory.mktemp("scope")
    for name, (speaker, day) in SPEAKERS.items():
        (folder / f"{name}.txt").write_text(
            f"Press conference on the harbour\n\n{day}\n\n"
            + f"Question: When will the harbour open again this year?\n\n"
            f"{speaker}: It will open in May, and everybody is invited to come.\n\n" * 2,
            encoding="utf-8",
        )
    (folder / "debate.txt").write_text(
        "Debate on the harbour\n\n6 May 2021\n\n"
        + "ADA MOSS, MODERATOR: The next question is for you. Will the harbour open?\n\n"
        "ANNA L. BERG: It will open in May, and everybody is invited.\n\n" * 3,
        encoding="utf-8",
    )
    build(folder / "index", [folder], IndexSettings(), embedder=bge)
    with open_index(folder / "index", IndexSettings()) as opened:
        yield opened.catalogue


def _scope(question: str, catalogue: Catalogue) -> Scope:
    return scope(analyse(question), Filters(), catalogue)


@pytest.mark.parametrize(
    ("question", "speakers", "unheard"),
    [
        ("What did Berg say about the harbour?", {"Anna L. Berg"}, ()),
        ("What did Anna Linnea Berg say about the harbour?", {"Anna L. Berg"}, ()),
        ("What did Berg and Lind say about the harbour?", {"Anna L. Berg", "Bo Lind"}, ()),
        ("what did berg or lind say about the harbour", {"Anna L. Berg", "Bo Lind"}, ()),
        ("What did Berg and Olsen say about the harbour?", {"Anna L. Berg"}, ("Olsen",)),
        ("What did the city and Lind say about the harbour?", {"Bo Lind"}, ()),
        ("What did Ministers Berg and Lind say about the harbour?", {"Anna L. Berg", "Bo Lind"}, ()),
        ("What did both Berg and Lind say about the harbour?", {"Anna L. Berg", "Bo Lind"}, ()),
        ("What did Bo and Kari Lind say about the harbour?", {"Bo Lind"}, ("Kari Lind",)),
        ("What did Holm say about the harbour?", {"Carl E. Holm", "Carl O. Holm"}, ()),
        ("What did Holm Sr. say about the harbour?", {"Carl E. Holm"}, ()),
        ("what did the younger holm say about the harbour", {"Carl O. Holm"}, ()),
        ("What did Congress and Lind say about the harbour?", {"Bo Lind"}, ()),
        ("Whom did Berg thank for the harbour?", {"Anna L. Berg"}, ()),
        ("what did lind hope for", {"Bo Lind"}, ()),
        ("What will the harbour cost in Lind's words?", {"Bo Lind"}, ()),
        ("When was Berg, in Lind's view, wrong about the harbour?", {"Bo Lind"}, ()),
        ("What did both Holms say about the harbour?", {"Carl E. Holm", "Carl O. Holm"}, ()),
        ("Berg vs Lind on the harbour", {"Anna L. Berg", "Bo Lind"}, ()),
        ("Compare Berg with Lind on the harbour", {"Anna L. Berg", "Bo Lind"}, ()),
        (
            "What did Berg, Lind and Holm say?",
            {"Anna L. Berg", "Bo Lind", "Carl E. Holm", "Carl O. Holm"},
            (),
        ),
        ("What did Norway's Lind say about the harbour?", {"Bo Lind"}, ()),
        ("What did Commodore Lind say about the harbour?", {"Bo Lind"}, ()),
    ],
)
def test_one_or_several_speakers(
    catalogue: Catalogue, question: str, speakers: set[str], unheard: tuple[str, ...]
) -> None:
    found = _scope(question, catalogue)

    assert found.filter.speakers == frozenset(speakers)
    assert (found.absent, found.unheard) == (None, unheard)


def test_names_in_a_list(catalogue: Catalogue) -> None:
    asked = replace(analyse("What did they say?"), sayer="Lind, Olsen and Berg")
    found = scope(asked, Filters(), catalogue)

    assert found.filter.speakers == frozenset({"Anna L. Berg", "Bo Lind"})
    assert found.unheard == ("Olsen",)


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("What did Olsen say about the harbour?", "Olsen"),
        ("What did Olsen and Strand say about the harbour?", "Olsen and Strand"),
        ("what did olsen say about the harbour", "olsen"),
        ("What did journalists ask Olsen about the harbour?", "Olsen"),
        ("What did the city say about the harbour?", None),
        ("What did Congress say about the harbour?", None),
        ("What did Republicans say about the harbour?", None),
        ("What did South Carolina say about the harbour?", None),
        ("What did both Olsen and Strand say about the harbour?", "both Olsen and Strand"),
        ("What did Senator Anna say about the harbour?", "Senator Anna"),
        ("What did Lind Jr. say about the harbour?", "Lind Jr."),
        ("Whom did Olsen thank for the harbour?", None),
        ("What did journalists ask the city about the harbour?", None),
    ],
)
def test_who_does_not_speak(catalogue: Catalogue, question: str, absent: str | None) -> None:
    assert _scope(question, catalogue).absent == absent


@pytest.mark.parametrize(
    "question",
    [
        "What was Lind asked about the harbour?",
        "What did reporters ask Bo Lind?",
        "Who asked Lind about the harbour?",
        "Which question was put to Lind about the harbour?",
        "Wasn't Lind asked about the harbour?",
        "What did they ask Lind about?",
        "Questions to Lind on the harbour",
    ],
)
def test_what_somebody_was_asked_is_searched_where_that_person_speaks(
    catalogue: Catalogue, question: str
) -> None:
    [statement] = [known for known, names in catalogue.principals().items() if names == ["Bo Lind"]]
    found = _scope(question, catalogue)

    assert found.filter.roles == frozenset({Role.QUESTIONER})
    assert found.filter.statements == frozenset({statement})


def test_who_only_presides_speaks_as_well(catalogue: Catalogue) -> None:
    assert _scope("What did Ada Moss say about the harbour?", catalogue).filter == Filter(
        speakers=frozenset({"Ada Moss"}), roles=frozenset({Role.MODERATOR})
    )


@pytest.mark.parametrize("question", ["When did Lind sign the Harbour Act?", "Whom did the city thank?"])
def test_who_acts_need_not_be_the_one_who_tells(catalogue: Catalogue, question: str) -> None:
    assert _scope(question, catalogue).filter.speakers is None


def test_a_name_for_which_the_filter_stands_need_not_occur(catalogue: Catalogue) -> None:
    [reading] = readings("What did ALB say about the Harbour Act?", Filters(), (), catalogue, 2000)

    assert reading.scope.filter.speakers == frozenset({"Anna L. Berg"})
    assert {term.text for term in reading.asked.terms if term.name} == {"Harbour", "Act"}


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        ("When did Lind first mention the harbour?", (NOT_COUNTED,)),
        ("How many times did Lind speak of the harbour?", (NOT_COUNTED,)),
        ("What did Lind and Olsen say?", ("“Olsen” does not speak in this corpus.",)),
        ("What did the first reporter ask Lind?", ()),
    ],
)
def test_notes_tell_how_a_question_was_taken(
    catalogue: Catalogue, question: str, notes: tuple[str, ...]
) -> None:
    assert readings(question, Filters(), (), catalogue, 2000)[-1].notes == notes


@pytest.mark.parametrize(
    ("heading", "unheard", "absent"),
    [
        ("Tariffs on steel", ("Tariffs",), None),
        ("Eva Olsen on steel", (), "Eva Olsen"),
        ("Lind on steel", (), None),
    ],
)
def test_one_word_before_on_may_be_no_person(
    catalogue: Catalogue, heading: str, unheard: tuple[str, ...], absent: str | None
) -> None:
    found = _scope(heading, catalogue)

    assert (found.unheard, found.absent) == (unheard, absent)
