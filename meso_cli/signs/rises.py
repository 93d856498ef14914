"""Where a series goes up again after the hour from which it should only settle."""

from meso_cli.model.guide import Symptom
from meso_cli.model.rules import Rebound
from meso_cli.model.status import Log
from meso_cli.signs.logs import Series
from meso_cli.values import NamedTuple


class Rise(NamedTuple):
    """By how many grades a log lies above an earlier one, `above`."""

    grades: int
    above: Log


def rises(symptom: Symptom, series: Series, numbers: Rebound) -> tuple[Rise | None, ...]:
    """For each log, the rise that makes it a rebound, or None.

    From `settles_from` on: by `rise` over the lowest logged since then, or by `jump` over the
    last value before it. A first log is none.
    """
    if symptom.settles_from is None:
        return (None,) * len(series)
    found: list[Rise | None] = []
    lowest: Log | None = None
    before: Log | None = None
    for log in series:
        if log.hours < symptom.settles_from:
            before = log
            found.append(None)
            continue
        value, rise = log.value, None
        if lowest is not None and value - lowest.value >= numbers.rise:
            rise = Rise(value - lowest.value, lowest)
        if before is not None and value - before.value >= numbers.jump:
            jump = Rise(value - before.value, before)
            rise = jump if rise is None or jump.grades > rise.grades else rise
        found.append(rise)
        if lowest is None or value <= lowest.value:
            lowest = log
    return tuple(found)
