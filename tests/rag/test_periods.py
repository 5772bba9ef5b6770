from datetime import date

import pytest

from rag.periods import Period, period_in

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
    ],
)
def test_no_period(question: str) -> None:
    assert period_in(question, NEWEST) is None


def test_a_corpus_without_dates_has_no_last_year() -> None:
    assert period_in("What did he say last year?", None) is None
