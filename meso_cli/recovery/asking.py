"""What a check-in asks about: few things, those that matter now. Pure."""

import datetime as dt

from meso_cli.model.case import Case
from meso_cli.model.status import Status
from meso_cli.signs.course import expected_at
from meso_cli.signs.logs import Logs, series_by_item
from meso_cli.values import NamedTuple


class Asking(NamedTuple):
    """Ids to ask about: red flags together, symptoms one by one, other symptoms and care together.

    `standing` are the red flags that were reported and not taken back.
    """

    red_flags: tuple[str, ...]
    one_by_one: tuple[str, ...]
    together: tuple[str, ...]
    care: tuple[str, ...]
    standing: tuple[str, ...] = ()


def asking(status: Status, case: Case) -> Asking:
    """One by one what is above 0, or inflammatory and usual at this hour; together what else is usual.

    A dozen questions would keep people from checking in.
    """
    record, guide = case.record, case.guide
    there = {state.id for state in status.symptoms if state.severity}
    usual, logs = _usual(status.at, case), series_by_item(record.treatment, record.entries)
    one_by_one = tuple(id for id in guide.symptoms if id in there or id in usual & {*guide.inflammatory})
    return Asking(
        red_flags=tuple(sign.id for sign in guide.signs.values() if sign.is_red_flag and sign.ask == "daily"),
        one_by_one=one_by_one,
        together=tuple(id for id in guide.symptoms if id in usual and id not in one_by_one),
        care=tuple(
            state.id for state in status.care if state.due and guide.care[state.id].per_day is not None
        ),
        standing=tuple(
            sign.id for sign in guide.signs.values() if sign.is_red_flag and _stands(sign.id, logs)
        ),
    )


def _stands(item: str, logs: Logs) -> bool:
    return item in logs and logs[item][-1].value > 0


def _usual(at: dt.datetime, case: Case) -> set[str]:
    rows = case.guide.symptoms.values()
    return {row.id for row in rows if expected_at(row, case.treatment, case.guide, at) > 0}
