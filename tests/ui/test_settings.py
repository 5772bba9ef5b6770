from __future__ import annotations

from pathlib import Path

import pytest

from ui.errors import SettingsError
from ui.setting_keys import keys, variable
from ui.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in keys(Settings):
        monkeypatch.delenv(variable(path), raising=False)


def _write(text: str, name: str = "onrecord.toml") -> Path:
    file = Path(name)
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults() -> None:
    settings = load_settings()
    assert settings.index_dir == Path(".onrecord")
    assert settings.rag.answer.sentences == 3


def test_flag_before_environment_before_file_before_default(monkeypatch: pytest.MonkeyPatch) -> None:
    _write('index_dir = "from-file"\n[rag.answer]\nsentences = 4\nnearest = 5\npassages = 6\n')
    monkeypatch.setenv("ONRECORD_RAG__ANSWER__SENTENCES", "7")
    monkeypatch.setenv("ONRECORD_RAG__ANSWER__NEAREST", "8")
    settings = load_settings(sentences=9)
    assert settings.index_dir == Path("from-file")
    answer = settings.rag.answer
    assert (answer.sentences, answer.nearest, answer.passages) == (9, 8, 6)
    assert answer.max_question_characters == 2000
    assert load_settings(index_dir=Path("from-flag")).index_dir == Path("from-flag")


def test_file_is_chosen_by_flag() -> None:
    _write('index_dir = "here"')
    assert load_settings(_write('index_dir = "there"', "other.toml")).index_dir == Path("there")


def test_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_INDEX_DIR", "")
    assert load_settings().index_dir == Path(".onrecord")


def test_every_setting_can_be_set_by_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    for path in keys(Settings):
        value = Settings()
        for name in path:
            value = getattr(value, name)
        monkeypatch.setenv(variable(path), "2" if value is None else str(value))
    assert load_settings().index.embedder.threads == 2
    assert load_settings().rag == Settings().rag


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("indx_dir = 'a'", "there is no setting 'indx_dir': did you mean index_dir?"),
        (
            "[rag.answer]\nsentance = 1",
            "there is no setting 'rag.answer.sentance': did you mean rag.answer.sentences?",
        ),
        ("[qqqq]\nzzzz = 1", "there is no setting 'qqqq': remove it."),
        ("[rag.answer]\nsentences = 99", "rag.answer.sentences: input should be less than or equal to 10."),
        ("index = 3", "index: input should be"),
        ("[index_dir]\na = 1", "index_dir: input is not a valid path"),
        ("= 3", "is not valid TOML: "),
    ],
)
def test_mistake_in_the_file_is_named(text: str, message: str) -> None:
    _write(text)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith("onrecord.toml")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "ONRECORD_INDEX",
            "x",
            "environment: there is no setting ONRECORD_INDEX: did you mean ONRECORD_INDEX_DIR?",
        ),
        (
            "ONRECORD_RAG__ANSWER__SENTENCE",
            "1",
            "environment: there is no setting ONRECORD_RAG__ANSWER__SENTENCE: "
            "did you mean ONRECORD_RAG__ANSWER__SENTENCES?",
        ),
        (
            "ONRECORD_RAG__ANSWER__SENTENCES",
            "many",
            "environment: ONRECORD_RAG__ANSWER__SENTENCES: input should be a valid integer, "
            "unable to parse string as an integer.",
        ),
    ],
)
def test_mistake_in_the_environment_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value) == message


def test_file_that_cannot_be_read() -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.toml cannot be read"):
        load_settings(Path("nowhere.toml"))
    Path("latin.toml").write_bytes('index_dir = "été"'.encode("latin-1"))
    with pytest.raises(SettingsError, match=r"latin\.toml is not text in UTF-8"):
        load_settings(Path("latin.toml"))


def test_file_in_the_place_of_an_index() -> None:
    with pytest.raises(SettingsError, match="is not a folder"):
        load_settings(index_dir=_write("x", "a-file"))
