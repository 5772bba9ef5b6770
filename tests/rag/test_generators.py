"""What every generator must do, over the table."""

from __future__ import annotations

import pytest

from rag.generators import GENERATORS
from rag.generators.extractive import ExtractiveGenerator
from rag.generators.generator import Draft
from rag.reranker import Reranker
from rag.selection import quotations
from rag.settings import ChatSettings, GeneratorName, RagSettings
from tests.rag.passages import TALKS, evidence

# Nobody listens there: what a generator that needs an endpoint does without it must conform too.
SETTINGS = RagSettings(chat=ChatSettings(base_url="http://127.0.0.1:9/v1", model="none", retries=0))


@pytest.mark.parametrize("name", GENERATORS)
def test_conforms(name: GeneratorName, reranker: Reranker) -> None:
    chosen = [
        evidence("The talks will last three days.", 3.0),
        evidence("They know the subject well.", 2.0),
        evidence("We hope for a good result.", 1.0),
    ]
    quoted = [(quotation, TALKS) for quotation in quotations(chosen, lambda _: TALKS)]
    generator = GENERATORS[name](SETTINGS, reranker)
    draft = generator.generate("How long will the experts talk?", quoted)
    *sentences, streamed = generator.stream("How long will the experts talk?", quoted)
    assert streamed == draft
    assert not any(isinstance(sentence, Draft) for sentence in sentences)
    numbers = [citation.n for citation in draft.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {n for sentence in draft.sentences for n in sentence.citations} == set(numbers)
    assert all(sentence.citations and sentence.text for sentence in draft.sentences)
    for citation in draft.citations:
        assert TALKS.text[citation.start : citation.end] == citation.quote
        assert citation.speaker in {"Ada Lind", "Ben Roth"}


def test_the_extractive_one_says_nothing_of_its_own() -> None:
    quoted = [
        (quotation, TALKS)
        for quotation in quotations([evidence("They know the subject well.", 2.0)], lambda _: TALKS)
    ]
    draft = ExtractiveGenerator().generate("What do they know?", quoted)
    assert [sentence.text for sentence in draft.sentences] == [
        "We send twelve experts to Geneva.",
        "They know the subject well.",
    ]
    assert draft.citations[0].question == "How many experts will go to Geneva? Will it be a long meeting?"
