"""How a recovery went: each day against the course, gaps as gaps, days to zero."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from meso_cli.model.records import Record
from meso_cli.model.settings import Settings
from meso_cli.model.trend import ItemTrend, Trend
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.trend import Shown, day_hours, trend
from meso_cli.wording.trend import trend_sentence, zero_words
from tests.core.making import Said, patient
from tests.core.recoveries import GUIDE, TREATED, case, treatment


def seen(
    *said: Said, at: float, days: int | None = None, earlier: tuple[Record, ...] = (), **known: object
) -> Trend:
    """The trend of what was said, so many hours after the treatment (a Friday, 14:00)."""
    record = patient(*said, of=treatment(**known))
    view = Viewpoint(record.treatment.moment(at).astimezone(TREATED.tzinfo))
    return trend(case(record), Settings(), view, Shown(days), earlier=map(case, earlier))


def row(of: Trend, id: str) -> ItemTrend:
    return next(item for item in of.items if item.id == id)


def drawn(item: ItemTrend) -> str:
    """The highest grade a day, with "!" behind what is marked, "." where nothing was recorded."""
    return " ".join(
        "." if cell.highest is None else f"{cell.highest.value}{'!' if cell.is_marked else ''}"
        for cell in item.days
    )


@pytest.mark.parametrize(
    ("said", "expected", "sentence"),
    [
        ([(2, "redness=3"), (98, "redness=1")], "3 . . . 1", "3 to 1 over 5 days, inside the usual range"),
        ([(50, "redness=1")], ". . 1 . .", "1 on day 2, inside the usual range"),
        ([(2, "redness=2"), (20, "redness=3"), (98, "redness=0")], "2 3 . . 0", "highest 3 on day 1"),
        ([(2, "redness=1"), (50, "redness=1")], "1 . 1 . .", "1 over 3 days, inside the usual range"),
        (
            [(2, "redness=2"), (50, "redness=0"), (98, "redness=2")],
            "2 . 0 . 2!",
            "2 to 2 over 5 days, lowest 0",
        ),
        # Each log at its own hour: the course steps down at 24 h, in the middle of day 1.
        ([(23, "redness=3"), (26, "redness=2")], ". 3 . . .", "inside the usual range"),
        ([(23, "redness=2"), (26, "redness=3")], ". 3! . . .", "above the usual range on day 1"),
        ([(4, "redness=1")], "1 . . . .", "4 days not recorded, nothing since day 0"),
        ([(4, "redness=1"), (60, "redness=0")], "1 . . 0 .", "; 3 days not recorded"),
    ],
)
def test_a_day_has_its_highest_grade_and_a_gap_stays_a_gap(
    said: list[Said], expected: str, sentence: str
) -> None:
    """A day without a log is never drawn through, a single day between gaps is there, and the sentence
    comes from the same numbers."""
    item = row(seen(*said, at=99), "redness")
    assert drawn(item) == expected
    assert sentence in trend_sentence(item)


def test_a_lower_grade_late_in_the_day_marks_it_all_the_same() -> None:
    """A day is above its course where any of its logs is, though its highest is inside."""
    item = row(seen((23, "redness=3"), (33, "redness=3"), at=34), "redness")
    cell = item.days[1]
    assert (cell.state, len(cell.above), cell.expected_max) == ("above", 1, 2)


def test_a_lower_grade_past_the_limit_marks_the_day_too() -> None:
    """Itching of 2 at noon is inside its course, 1 two hours after the limit is not."""
    item = row(seen((167, "itching=2"), (169, "itching=1"), at=170), "itching")
    cell = item.days[7]
    assert (cell.state, cell.highest and cell.highest.value, len(cell.above)) == ("above", 2, 1)


def test_the_low_day_before_a_rise_is_no_part_of_the_warning() -> None:
    """The mark stands where it rose, not where it was best."""
    item = row(seen((50, "redness=1"), (75, "redness=1"), (99, "redness=2"), at=100), "redness")
    assert [cell.day for cell in item.days if cell.warned] == [4]


def test_a_standing_warning_is_never_hidden_behind_the_usual_range() -> None:
    """Redness that came back inside its course is marked, and its sentence says that a warning stands."""
    of = seen((50, "redness=0"), (75, "redness=0"), (100, "redness=1 warmth=1"), at=101)
    item = row(of, "redness")
    assert drawn(item) == ". . 0 0 1!"
    assert "a warning stands" in trend_sentence(item)
    assert of.warnings


@pytest.mark.parametrize(
    ("said", "days", "words"),
    [
        ([], None, "never recorded"),
        ([(2, "redness=0"), (50, "redness=0")], None, "never above 0"),
        ([(2, "redness=1"), (50, "redness=1")], None, "not yet 0"),
        ([(2, "redness=2"), (50, "redness=0"), (75, "redness=0")], 2, "0 from day 2 on"),
        ([(2, "redness=2"), (50, "redness=0"), (75, "redness=1")], None, "not yet 0"),
        ([(2, "redness=2"), (50, "redness=0"), (75, "redness=1"), (99, "redness=0")], 4, "0 from day 4 on"),
        ([(44, "redness=1"), (50, "redness=0")], 2, "0 from day 2 on"),
        ([(2, "redness=1"), (20, "redness=0"), (44, "redness=1"), (50, "redness=0")], 2, "0 from day 2 on"),
    ],
)
def test_days_to_zero_are_those_until_it_stayed_away(said: list[Said], days: int | None, words: str) -> None:
    """A zero before the symptom came back is no end; nothing logged is not zero."""
    item = row(seen(*said, at=100), "redness")
    assert item.days_to_zero == days
    assert zero_words(item.days_to_zero, item.ever) == words


def test_a_reported_sign_stands_beside_the_symptoms_until_it_is_taken_back() -> None:
    """A red flag is part of how it went; a sign that was only ever denied is not listed."""
    of = seen((50, "fever pus=0"), (60, "redness=1"), at=61)
    assert "yes on day 2, not taken back" in trend_sentence(row(of, "fever"))
    assert row(of, "fever").days[2].is_marked
    assert not any(item.id == "pus" for item in of.items)
    later = seen((50, "fever"), (80, "fever=0"), at=81)
    assert "yes on day 2, then no" in trend_sentence(row(later, "fever"))


@pytest.mark.parametrize(
    ("days", "at_day", "logged_day", "window"),
    [
        (None, 3, 0, (0, 3)),
        (None, 28, 0, (0, 28)),
        (None, 90, 3, (0, 28)),
        (None, 90, 60, (32, 60)),
        (7, 3, 0, (0, 3)),
        (7, 20, 0, (14, 20)),
        (1, 20, 0, (20, 20)),
        (60, 90, 60, (1, 60)),
    ],
)
def test_the_window_is_follow_up_or_the_days_asked_for(
    days: int | None, at_day: int, logged_day: int, window: tuple[int, int]
) -> None:
    """Without a number as many days as follow-up has, up to today; months later what was logged."""
    of = seen((logged_day * 24 + 1, "redness=1"), at=at_day * 24 + 2, days=days)
    assert (of.first_day, of.last_day) == window
    assert [cell.day for cell in of.items[0].days] == list(range(window[0], window[1] + 1))


def test_earlier_treatments_stand_beside_it_with_their_number_of_days() -> None:
    """Each with how many days were logged, how high it went and when it was at 0."""
    before = patient((2, "redness=3"), (26, "redness=2"), (100, "redness=0"))
    of = seen((2, "redness=2"), at=5, earlier=(before,))
    (earlier,) = row(of, "redness").earlier
    assert (earlier.days_logged, earlier.highest, earlier.days_to_zero) == (3, 3, 4)
    assert row(of, "swelling").earlier == ()


def test_days_are_those_of_the_calendar_where_clocks_change() -> None:
    """Day 2 of a treatment on a Friday before the clocks go forward has 23 hours; day 0 begins with it."""
    treated = treatment()
    assert day_hours(treated, 0) == (0.0, 10.0)
    assert day_hours(treated, 2) == (34.0, 57.0)
    assert day_hours(treated, 1, dt.timedelta(hours=4)) == (14.0, 37.0)
    assert treated.at.tzinfo == ZoneInfo("Europe/Berlin")
    assert GUIDE.rules.follow_up_days == 28
