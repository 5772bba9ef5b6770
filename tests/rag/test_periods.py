from datetime import date

import pytest

from rag.periods import Period, date_within, period_in

NEWEST = date(2013, 1, 9)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("What did he say in 2013?", date(2013, 1, 1), date(2013, 12, 31)),
        ("What has she said since May 2020?", date(2020, 5, 1), None),
        ("What did he say after May 2020?", date(2020, 6, 1), None),
        ("What was said before 12 September 2013?", None, date(2013, 9, 11)),
        ("What had he said by 1990?", None, date(1990, 12, 31)),
        ("What was said between 2010 and March 2012?", date(2010, 1, 1), date(2012, 3, 31)),
        ("from May 2010 to 3 June 2011", date(2010, 5, 1), date(2011, 6, 3)),
        ("on September 12, 2013", date(2013, 9, 12), date(2013, 9, 12)),
        ("during February 2012", date(2012, 2, 1), date(2012, 2, 29)),
        ("What was said in Jan. 1996?", date(1996, 1, 1), date(1996, 1, 31)),
        ("on 12 Sept 2013", date(2013, 9, 12), date(2013, 9, 12)),
        ("on December 8th, 1941", date(1941, 12, 8), date(1941, 12, 8)),
        ("on the 11th of September 2001", date(2001, 9, 11), date(2001, 9, 11)),
        ("since 2013-09-12", date(2013, 9, 12), None),
        ("on 12.09.2013", date(2013, 9, 12), date(2013, 9, 12)),
        ("in the 1930s", date(1930, 1, 1), date(1939, 12, 31)),
        ("in the early 1800s", date(1800, 1, 1), date(1809, 12, 31)),
        ("in late May 2010", date(2010, 5, 1), date(2010, 5, 31)),
        ("before the 1990s", None, date(1989, 12, 31)),
        ("in the 19th century", date(1801, 1, 1), date(1900, 12, 31)),
        ("in 2013-2015", date(2013, 1, 1), date(2015, 12, 31)),
        ("during 2013–2015", date(2013, 1, 1), date(2015, 12, 31)),
    ],
)
def test_written_periods(question: str, since: date | None, until: date | None) -> None:
    found = period_in(question, NEWEST)

    assert found is not None
    assert (found.since, found.until, found.relative) == (since, until, False)
    assert found.words in question


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("last year", date(2012, 1, 1), date(2012, 12, 31)),
        ("this year", date(2013, 1, 1), date(2013, 12, 31)),
        ("last month", date(2012, 12, 1), date(2012, 12, 31)),
        ("this month", date(2013, 1, 1), date(2013, 1, 31)),
    ],
)
def test_relative_periods_count_from_the_newest_statement(words: str, since: date, until: date) -> None:
    assert period_in(f"What did he say {words}?", NEWEST) == Period(words, since, until, relative=True)


@pytest.mark.parametrize(
    "question",
    [
        "What is in the 2013 budget?",
        "the plan for 2013-2015",
        "in 31 June 2013",
        "What did he say?",
        "in 0099",
        "on 2013-13-40",
        "on 31.06.2013",
        "in 2015-2013",
        "on 4/2/1917",
        "in the 00th century",
        "before he was on 90210s",
    ],
)
def test_no_period(question: str) -> None:
    assert period_in(question, NEWEST) is None


def test_a_corpus_without_dates_has_no_last_year() -> None:
    assert period_in("What did he say last year?", None) is None


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("first 1984 presidential debate", date(1984, 1, 1), date(1984, 12, 31)),
        ("June 2002 address", date(2002, 6, 1), date(2002, 6, 30)),
        ("12.09.2013 briefing", date(2013, 9, 12), date(2013, 9, 12)),
    ],
)
def test_a_date_within_words(words: str, since: date, until: date) -> None:
    found = date_within(words)

    assert found is not None
    assert (found.since, found.until) == (since, until)
    assert found.words in words


@pytest.mark.parametrize("words", ["first presidential debate", "31.06.2013 briefing", "room 101", ""])
def test_no_date_within_words(words: str) -> None:
    assert date_within(words) is None
