from __future__ import annotations

from pathlib import Path

import pytest

from index.embedders.sentence_transformer import SentenceTransformerEmbedder
from index.errors import ModelUnavailable


def test_a_name_that_is_not_on_disk_is_an_error_with_its_mend() -> None:
    with pytest.raises(ModelUnavailable, match=r"'nobody/no-such-model' cannot be loaded: give the folder"):
        SentenceTransformerEmbedder("nobody/no-such-model").embed_query("What was agreed?")


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        SentenceTransformerEmbedder(str(tmp_path)).embed_documents(["The treaty was signed."])


def test_nothing_is_loaded_before_it_is_needed() -> None:
    assert SentenceTransformerEmbedder("nobody/no-such-model").name == "nobody/no-such-model"
