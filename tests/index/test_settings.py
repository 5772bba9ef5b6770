from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from index.embedders import load_embedder
from index.embedders.bge import BgeEmbedder
from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.settings import ChunkerSettings, EmbedderSettings, IndexSettings, ReaderSettings

SECTIONS = [ReaderSettings, ChunkerSettings, EmbedderSettings, IndexSettings]


@pytest.mark.parametrize("section", SECTIONS)
def test_an_unknown_key_is_refused(section: type[BaseModel]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        section.model_validate({"max_token": 64})


@pytest.mark.parametrize(
    "values",
    [
        {"reader": {"max_bytes": 0}},
        {"chunker": {"max_tokens": 31}},
        {"chunker": {"max_tokens": 513}},
        {"chunker": {"overlap_sentences": -1}},
        {"chunker": {"overlap_sentences": 4}},
        {"embedder": {"batch_size": 0}},
        {"embedder": {"threads": 0}},
    ],
    ids=str,
)
def test_a_value_out_of_bounds_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        IndexSettings.model_validate(values)


@pytest.mark.parametrize("section", SECTIONS)
def test_settings_do_not_change_once_made(section: type[BaseModel]) -> None:
    made = section()
    with pytest.raises(ValidationError, match="frozen"):
        setattr(made, next(iter(section.model_fields)), 64)


def test_the_default_embedder_is_the_packaged_one() -> None:
    assert isinstance(load_embedder(EmbedderSettings()), BgeEmbedder)


def test_any_other_name_goes_to_sentence_transformers() -> None:
    embedder = load_embedder(EmbedderSettings(model="some/model"))
    assert isinstance(embedder, SentenceTransformerEmbedder)
    assert embedder.name == "some/model"
