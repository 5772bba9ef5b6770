from __future__ import annotations

from datetime import date

import pytest

from ui.dates import first_day, last_day


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2013-09-12", date(2013, 9, 12), date(2013, 9, 12)),
        ("2013-9-2", date(2013, 9, 2), date(2013, 9, 2)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        (" 2013 ", date(2013, 1, 1), date(2013, 12, 31)),
    ],
)
def test_a_year_or_a_month_is_a_span(typed: str, first: date, last: date) -> None:
    assert (first_day(typed), last_day(typed)) == (first, last)


@pytest.mark.parametrize(
    "typed", ["", "yesterday", "13-09-12", "2013-13", "2013-00", "2013-02-30", "2013-1-0", "٢٠١٣", "0000"]
)
def test_anything_else_is_refused(typed: str) -> None:
    for parse in (first_day, last_day):
        with pytest.raises(ValueError, match=r"."):
            parse(typed)
