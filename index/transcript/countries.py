"""The countries that a header may name, from the Unicode CLDR as babel packages it."""

from __future__ import annotations

from functools import lru_cache


def is_country(name: str) -> bool:
    """Whether `name` is a country's or territory's in English: "Estonia", "New Zealand"."""
    return name.casefold().removeprefix("the ") in _names()


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    from babel import Locale

    territories = Locale("en").territories.items()
    return frozenset(name.casefold() for code, name in territories if code.isalpha())
