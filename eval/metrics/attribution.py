"""Are the words credited to whoever said them?"""

from __future__ import annotations

from eval.case import Case
from eval.metrics.metric import Observation, Pooled
from eval.outcome import Outcome
from index.statement import Statement
from rag.answer import Citation
from rag.speakers import matching


class AttributionAccuracy(Pooled):
    """The share of cited sentences that are credited to the right speaker in the right role.

    Definition: speaker and role must be those of the turn of the source that the quote lies in;
    and where the quote shares words with a gold span, they must be the speaker and the role that
    the question set gives for it, so that an error of the transcript parser counts as well. Names
    match as people write them ("Richard Nixon", "Richard M. Nixon"). Over all answers, right or
    wrong. Range 0 to 1, higher is better.

    Source: this project's design; the task is that of speaker attribution of quotations, Muzny et
    al., "A Two-stage Sieve Approach for Quote Attribution", EACL 2017.
    """

    name = "attribution-accuracy"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the number of rightly credited sentences, and of all."""
        right = [
            _as_in_source(citation, outcome.source(citation)) and _as_in_gold(citation, outcome.case)
            for citation in _of_sentences(outcome)
        ]
        return (float(sum(right)), float(len(right))) if right else None


class ExpectedSpeaker(Pooled):
    """The share of cited sentences that are said by the person, in the role, that the question expects.

    Stricter than `attribution-accuracy`: a rightly credited sentence of somebody else counts as
    an error. Over answers to answerable questions whose gold names a speaker. Range 0 to 1, higher
    is better.

    Source: this project's design ("a reporter's premise given as the minister's position").
    """

    name = "expected-speaker"

    def observe(self, outcome: Outcome) -> Observation | None:
        """Return the number of sentences by the expected speaker, and of all."""
        case = outcome.case
        citations = _of_sentences(outcome)
        if not (case.answerable and case.speaker and citations):
            return None
        return (float(sum(_is_expected(citation, case) for citation in citations)), float(len(citations)))


def same_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names can mean one person; nobody is only nobody."""
    if one is None or other is None:
        return one is other
    return bool(matching(one, [other]) or matching(other, [one]))


def _of_sentences(outcome: Outcome) -> list[Citation]:
    """Return the citations of each sentence of the answer, in turn."""
    by_number = {citation.n: citation for citation in outcome.answer.citations}
    numbers = [n for sentence in outcome.answer.sentences for n in sentence.citations]
    return [by_number[n] for n in numbers if n in by_number]


def _as_in_source(citation: Citation, source: Statement | None) -> bool:
    return source is not None and any(
        turn.start <= citation.start
        and citation.end <= turn.end
        and (turn.speaker, turn.role) == (citation.speaker, citation.role)
        for turn in source.turns
    )


def _as_in_gold(citation: Citation, case: Case) -> bool:
    place = (citation.statement_id, citation.start, citation.end)
    return not any(span.touches(*place) for span in case.gold) or _is_expected(citation, case)


def _is_expected(citation: Citation, case: Case) -> bool:
    return citation.role is case.role and (
        case.speaker is None or same_person(case.speaker, citation.speaker)
    )
