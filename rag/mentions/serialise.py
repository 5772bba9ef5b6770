"""Mentions and timelines as JSON: the stable interface that docs/json.md describes."""

from __future__ import annotations

from datetime import date
from typing import Any

from rag.answer import CorpusSpan
from rag.mentions.count import Mentions
from rag.mentions.timeline import Timeline
from rag.quotes.serialise import place_to_json
from rag.serialise import corpus_to_json

Json = dict[str, Any]


def mentions_to_json(mentions: Mentions, corpus: CorpusSpan) -> Json:
    """Return all counts; keys are only ever added, never renamed."""
    return {
        "phrase": mentions.wanted,
        "occurrences": mentions.occurrences,
        "statements": mentions.statements,
        "passages": mentions.passages,
        "searched_statements": mentions.searched,
        "searched_words": mentions.words,
        "first_date": _text(mentions.first),
        "last_date": _text(mentions.last),
        "by": mentions.by.value if mentions.by else None,
        "groups": [
            {
                "name": group.name,
                "occurrences": group.occurrences,
                "statements": group.statements,
                "words": group.words,
                "per_10000_words": round(group.rate, 3),
            }
            for group in mentions.groups
        ],
        "corpus": corpus_to_json(corpus),
    }


def timeline_to_json(timeline: Timeline, corpus: CorpusSpan) -> Json:
    """Return a timeline; keys are only ever added, never renamed."""
    return {
        "phrase": timeline.wanted,
        "occurrences": timeline.occurrences,
        "undated": timeline.undated,
        "searched_statements": timeline.searched,
        "entries": [
            {
                "date": entry.date.isoformat(),
                "occurrences": entry.occurrences,
                "statements": entry.statements,
                "start": entry.start,
                "end": entry.end,
                "excerpt": place_to_json(entry.excerpt),
            }
            for entry in timeline.entries
        ],
        "silences": [
            {"first": _text(silence.first), "last": _text(silence.last), "statements": silence.statements}
            for silence in timeline.silences
        ],
        "corpus": corpus_to_json(corpus),
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
