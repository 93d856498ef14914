"""Words that are refused: what the sentence must hold, and that nothing else ever comes out."""

import datetime as dt
import re
from collections.abc import Callable
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from meso_cli.errors import BadValue
from meso_cli.text import visible
from meso_cli.when.durations import read_duration
from meso_cli.when.reading import Moment, Toward, read
from tests.searching import examples
from tests.when.reads import times

NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def refusal(words: str, toward: Toward = "past") -> str:
    with pytest.raises(BadValue) as refused:
        read(words, at=NOW, toward=toward, start=NOW)
    return str(refused.value)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("03/04", ["3 apr", "4 mar"]),
        ("03/04 18:00", ["3 apr", "4 mar"]),
        ("3-4-2026", ["3 apr 2026", "4 mar 2026"]),
        ("1.12.2026", ["1 dec 2026", "12 jan 2026"]),
        ("1.12.", ["1 dec", "12 jan"]),
        ("1.12.26", ["1 dec 2026", "12 jan 2026"]),
        ("25.12.2026", ["write 25 dec 2026"]),
        ("5/5", ["write 5 may"]),
        ("1.12", ["1:12", "1 dec", "12 jan"]),
        ("18.10", ["18:10", "18 oct"]),
        ("fri 18.10", ["18:10", "18 oct"]),
        ("10", ["10:00", "day 10", "10 days ago"]),
        ("30", ["day 30", "30 days ago"]),
        ("1800", ["18:00", "year"]),
        ("30m", ["30 min ago", "in 30 min", "30 months"]),
        ("20 min", ["20 min ago", "in 20 min"]),
        ("18h", ["18h ago", "in 18h", "18:00"]),
        ("3 days", ["3 days ago", "in 3 days"]),
        ("next fri", ["Fri 27 Nov 2026", "Fri 4 Dec 2026", "27 nov", "4 dec"]),
        ("next sunday 10:00", ["Sun 29 Nov 2026", "Sun 6 Dec 2026"]),
        ("fri midnight", ["before or after", "fri 00:00", "fri 23:59"]),
        ("20 nov 12am", ["before or after", "20 nov 00:00"]),
        ("sat 10", ["sat 10:00", "sat 22:00"]),
        ("today 18", ["today 18:00"]),
        ("day 3 30", ["30 is not a time", "day 3 18:00"]),
    ],
)
def test_two_readings_are_shown_and_none_is_guessed(words: str, held: list[str]) -> None:
    """What can be read in two ways is refused with the readings."""
    message = refusal(words)
    assert [part for part in held if part not in message] == []
    assert refusal(words, "future") == message


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("", "no time was given"),
        (" \t\n", "no time was given"),
        ("soon", "18:00, 20 min ago, yesterday 20:15"),
        ("٣ days ago", "not a time that can be read"),
        ("\uff11\uff18:00", "not a time that can be read"),
        ("1_0:00", "not a time that can be read"),
        ("+2 h ago", "not a time that can be read"),
        ("-2 h ago", "not a time that can be read"),
        ("day -1", "not a time that can be read"),
        ("1h 1h ago", "not a time that can be read"),
        ("2m 3d ago", "not a time that can be read"),
        ("2 w\u212as ago", "not a time that can be read"),
        ("1,5 h ago", "not a time that can be read"),
        ("2026-11", "not a time that can be read"),
        ("20261120", "not a time that can be read"),
        ("24:00", "from 00:00 to 23:59"),
        ("25:00", "from 00:00 to 23:59"),
        ("today 18:75", "from 00:00 to 23:59"),
        ("13pm", "write 13:00"),
        ("18:00 pm", "write 18:00"),
        ("0:30 am", "write 00:30"),
        ("0pm", "from 1 to 12; write it like 6pm or 18:00"),
        ("13am", "from 1 to 12; write it like 6pm or 18:00"),
        ("13:75pm", "from 00:00 to 23:59"),
        ("31 nov", "no such date"),
        ("2026-02-29 10:00", "no such date"),
        ("2026-13-01", "no such date"),
        ("0000-01-01", "no such date"),
        ("mon 20 nov 2026", "that date is Fri 20 Nov 2026"),
        ("mon 20 nov 2026 18:00", "that date is Fri 20 Nov 2026"),
        ("a year ago", "days or weeks"),
        ("20 min ago 14:00", "names two times"),
        ("18:00 XYZ", "'xyz' is neither a day nor the zone there, which is CET"),
        ("20 nov 2026 18:00 EST", "the zone there, which is CET"),
        ("18:00Z", "the offset there is +01:00"),
        ("10:00-11:00", "the offset there is +01:00"),
        ("2026-11-20T18:00+99:00", "no zone has"),
        ("2026-11-20T18:00+01:75", "no zone has"),
        ("2026-11-20T18:00+15:01", "no zone has"),
        ("99999999999 days ago", "too far away"),
        ("9999999 h ago", "too far away"),
        ("in 999999999999999999999999999 weeks", "too far away"),
        ("300 weeks ago" + " " * 5 + "x" * 200, "not a time that can be read"),
        ("day 99999999999999999999", "too far away"),
        ("day 99999 18:00", "too far away"),
        ("0001-01-01", "too far away"),
        ("0001-01-01T00:00+14:00", "too far away"),
        ("9999-12-31", "too far away"),
        ("9999-12-31T23:59-12:00", "too far away"),
        ("1899-12-31", "too far away"),
        ("2200-01-01 18:00", "too far away"),
    ],
)
def test_what_cannot_be_read_says_what_to_type(words: str, held: str) -> None:
    """Each refusal is one sentence that says what is wrong and what to type."""
    assert held in refusal(words)


def test_the_years_that_can_be_meant_are_read() -> None:
    """The bounds themselves are inside."""
    for words in ("1900-01-01", "2199-12-30 18:00"):
        assert read(words, at=NOW, toward="past")


def test_a_refusal_never_carries_control_characters() -> None:
    """What was typed is shown, made fit for a terminal, and cut."""
    message = refusal("\x1b[31m" + "x" * 5000)
    assert "\x1b" not in message
    assert len(message) < 200


@pytest.mark.parametrize(
    "words", ["10", "30m", "18h", "3 days", "sat 10", "today 18", "13pm", "25.12.2026", "1800"]
)
def test_what_a_refusal_suggests_can_be_typed(words: str) -> None:
    """Each quoted suggestion, and the first after `write`, is itself understood."""
    message = refusal(words)
    typed = re.findall(r'"([^"]+)"', message)
    typed += re.findall(r"; write (.+?)(?:,| or |$)", message)
    typed = [suggestion for suggestion in typed if suggestion != "the one you mean"]
    assert typed
    for suggestion in typed:
        assert read(suggestion, at=NOW, toward="past", start=NOW), suggestion


def test_the_general_refusal_lists_forms_that_are_read() -> None:
    """The examples in the general sentence work in both directions."""
    forms = re.split(r", | or ", refusal("soon").partition("write it like ")[2])
    assert len(forms) == 6
    for form in forms:
        for toward in ("past", "future"):
            assert isinstance(read(form, at=NOW, toward=toward), Moment), form


PIECES = """
    now today yesterday tomorrow ago in at on from day days week h min m s 3 10 12 30 99 2026 999999999999 fri
    last next this saturday nov may december 20th 18:00 6pm 12am noon midnight 18.10 1.12. 2026-11-20
    2026-03-29 02:30 2026-11-20T18:00 Z +01:00 -15:00 cet utc a an half and of , . : / - 29 feb the
    0001-01-01 9999-12-31 23:59
"""
WORDS = st.one_of(
    st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join),
    st.text(),
    st.text(alphabet="0123456789:.-+/ apmhdwts", max_size=24),
)
T = TypeVar("T")
KEYS = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Africa/Cairo")
FAR = (dt.timezone(dt.timedelta(hours=14)), dt.timezone(dt.timedelta(hours=-12)))
ZONES: st.SearchStrategy[dt.tzinfo] = st.sampled_from([*map(ZoneInfo, KEYS), dt.UTC, *FAR])


def refused_or(reading: Callable[[], T]) -> T | None:
    """What `reading` gives, or None where it refuses with words fit for a terminal."""
    try:
        return reading()
    except BadValue as refused:
        message = str(refused)
    assert message == visible(message)
    return None


@settings(max_examples=examples(250), deadline=None)
@example("\udcff")
@example("18:00\x00")
@given(words=WORDS)
def test_whatever_is_typed_for_a_duration_is_a_length_or_a_refusal(words: str) -> None:
    """Any text at all gives BadValue or a length from nothing to ten years."""
    length = refused_or(lambda: read_duration(words))
    assert length is None or dt.timedelta() <= length <= dt.timedelta(days=3660)


@settings(max_examples=examples(400), deadline=None)
@given(
    words=WORDS,
    at=times(2000, 2150, ZONES),
    toward=st.sampled_from(["past", "future"]),
    start=st.none() | times(2000, 2150, ZONES),
    hours=st.integers(0, 23),
)
@example("20 nov 18:00", NOW, "past", None, 0)
def test_whatever_is_typed_for_a_time_is_aware_or_a_refusal(
    words: str, at: dt.datetime, toward: Toward, start: dt.datetime | None, hours: int
) -> None:
    """Any text at all gives BadValue or an aware result in the reader's zone, never a traceback."""
    day_start = dt.timedelta(hours=hours)
    found = refused_or(lambda: read(words, at=at, toward=toward, start=start, day_start=day_start))
    instants = () if found is None else (found.at,) if isinstance(found, Moment) else (found.start, found.end)
    assert {instant.tzinfo for instant in instants} <= {at.tzinfo}
    in_order = [instant.astimezone(dt.UTC) for instant in instants]
    assert in_order == sorted(set(in_order))


@settings(deadline=None)
@given(
    at=times(2000, 2150, ZONES),
    toward=st.sampled_from(["past", "future"]),
    minute=st.integers(0, 24 * 60 - 1),
    day=st.sampled_from(["", "fri ", "20 nov ", "29 feb "]),
)
def test_the_last_moment_is_never_ahead_and_the_next_never_gone(
    at: dt.datetime, toward: Toward, minute: int, day: str
) -> None:
    """Open words stay on the side that the command reads, to the minute."""
    words = f"{day}{minute // 60:02}:{minute % 60:02}"
    moment = refused_or(lambda: read(words, at=at, toward=toward))
    assume(moment is not None)
    assert isinstance(moment, Moment)
    found = moment.at
    gone = at.astimezone(dt.UTC) - found.astimezone(dt.UTC)
    if toward == "past":
        assert gone >= dt.timedelta()
    else:
        assert gone < dt.timedelta(minutes=1)
    assert (found.hour, found.minute) == divmod(minute, 60)
