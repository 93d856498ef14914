"""What was not checked, what is silent, and what nothing could judge.

Moments stand in UTC here, as those of the logs do.
"""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.guide import Guide, Sign
from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import Log, RestrictionState, Silence
from meso_cli.recovery.assessment import Assessment
from meso_cli.signs.logs import Logs


def not_checked(assessed: Assessment, restrictions: Iterable[RestrictionState]) -> tuple[str, ...]:
    """The signs that nobody asked about lately, then the symptoms whose last value has aged.

    A symptom is listed when it was last at 1 or more, too long ago, and above what is normal
    now; or when it was never logged though a restriction waits for it.
    """
    guide, logs = assessed.guide, assessed.logs
    stale_before = assessed.instant - guide.rules.stale_after * HOUR
    signs = tuple(
        sign.id
        for sign in guide.signs.values()
        if _asked(sign, assessed) and not _logged_since(logs, sign.id, stale_before)
    )
    awaited = {item for state in restrictions for item in state.unchecked}
    symptoms = tuple(
        id
        for id in guide.symptoms
        if (id in awaited if id not in logs else _aged(id, assessed, stale_before))
    )
    return signs + symptoms


def _asked(sign: Sign, assessed: Assessment) -> bool:
    return assessed.followed if sign.ask == "daily" else is_due(sign, assessed.day, assessed.guide)


def is_due(sign: Sign, day: int, guide: Guide) -> bool:
    """Whether a recovery day is one of those on which the sign is asked about, where it has such days."""
    if sign.ask == "once":
        return day <= guide.rules.once_until_day
    return day >= guide.rules.late_from_day if sign.ask == "late" else True


def _logged_since(logs: Logs, item: str, moment: dt.datetime) -> bool:
    return item in logs and logs[item][-1].at > moment


def _aged(item: str, assessed: Assessment, stale_before: dt.datetime) -> bool:
    last, usual = assessed.logs[item][-1], assessed.scene.courses[item].expected_max(assessed.hours)
    return last.value >= 1 and last.at <= stale_before and last.value > usual


def unrecognised(assessed: Assessment) -> tuple[Log, ...]:
    """The latest log of each reported item that neither guide nor plan knows, as after an undone load."""
    guide = assessed.guide
    return tuple(
        series[-1]
        for item, series in (*assessed.logs.items(), *assessed.future_dated.items())
        if series[-1].value and not any(item in rows for rows in (guide.symptoms, guide.signs, guide.care))
    )


def overdue(assessed: Assessment) -> bool:
    """Whether a check-in is missing: nothing logged for long, since the treatment if never."""
    last_at = assessed.last_entry_at or assessed.case.treatment.at
    passed = elapsed(last_at, assessed.instant)
    return assessed.followed and passed >= assessed.guide.rules.silent_after * HOUR


def silence(assessed: Assessment) -> Silence | None:
    """Nothing logged for long after a last log that was rising or flagged."""
    last_at = assessed.last_entry_at
    if last_at is None or not overdue(assessed):
        return None
    if assessed.warnings:
        return Silence(last_at, "flagged")
    rising = any(
        len(series) > 1 and series[-1].at == last_at and series[-1].value > series[-2].value
        for item in assessed.guide.symptoms
        if (series := assessed.logs.get(item))
    )
    return Silence(last_at, "rising") if rising else None
