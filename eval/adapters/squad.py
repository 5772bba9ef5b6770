"""SQuAD 1.1 and 2.0: questions on paragraphs of Wikipedia, in 2.0 also unanswerable ones.

Format: one JSON object {"version", "data": [{"title", "paragraphs": [{"context", "qas": [{"id",
"question", "answers": [{"text", "answer_start"}], "is_impossible"}]}]}]}; 1.1 has no
"is_impossible". Offsets count characters of the context.

Source: Rajpurkar et al., "SQuAD: 100,000+ Questions for Machine Comprehension of Text", EMNLP
2016; Rajpurkar, Jia and Liang, "Know What You Don't Know", ACL 2018.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.adapters.dataset import Dataset, DatasetQuestion, Document, Place, malformed, read_json


def read(path: Path) -> Dataset:
    """Read the file; each paragraph becomes a document.

    Raises:
        DatasetError: the file cannot be read or has another form.
    """
    content = read_json(path)
    documents: list[Document] = []
    questions: list[DatasetQuestion] = []
    try:
        for title, paragraph in _paragraphs(content):
            document = Document(
                f"{title}-{len(documents)}", title.replace("_", " "), str(paragraph["context"])
            )
            documents.append(document)
            questions.extend(_question(row, document) for row in paragraph["qas"])
    except (KeyError, TypeError, ValueError) as error:
        raise malformed(path, f"paragraph {len(documents)}", error) from error
    return Dataset(path.name, tuple(documents), tuple(questions))


def _paragraphs(content: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for article in content["data"]:
        for paragraph in article["paragraphs"]:
            yield str(article["title"]), paragraph


def _question(row: dict[str, Any], document: Document) -> DatasetQuestion:
    answerable = not row.get("is_impossible", False)
    places = [
        Place(document.id, int(answer["answer_start"]), str(answer["text"])) for answer in row["answers"]
    ]
    if answerable and not places:
        raise ValueError(f"the answerable question {row['id']} has no answers")
    return DatasetQuestion(
        id=str(row["id"]),
        question=str(row["question"]),
        answerable=answerable,
        gold=tuple(dict.fromkeys(places)) if answerable else (),
    )
