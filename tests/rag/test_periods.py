from datetime import date
from time import perf_counter

import pytest

from rag.periods import Period, date_within, period_in, period_of_year

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


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("on Friday, March 13, 2020", date(2020, 3, 13), date(2020, 3, 13)),
        ("on the 13th of March, 2020", date(2020, 3, 13), date(2020, 3, 13)),
        ("on Sept. 9, 2009", date(2009, 9, 9), date(2009, 9, 9)),
        ("in July of 1979", date(1979, 7, 1), date(1979, 7, 31)),
        ("in April, 1917", date(1917, 4, 1), date(1917, 4, 30)),
        ("in the summer of 1919", date(1919, 6, 1), date(1919, 8, 31)),
        ("in the fall of 1919", date(1919, 9, 1), date(1919, 11, 30)),
        ("in spring 1919", date(1919, 3, 1), date(1919, 5, 31)),
        ("in the winter of 1919", date(1918, 12, 1), date(1920, 2, 29)),
        ("in the winter of 1969-70", date(1969, 12, 1), date(1970, 2, 28)),
        ("in the first half of 1979", date(1979, 1, 1), date(1979, 6, 30)),
        ("in the 2nd quarter of 1979", date(1979, 4, 1), date(1979, 6, 30)),
        ("in the second half of March 2020", date(2020, 3, 16), date(2020, 3, 31)),
        ("at the end of 2009", date(2009, 1, 1), date(2009, 12, 31)),
        ("before the end of 2009", None, date(2009, 12, 31)),
        ("on 4/30/1973", date(1973, 4, 30), date(1973, 4, 30)),
        ("on 13/03/2020", date(2020, 3, 13), date(2020, 3, 13)),
        ("on 13-03-2020", date(2020, 3, 13), date(2020, 3, 13)),
        ("on 4/4/2020", date(2020, 4, 4), date(2020, 4, 4)),
        ("on 2020/03/13", date(2020, 3, 13), date(2020, 3, 13)),
        ("in 1969-70", date(1969, 1, 1), date(1970, 12, 31)),
        ("in 2009-05", date(2009, 5, 1), date(2009, 5, 31)),
        ("from 2009 onwards", date(2009, 1, 1), None),
        ("prior to 1950", None, date(1949, 12, 31)),
        ("throughout 1864", date(1864, 1, 1), date(1864, 12, 31)),
        ("starting in 2009", date(2009, 1, 1), None),
    ],
)
def test_other_ways_to_write_a_date(question: str, since: date | None, until: date | None) -> None:
    found = period_in(f"What did he say {question}?", NEWEST)

    assert found == Period(question, since, until)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("in 2009 and 2010", date(2009, 1, 1), date(2010, 12, 31)),
        ("in 1917 and in 1919", date(1917, 1, 1), date(1919, 12, 31)),
        ("in either 1917 or 1918", date(1917, 1, 1), date(1918, 12, 31)),
        ("in March, April and May 2020", date(2020, 3, 1), date(2020, 5, 31)),
        ("on March 13 and 14, 2020", date(2020, 3, 13), date(2020, 3, 14)),
        ("from 13 to 15 March 2020", date(2020, 3, 13), date(2020, 3, 15)),
        ("between January and March 2010", date(2010, 1, 1), date(2010, 3, 31)),
        ("between November and February 2010", date(2009, 11, 1), date(2010, 2, 28)),
        ("between September 11 and October 7, 2001", date(2001, 9, 11), date(2001, 10, 7)),
        ("from 1969 through 1972", date(1969, 1, 1), date(1972, 12, 31)),
        ("in the years 2009 to 2011", date(2009, 1, 1), date(2011, 12, 31)),
        ("since 2009 until 2012", date(2009, 1, 1), date(2012, 12, 31)),
    ],
)
def test_several_dates_are_spanned(question: str, since: date, until: date) -> None:
    assert period_in(f"What did he say {question}?", NEWEST) == Period(question, since, until)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("in the week after September 11, 2001", date(2001, 9, 12), date(2001, 9, 18)),
        ("in the two weeks after September 11, 2001", date(2001, 9, 12), date(2001, 9, 25)),
        ("two weeks after September 11, 2001", date(2001, 9, 19), date(2001, 9, 25)),
        ("the day before September 11, 2001", date(2001, 9, 10), date(2001, 9, 10)),
        ("two years after 2009", date(2011, 1, 1), date(2011, 12, 31)),
        ("two years before 2009", date(2007, 1, 1), date(2007, 12, 31)),
        ("during the month after 31 January 2009", date(2009, 2, 1), date(2009, 2, 28)),
    ],
)
def test_a_time_counted_from_a_date(words: str, since: date, until: date) -> None:
    assert period_in(f"What did he say {words}?", NEWEST) == Period(words, since, until)


def test_how_many_weeks_is_not_told() -> None:
    found = period_in("in the weeks after September 11, 2001", NEWEST)

    assert found == Period("after September 11, 2001", date(2001, 9, 12), None)


@pytest.mark.parametrize(
    ("words", "first", "last", "since"),
    [
        ("in the 90s", date(1789, 4, 30), date(2020, 8, 8), 1990),
        ("in the late '90s", date(1789, 4, 30), date(1899, 1, 1), 1890),
        ("in the nineties", None, None, 1990),
        ("in the 10s", date(2005, 1, 1), date(2020, 8, 8), 2010),
    ],
)
def test_the_century_of_a_decade_is_one_that_the_corpus_holds(
    words: str, first: date | None, last: date | None, since: int
) -> None:
    assert period_in(words, last, first) == Period(words, date(since, 1, 1), date(since + 9, 12, 31))


@pytest.mark.parametrize(
    ("question", "words", "since", "until"),
    [
        ("And 1861?", "1861", date(1861, 1, 1), date(1861, 12, 31)),
        ("What about March 2020?", "March 2020", date(2020, 3, 1), date(2020, 3, 31)),
        ("Trump, 23 April 2020: disinfectant", "23 April 2020", date(2020, 4, 23), date(2020, 4, 23)),
        ("What did Obama say Sept. 9, 2009?", "Sept. 9, 2009", date(2009, 9, 9), date(2009, 9, 9)),
    ],
)
def test_a_date_that_stands_by_itself(question: str, words: str, since: date, until: date) -> None:
    assert period_in(question, NEWEST) == Period(words, since, until)


@pytest.mark.parametrize(
    "question",
    [
        "What did he say after 2000 soldiers died in Iraq?",
        "What did he say before 2000 American soldiers died?",
        "Did 3/4 of the votes count?",
        "Is the line open 24/7?",
        "What did he say of the 19th amendment?",
        "What did he promise in May?",
        "in May he said",
        "What did he say about the September 11, 2001 attacks?",
        "What did he say about September 11, 2001?",
        "What did he say about the wars of 1812, 1846, and 1861?",
        "What did he say about March, 2020?",
        "in 2013-style politics",
        "Who lives at 1600 Pennsylvania Avenue?",
        "on 3/4/2020",
        "in the third half of 2009",
    ],
)
def test_no_date(question: str) -> None:
    assert period_in(question, NEWEST) is None


def test_a_time_without_a_year() -> None:
    assert period_of_year("And in December?", 2024) == Period(
        "in December", date(2024, 12, 1), date(2024, 12, 31)
    )
    assert period_of_year("And in December 2010?", 2024) is None
    assert period_of_year("And in Cairo?", 2024) is None


@pytest.mark.parametrize(
    "text",
    ["in March, " * 200, "the first half of " * 100, "between 2009 and " * 150, "1" * 2000, "in the " * 300],
)
def test_odd_input_takes_no_time_to_speak_of(text: str) -> None:
    start = perf_counter()
    period_in(text, NEWEST)
    assert perf_counter() - start < 1
