"""What a check-in asks about. Pure."""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.case import Case
from meso_cli.model.guide import Sign
from meso_cli.model.status import Status
from meso_cli.recovery.checks import is_due
from meso_cli.signs.course import expected_at
from meso_cli.signs.logs import Logs, series_by_item
from meso_cli.values import NamedTuple


class Asking(NamedTuple):
    """Ids to ask about: signs in one group per tier, symptoms one by one, other symptoms and care together.

    `standing` are the signs that were reported and not taken back.
    """

    emergency: tuple[str, ...]
    urgent: tuple[str, ...]
    contact: tuple[str, ...]
    one_by_one: tuple[str, ...]
    together: tuple[str, ...]
    care: tuple[str, ...]
    standing: tuple[str, ...] = ()


def asking(status: Status, case: Case) -> Asking:
    """The signs that are due, inflammation each time, what was last above 0, and what else is usual now.

    An infection begins when warmth, pain and swelling have long been 0: they are asked about to the end.
    """
    guide, logs = case.guide, series_by_item(case.treatment, case.record.entries)
    standing = tuple(id for id in guide.signs if _stands(id, logs))
    due = [sign for sign in guide.signs.values() if sign.id in standing or is_due(sign, status.day, guide)]
    one_by_one = {*guide.inflammatory, *(state.id for state in status.symptoms if state.severity)}
    usual = _usual(status.at, case)
    return Asking(
        emergency=_of_tier("emergency", due),
        urgent=_of_tier("urgent", due),
        contact=_of_tier("contact", due),
        one_by_one=tuple(id for id in guide.symptoms if id in one_by_one),
        together=tuple(id for id in guide.symptoms if id in usual - one_by_one),
        care=tuple(
            state.id for state in status.care if state.due and guide.care[state.id].per_day is not None
        ),
        standing=standing,
    )


def _of_tier(tier: str, signs: Iterable[Sign]) -> tuple[str, ...]:
    return tuple(sign.id for sign in signs if sign.tier == tier)


def _stands(item: str, logs: Logs) -> bool:
    return item in logs and logs[item][-1].value > 0


def _usual(at: dt.datetime, case: Case) -> set[str]:
    rows = case.guide.symptoms.values()
    return {row.id for row in rows if expected_at(row, case.treatment, case.guide, at) > 0}
