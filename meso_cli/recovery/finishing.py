"""The quiet end: what there is to say once the last restriction has ended by time. Pure."""

import datetime as dt

from meso_cli.model.case import Case
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status
from meso_cli.model.trend import Ending
from meso_cli.recovery.trend import endings
from meso_cli.values import NamedTuple


class Finish(NamedTuple):
    """When the last restriction ended, how each symptom did, which signs can still come, and from when on
    another session may be by time.
    """

    ended_at: dt.datetime
    endings: tuple[Ending, ...]
    late_signs: tuple[str, ...]
    next_session: dt.datetime | None


def finish(case: Case, status: Status, settings: Settings) -> Finish | None:
    """The end; None while anything is restricted or held, has no end, or a warning stands.

    What becomes advice without an end when its time is up is never the last restriction.
    """
    guide = case.guide
    rules = [
        state
        for state in status.restrictions
        if state.kind == "rule" and not guide.restrictions[state.id].then
    ]
    ends = [state.until for state in rules if state.until is not None and state.verdict == "allowed"]
    if len(ends) < len(rules) or not ends or status.warnings or status.unrecognised or status.future_dated:
        return None
    return Finish(
        max(ends, key=dt.datetime.timestamp),
        endings(case, settings),
        tuple(sign.id for sign in guide.signs.values() if sign.ask == "late"),
        next((state.until for state in rules if state.id == guide.rules.next_session), None),
    )
