from __future__ import annotations

from datetime import date

import pytest

from index.transcript.dates import last_date
from index.transcript.places import dateline, place_beside_date


@pytest.mark.parametrize(
    "written",
    [
        "12 September 2013",
        "September 12, 2013",
        "Sept. 12, 2013",
        "12th of September, 2013",
        "12.09.2013",
        "12/09/2013",
        "2013-09-12",
        "2013-09-12-press-conference.txt",
        "20130912_remarks.txt",
        "SEPTEMBER 12, 2013",
        "12. September 2013",
        "12 septembre 2013",
        "12 de septiembre de 2013",
        "12 сентября 2013",
        "from 3 May 1999 to 12 September 2013",
    ],
)
def test_written_forms_of_a_date(written: str) -> None:
    assert last_date(written) == date(2013, 9, 12)


@pytest.mark.parametrize(
    "written", ["31 June 2013", "12.13.14", "2013-13-40", "May 2013", "version 1.2.2013.4", "120130912", ""]
)
def test_what_is_no_date(written: str) -> None:
    assert last_date(written) is None


def test_month_first_only_where_nothing_else_is_possible() -> None:
    assert last_date("09/23/2013") == date(2013, 9, 23)
    assert last_date("09/08/2013") == date(2013, 8, 9)


def test_a_second_year_in_a_file_name_does_not_hide_the_date() -> None:
    assert last_date("2012-11-06-2012-election-night.txt") == date(2012, 11, 6)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Speech by the Minister, Ann Lee, and talks with Bo Dahl, Astana, 12 September 2013", "Astana"),
        ("Remarks at the General Assembly, New York, September 27, 2013", "New York"),
        ("EXECUTIVE MANSION, Washington, March 4, 1861.", "Washington"),
        ("WASHINGTON, D.C., December 1, 1862", "Washington, D.C."),
        ("October 12, 2017, 17:30, Sochi", "Sochi"),
        ("Press conference (Geneva, 3 May 2019)", "Geneva"),
        ("Remarks by the Mayor, Tallinn, Estonia, 3 May 2019", "Tallinn"),
        ("Remarks by the Mayor, Port Moresby, Papua New Guinea, 3 May 2019", "Port Moresby"),
        ("Remarks by the Mayor, Anna Vale, Estonia, 3 May 2019", "Estonia"),
        ("Remarks by the Mayor on the hostages in Arauca. Bogotá, 22 August 2007", "Bogotá"),
        ("Remarks by the Mayor, St. Agnes, 22 August 2007", "St. Agnes"),
        ("Remarks by the Mayor at a rally in Millbrook", "Millbrook"),
        ("Remarks by the Mayor at a rally in Millbrook, 3 May 2019", "Millbrook"),
        ("Remarks by the Mayor on the situation in Syria, 3 May 2019", None),
        ("Talks with the Foreign Minister, Erlan Idrisov, 12 September 2013", None),
        ("Interview with the newspaper, Thursday, 12 September 2013", None),
        ("He arrived in Paris.", None),
        ("Speech on freedom in Iraq", None),
        ("A statement of 12 September 2013", None),
    ],
)
def test_place_beside_a_date(line: str, place: str | None) -> None:
    assert place_beside_date(line) == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("WASHINGTON, June 1 -- The Senate met.", "WASHINGTON"),
        ("NEW YORK (AP) — The talks ended.", "NEW YORK"),
        ("GENEVA, Switzerland, May 3, 2019 – We met.", "GENEVA"),
    ],
)
def test_dateline(line: str, place: str) -> None:
    match = dateline(line)
    assert match is not None
    assert match["place"] == place


@pytest.mark.parametrize("line", ["We met -- and parted.", "I -- I mean it.", "THE PRESIDENT: Yes -- no."])
def test_speech_is_no_dateline(line: str) -> None:
    assert dateline(line) is None
