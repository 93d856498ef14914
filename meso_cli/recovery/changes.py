"""What changed in the last day, in sentences."""

import datetime as dt
from collections.abc import Iterable, Iterator

from meso_cli.model.guide import Guide
from meso_cli.model.records import HOUR
from meso_cli.model.status import RestrictionState
from meso_cli.signs.logs import Logs
from meso_cli.when.saying import moment


def changes(
    guide: Guide, logs: Logs, restrictions: Iterable[RestrictionState], at: dt.datetime
) -> tuple[str, ...]:
    """Values that moved, then restrictions whose state moved by time, in the last hours."""
    since = at - guide.rules.changes_within * HOUR
    return (*_values(guide, logs, since), *_moved(guide, restrictions, since, at))


def _moved(
    guide: Guide, states: Iterable[RestrictionState], since: dt.datetime, at: dt.datetime
) -> Iterator[str]:
    """One sentence for all that moved at the same moment in the same way."""
    together: dict[tuple[dt.datetime, str], list[str]] = {}
    for state in states:
        label = guide.restrictions[state.id].label
        if state.until is not None and since < state.until <= at:
            how = "time was up, still held" if state.held_by else "by time allowed"
            together.setdefault((state.until, how), []).append(label)
        elif state.kind == "rule" and state.earliest is not None and since < state.earliest <= at:
            together.setdefault((state.earliest, "with caution"), []).append(label)
    for (moved_at, how), labels in sorted(together.items()):
        yield f"{how} since {moment(moved_at, at)}: {', '.join(labels)}"


def _values(guide: Guide, logs: Logs, since: dt.datetime) -> Iterator[str]:
    for item, series in logs.items():
        if len(series) < 2 or series[-1].at <= since or series[-1].value == series[-2].value:
            continue
        before, last = series[-2], series[-1]
        if item in guide.symptoms:
            yield f"{guide.symptoms[item].label} {before.value} to {last.value}"
        elif item in guide.signs:
            yield f"{guide.signs[item].label} {'now reported' if last.value else 'no longer reported'}"
