"""What changed in the last day. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import Change, RestrictionState
from meso_cli.recovery.assessment import Assessment
from meso_cli.signs.logs import Series

_MINUTE = dt.timedelta(minutes=1)  # logs of one minute go by their number
_Moved = Literal["lifted", "held", "eased"]


def changes(assessed: Assessment, restrictions: Iterable[RestrictionState]) -> tuple[Change, ...]:
    """Items whose value changed, then restrictions whose state changed by time, in the last hours."""
    return (*_values(assessed), *_moved(assessed, restrictions))


def _is_recent(then: dt.datetime, assessed: Assessment) -> bool:
    return 0 * HOUR <= elapsed(then, assessed.view.now) < assessed.guide.rules.changes_within * HOUR


def _moved(assessed: Assessment, states: Iterable[RestrictionState]) -> Iterator[Change]:
    """One change for all that moved at the same moment in the same way; none while everything waits."""
    together: dict[tuple[_Moved, dt.datetime], list[str]] = {}
    for state in states:
        if state.not_now:
            continue
        if state.until and _is_recent(state.until, assessed):
            together.setdefault(("held" if state.held_by else "lifted", state.until), []).append(state.id)
        elif state.kind == "rule" and state.earliest and _is_recent(state.earliest, assessed):
            together.setdefault(("eased", state.earliest), []).append(state.id)
    for (kind, moved_at), ids in together.items():
        yield Change(kind, tuple(ids), moved_at)


def _values(assessed: Assessment) -> Iterator[Change]:
    """Items whose value changed; logging the same value again does not make the change newer."""
    guide, at = assessed.guide, assessed.view.now
    within = guide.rules.changes_within * HOUR
    for item, series in assessed.logs.items():
        last = series[-1]
        moved = _moved_with(series, assessed.instant - within - _MINUTE)
        if moved == 0 or elapsed(series[moved].at, at) >= within:
            continue
        if item in guide.symptoms or item in guide.signs:
            yield Change("value", (item,), series[moved].at, series[moved - 1].value, last.value)


def _moved_with(series: Series, since: dt.datetime) -> int:
    """Where the present value's run of logs begins; 0 if no other value was logged, or none since `since`."""
    present, start = series[-1].value, len(series)
    for log in reversed(series):
        if log.value != present:
            return start
        if log.at < since:
            return 0
        start -= 1
    return 0
