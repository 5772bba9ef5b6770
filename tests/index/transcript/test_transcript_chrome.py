from __future__ import annotations

import pytest

from index.transcript.chrome import is_chrome, strip_chrome


@pytest.mark.parametrize(
    "line",
    [
        "official site",
        "Home \\ Statements and speeches \\",
        "Home > News > Speeches",
        "Print version   Share   Save as PDF",
        "Share on: Facebook | Twitter | E-mail",
        "Back to top",
        "We use cookies to improve this site.",
        "© Ministry of Foreign Affairs",
        "All rights reserved.",
    ],
)
def test_page_furniture_is_chrome(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thank you.",
        "Home is where we start from.",
        "Share the burden and share the gain, I say.",
        "Print more money? No.",
        "We use coal, and we will use less.",
        "Question: Will you go?",
        "Ladies and Gentlemen,",
        "x",
    ],
)
def test_words_that_somebody_says_are_no_chrome(line: str) -> None:
    assert not is_chrome(line)


def test_chrome_goes_at_both_ends_and_stays_in_the_middle() -> None:
    body = "Remarks on trade\n\nWe trade.\n\n" + "\n".join(["More words are said here."] * 30)
    page = f"official site\n\nHome > News\n\n{body}\n\nPrint\n\n{body}\n\nBack to top\nShare\n"
    assert strip_chrome(page) == f"{body}\n\nPrint\n\n{body}"


def test_blank_lines_within_the_text_are_left_alone() -> None:
    assert strip_chrome("\n\nOne.\n\n\n\nTwo.\n\n") == "One.\n\n\n\nTwo."
