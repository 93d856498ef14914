"""Whether somebody is to be reminded now: of the day's check-in, or of what ends within the hour. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from meso_cli.model.case import Case
from meso_cli.model.records import elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.status import status
from meso_cli.values import NamedTuple

NOTICE = dt.timedelta(hours=1)
"""How long before a restriction ends it is told."""

_NO_TIME = dt.timedelta()
_DAY = dt.timedelta(days=1)


class Reason(NamedTuple):
    """Why somebody is reminded; `at` (aware) is when it was due, or when something ends."""

    kind: Literal["check-in", "lift"]
    at: dt.datetime

    @property
    def key(self) -> str:
        """Identifies the reason, and says nothing about anybody's health."""
        return f"{self.kind} {self.at.astimezone(dt.UTC).isoformat(timespec='minutes')}"


def reasons(cases: Iterable[Case], settings: Settings, at: dt.datetime) -> tuple[Reason, ...]:
    """What is due at the aware moment `at`; nothing once follow-up is over.

    `cases` are of every open treatment. A check-in is due from the hour of the settings on until
    something is logged that day; what a warning or the skin still holds does not end, and nothing does
    while a warning of any treatment makes everything wait.
    """
    pairs = [(case, status(case, settings, Viewpoint(at))) for case in cases]
    followed = [(case, now) for case, now in pairs if now.in_follow_up]
    waits = any(state.not_now for _, now in pairs for state in now.restrictions)
    ends = sorted({end for case, now in followed for end in _ends(case, now, settings)} if not waits else ())
    return (
        *_check_in([now for _, now in followed], settings),
        *(Reason("lift", end.astimezone(at.tzinfo)) for end in ends),
    )


def _check_in(followed: list[Status], settings: Settings) -> Iterator[Reason]:
    if not followed:
        return
    now = followed[0].at
    due = check_in_due(now, settings)
    begun = any(elapsed(row.treatment.at, due) >= _NO_TIME for row in followed)
    if begun and elapsed(due, now) >= _NO_TIME and not any(_is_logged(row, settings) for row in followed):
        yield Reason("check-in", due)


def check_in_due(now: dt.datetime, settings: Settings) -> dt.datetime:
    """When the check-in of the reader's present day is due; before `day_start` it is still yesterday."""
    shown = now.replace(tzinfo=None, fold=0)
    begin = dt.datetime.combine((shown - settings.day_start).date(), dt.time()) + settings.day_start
    due = begin - settings.day_start + settings.checkin_at
    return (due if due >= begin else due + _DAY).replace(tzinfo=now.tzinfo)


def _is_logged(of: Status, settings: Settings) -> bool:
    """Whether anything was logged on the present day of the reader."""
    last, now = of.last_entry_at, of.at
    if last is None:
        return False
    days = [
        (at.replace(tzinfo=None) - settings.day_start).date() for at in (last.astimezone(now.tzinfo), now)
    ]
    return days[0] == days[1]


def _ends(case: Case, now: Status, settings: Settings) -> Iterator[dt.datetime]:
    """When restrictions end within the hour that are allowed from then on, by what is known now."""
    ahead = {
        state.id: state.until.astimezone(dt.UTC)
        for state in now.restrictions
        if state.kind == "rule" and state.until and _NO_TIME < elapsed(now.at, state.until) <= NOTICE
    }
    if ahead:
        then = status(
            case, settings, Viewpoint((now.at.astimezone(dt.UTC) + NOTICE).astimezone(now.at.tzinfo))
        )
        yield from (
            ahead[row.id] for row in then.restrictions if row.id in ahead and row.verdict == "allowed"
        )
