"""Which daily care is due, and what of it was logged today."""

import datetime as dt

from meso_cli.model.guide import CareItem, Guide
from meso_cli.model.records import Record
from meso_cli.model.status import CareState


def care_states(
    record: Record, guide: Guide, day_start: dt.timedelta, at: dt.datetime
) -> tuple[CareState, ...]:
    """Every care item of the guide at `at`; the counts of that recovery day add up."""
    day, hours = record.treatment.day(at, day_start), record.treatment.hours(at)
    counts: dict[str, int] = {}
    for entry in record.entries:
        for observation in entry.observations:
            if observation.item in guide.care and record.treatment.day(entry.at, day_start) == day:
                counts[observation.item] = counts.get(observation.item, 0) + observation.value
    return tuple(_care_state(item, counts.get(item.id), hours) for item in guide.care.values())


def _care_state(item: CareItem, done: int | None, hours: float) -> CareState:
    in_window = item.from_hours <= hours and (item.until_hours is None or hours < item.until_hours)
    outstanding = item.per_day is None or (done or 0) < item.per_day
    return CareState(item.id, in_window and outstanding, done)
