"""A conversation as it is shown: questions, answers, refusals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rag.answer import Sentence, Stage
from ui.chat.store.records import ConversationTurn, Json
from ui.chat.templates import address, day, render


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the answer that is being made has come: the stage, and the sentences that are ready."""

    stage: Stage | None = None
    sentences: tuple[Sentence, ...] = ()


def thread_html(
    conversation: str, turns: Sequence[ConversationTurn], progress: Progress | None = None
) -> str:
    """Return the conversation; `progress` belongs to its last question."""
    views = []
    generation: str | None = None
    for turn in turns:
        changed = bool(generation and turn.generation and turn.generation != generation)
        generation = turn.generation or generation
        views.append(_view(conversation, turn, changed=changed))
    return render("thread", conversation=conversation, turns=views, progress=progress, stages=list(Stage))


def start_html(corpus: str) -> str:
    """Return the page before the first question. `corpus` says what can be asked about."""
    return render("start", corpus=corpus)


def filter_names(filters: Json, titles: dict[str, str] | None = None) -> list[str]:
    """Return the restrictions of a question in words; `titles` name the statements."""
    names = [*filters.get("speakers", ()), *filters.get("roles", ()), *filters.get("kinds", ())]
    names += [(titles or {}).get(statement, statement) for statement in filters.get("statements", ())]
    if "since" in filters:
        names.append(f"from {day(filters['since'])}")
    if "until" in filters:
        names.append(f"until {day(filters['until'])}")
    return names


def _view(conversation: str, turn: ConversationTurn, *, changed: bool) -> dict[str, Any]:
    answer = turn.answer
    return {
        "record": turn,
        "corpus_changed": changed,
        "filters": filter_names(turn.filters),
        "answer": answer,
        "understood": _understood(answer),
        "groups": _groups(conversation, turn.number, answer) if answer else [],
        "copied": _copied(answer) if answer else "",
    }


def _understood(answer: Json | None) -> str | None:
    """Return how the question was taken, where that is not how it was typed."""
    if answer is None:
        return None
    asked, understood = (" ".join(str(answer[key]).split()) for key in ("question", "understood_as"))
    return understood if understood.casefold() != asked.casefold() else None


def _groups(conversation: str, number: int, answer: Json) -> list[dict[str, Any]]:
    """Return the sentences, those in a row from one mouth and one statement together."""
    citations = {citation["n"]: citation for citation in answer["citations"]}

    def source(sentence: Json) -> tuple[object, ...]:
        first = citations[sentence["citations"][0]] if sentence["citations"] else {}
        return (
            first.get("speaker"),
            first.get("role"),
            first.get("statement_id"),
            _quotes(sentence, citations),
        )

    groups = []
    for (speaker, role, statement, quoted), sentences in groupby(answer["sentences"], key=source):
        listed = list(sentences)
        first = citations[listed[0]["citations"][0]] if statement else None
        groups.append(
            {
                "quoted": quoted,
                "speaker": speaker,
                "role": role,
                "date": first["date"] if first else None,
                "place": first["place"] if first else None,
                "sentences": [
                    {"text": text, "markers": [_marker(conversation, number, citations[n]) for n in cited]}
                    for text, cited in _joined(listed)
                ],
            }
        )
    return groups


def _joined(sentences: Iterable[Json]) -> Iterator[tuple[str, list[int]]]:
    """Yield texts with the numbers of their citations; sentences in a row that share theirs are one text."""
    for cited, members in groupby(sentences, key=lambda sentence: sentence["citations"]):
        yield " ".join(str(sentence["text"]) for sentence in members), cited


def _quotes(sentence: Json, citations: dict[int, Json]) -> bool:
    """Tell whether a sentence is its citations' own words, and not a chat model's."""
    said = " ".join(str(sentence["text"]).split())
    return any(said in " ".join(str(citations[n]["quote"]).split()) for n in sentence["citations"])


def _marker(conversation: str, number: int, citation: Json) -> dict[str, Any]:
    return {
        "n": citation["n"],
        "label": f"Source {citation['n']}: {citation['speaker'] or 'speaker not identified'}",
        "address": address(
            c=conversation,
            t=number,
            s=citation["statement_id"],
            **{"from": citation["start"], "to": citation["end"]},
        ),
    }


def _copied(answer: Json) -> str:
    """Return an answer with its sources as plain text."""
    sources = [
        f"[{citation['n']}] "
        + ", ".join(part for part in (citation["speaker"], citation["title"], day(citation["date"])) if part)
        for citation in answer["citations"]
    ]
    return "\n".join([answer["text"], *([""] if sources else []), *sources])
