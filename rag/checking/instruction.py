"""Words in a statement that address a language model, and so tell nothing about the world."""

from __future__ import annotations

import re

from rag.checking.case import Case
from rag.checking.fault import Fault, unsupported

_INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.!?]{0,40}\b(?:instructions?|prompts?)\b"
    r"|\b(?:system|developer)\s+(?:prompt|message|note)\b|<\|?\s*(?:im_start|im_end|system|assistant|user)\b"
    r"|\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:\w+\s+){0,2}(?:ai|assistant|chatbot|language\s+model|llm)\b"
    r"|\b(?:as|dear|note\s+to\s+the|attention,?)\s+(?:an?\s+|the\s+)?(?:ai|assistant|chatbot|language\s+model|llm)s?\b"
    r"|^\W*(?:say|answer|respond|reply|write|print|output)\b"
    r"|\b(?:answer|respond|reply|say|write|output|print)\b[^.!?]{0,30}\b(?:instead|to\s+(?:every|any|all)\s+questions?)\b",
    re.IGNORECASE,
)


def instruction(case: Case) -> Fault | None:
    """Find evidence that gives orders to a model, or comes just after such: it is not said of the world."""
    texts = [text for ground in case.grounds for text in (ground.text, ground.before)]
    if any(map(_INSTRUCTION.search, texts)):
        return unsupported("it rests on words that address a language model")
    return None
