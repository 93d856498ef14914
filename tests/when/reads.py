"""What the tests of time words share: the kind of answer that they expect."""

import datetime as dt

from hypothesis import strategies as st

from meso_cli.when.reading import Moment, WholeDay


def moment(found: Moment | WholeDay) -> dt.datetime:
    """The instant that was read; a whole day fails the test."""
    assert isinstance(found, Moment), f"{found} is a whole day"
    return found.at


def day(found: Moment | WholeDay) -> WholeDay:
    """The day that was read; a moment fails the test."""
    assert isinstance(found, WholeDay), f"{found} is a moment"
    return found


def times(first: int, last: int, zones: st.SearchStrategy[dt.tzinfo]) -> st.SearchStrategy[dt.datetime]:
    """Aware times from the year `first` to `last`, none that the clocks skip."""
    begins, ends = (dt.datetime(year, 1, 1) for year in (first, last))  # noqa: DTZ001  # hypothesis adds the zone
    return st.datetimes(begins, ends, timezones=zones, allow_imaginary=False)
