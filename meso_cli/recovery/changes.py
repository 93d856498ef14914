"""What changed in the last day, in sentences."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from meso_cli.model.guide import Guide
from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import Change, RestrictionState
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.signs.logs import Logs, Series, run_start
from meso_cli.when.saying import moment

Kind = Literal["lifted", "held", "eased"]
LIFTED: tuple[Kind, str] = ("lifted", "By time allowed")
HELD: tuple[Kind, str] = ("held", "Time was up, still held,")


def changes(
    guide: Guide, logs: Logs, restrictions: Iterable[RestrictionState], view: Viewpoint
) -> tuple[Change, ...]:
    """Values that moved, then restrictions whose state moved by time, in the last hours."""
    within = guide.rules.changes_within * HOUR
    return (*_values(guide, logs, view.now, within), *_moved(guide, restrictions, view, within))


def _is_recent(then: dt.datetime, at: dt.datetime, within: dt.timedelta) -> bool:
    return 0 * HOUR <= elapsed(then, at) < within


def _moved(
    guide: Guide, states: Iterable[RestrictionState], view: Viewpoint, within: dt.timedelta
) -> Iterator[Change]:
    """One sentence for all that moved at the same moment in the same way."""
    together: dict[tuple[Kind, dt.datetime, str], list[str]] = {}
    for state in states:
        label = guide.restrictions[state.id].label
        if state.until and _is_recent(state.until, view.now, within):
            kind, how = HELD if state.held_by else LIFTED
            together.setdefault((kind, state.until, how), []).append(label)
        elif state.kind == "rule" and state.earliest and _is_recent(state.earliest, view.now, within):
            together.setdefault(("eased", state.earliest, "With caution"), []).append(label)
    for (kind, moved_at, how), labels in together.items():
        yield Change(kind, f"{how} since {moment(moved_at, view)}: {', '.join(labels)}", len(labels))


def _values(guide: Guide, logs: Logs, at: dt.datetime, within: dt.timedelta) -> Iterator[Change]:
    """What moved against the log before it; logged once more it is as new as when it moved."""
    for item, series in logs.items():
        last = series[-1]
        moved = _moved_with(series)
        if moved == 0 or elapsed(series[moved].at, at) >= within:
            continue
        if item in guide.symptoms:
            yield Change("value", f"{guide.symptoms[item].label} {series[moved - 1].value} to {last.value}")
        elif item in guide.signs:
            label = guide.signs[item].label
            how = "now reported" if last.value else "no longer reported"
            yield Change("value", f"{label[:1].upper()}{label[1:]} {how}")


def _moved_with(series: Series) -> int:
    """The index of the log that brought the present value; 0 where there was never another."""
    return run_start(series, lambda index: series[index].value == series[-1].value)
