"""Lengths of time in words."""

import datetime as dt

import pytest

from meso_cli.errors import BadValue
from meso_cli.when.durations import read_duration


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("72h", 72),
        ("72 H", 72),
        ("72 hours", 72),
        ("3d", 72),
        ("3 days", 72),
        ("90min", 1.5),
        ("30 min", 0.5),
        ("1w", 168),
        ("2 weeks", 336),
        ("1d 12h", 36),
        ("1d12h", 36),
        ("1 day and 12 hours", 36),
        ("1 day, 12 hours", 36),
        ("1h30m", 1.5),
        ("30m 1h", 1.5),
        ("1.5h", 1.5),
        ("1,5 h", 1.5),
        ("an hour", 1),
        ("half an hour", 0.5),
        ("0h", 0),
        (" 3d\n", 72),
        ("3660d", 3660 * 24),
    ],
)
def test_lengths_are_read(words: str, hours: float) -> None:
    """Units from seconds to weeks, one or more of them, in any case."""
    assert read_duration(words) == dt.timedelta(hours=hours)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("30m", ["30 minutes", "30 months", "30min"]),
        ("2m 3d", ["2 minutes", "2 months", "2min"]),
        ("72", ["72h", "72d"]),
        ("3 months", ["weeks or days"]),
        ("a year", ["weeks or days"]),
        ("", ["72h, 3d, 90min, 1w"]),
        ("soon", ["'soon' is not a length of time"]),
        ("-3d", ["not a length of time"]),
        ("1_0h", ["not a length of time"]),
        ("٣d", ["not a length of time"]),
        ("1,000h", ["not a length of time"]),
        ("1dan hour", ["not a length of time"]),
        ("2 w\u212as", ["not a length of time"]),
        ("1h 1h", ["not a length of time"]),
        ("3d ago", ["not a length of time"]),
        ("3661d", ["ten years"]),
        ("99999999999999999999w", ["ten years"]),
        ("9" * 5000, ["not a length of time"]),
    ],
)
def test_anything_else_is_refused(words: str, held: list[str]) -> None:
    """A length that is unclear, absurd or none says what to type instead."""
    with pytest.raises(BadValue) as refused:
        read_duration(words)
    assert [part for part in held if part not in str(refused.value)] == []
