"""BEIR: retrieval with graded relevance of whole documents.

Format: a folder with corpus.jsonl ({"_id", "title", "text"}), queries.jsonl ({"_id", "text"}) and
qrels/test.tsv (or dev.tsv, train.tsv): tab-separated with the header "query-id corpus-id score".
Only judged queries are asked. A document counts where its best passage stands.

Source: Thakur et al., "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of Information
Retrieval Models", NeurIPS 2021.
"""

from __future__ import annotations

from pathlib import Path

from eval.adapters.dataset import Dataset, DatasetQuestion, Document, malformed, read_json_lines
from eval.errors import DatasetError

_SPLITS = ("test", "dev", "train")


def read(path: Path) -> Dataset:
    """Read the folder.

    Raises:
        DatasetError: a file is missing or has another form.
    """
    documents = _documents(path / "corpus.jsonl")
    texts = _queries(path / "queries.jsonl")
    qrels_path = next(
        (file for split in _SPLITS if (file := path / "qrels" / f"{split}.tsv").is_file()), None
    )
    if qrels_path is None:
        raise DatasetError(f"{path} has no qrels/test.tsv: name the folder of a BEIR data set.")
    qrels = _qrels(qrels_path)
    unknown = sorted(qrels.keys() - texts.keys())
    if unknown:
        raise DatasetError(
            f"{qrels_path} judges the query {unknown[0]!r}, which queries.jsonl does not hold."
        )
    questions = tuple(
        DatasetQuestion(id=query, question=texts[query], answerable=True, relevance=grades)
        for query, grades in qrels.items()
        if grades
    )
    return Dataset(path.name, documents, questions)


def _documents(path: Path) -> tuple[Document, ...]:
    documents = []
    for number, row in read_json_lines(path):
        try:
            documents.append(Document(str(row["_id"]), str(row.get("title") or ""), str(row["text"])))
        except KeyError as error:
            raise malformed(path, f"line {number}", error) from error
    return tuple(documents)


def _queries(path: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for number, row in read_json_lines(path):
        try:
            texts[str(row["_id"])] = str(row["text"])
        except KeyError as error:
            raise malformed(path, f"line {number}", error) from error
    return texts


def _qrels(path: Path) -> dict[str, dict[str, int]]:
    qrels: dict[str, dict[str, int]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if number == 1 or not line.strip():
            continue
        try:
            query, document, score = line.split("\t")
            grades = qrels.setdefault(query, {})
            if int(score) > 0:
                grades[document] = int(score)
        except ValueError as error:
            raise malformed(path, f"line {number}", error) from error
    return qrels
