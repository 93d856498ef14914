"""The rule `reported`: a sign that was logged yes stands until it is logged no later."""

import datetime as dt

from meso_cli.model.guide import Sign
from meso_cli.model.records import HOUR
from meso_cli.model.rules import Rules
from meso_cli.model.status import Finding, Outcome
from meso_cli.signs.logs import Series, distinct, run_start


def reported(sign: Sign, series: Series, at: dt.datetime, rules: Rules) -> Finding:
    """Whether the sign stands at `at`.

    An emergency sign stands on, at a lower tier, for a while after the first no that follows
    it: reactions come back.
    """
    if not series:
        return Finding("reported", sign.id, Outcome.UNKNOWN)
    last = series[-1]
    if last.value:
        first = series[run_start(series, lambda index: bool(series[index].value))]
        because = distinct(first, last)
        return Finding("reported", sign.id, Outcome.TRIGGERED, sign.tier, because, first.at)
    nos = run_start(series, lambda index: not series[index].value) if sign.tier == "emergency" else 0
    first_no = series[nos]
    lingers_until = first_no.at + rules.emergency_lingers * HOUR
    if nos and at < lingers_until:
        yes = series[:nos]
        first = yes[run_start(yes, lambda index: bool(yes[index].value))]
        because = distinct(first, yes[-1], first_no)
        return Finding("reported", sign.id, Outcome.TRIGGERED, rules.emergency_lingers_as, because, first.at)
    return Finding("reported", sign.id, Outcome.CLEAR, because=(last,))
