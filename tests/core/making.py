"""Small factories: what somebody said and when, and what stands because of it."""

from collections.abc import Callable

from meso_cli.model.guide import Guide
from meso_cli.model.records import Entry, Observation, Record, Treatment
from meso_cli.model.settings import Settings
from meso_cli.model.status import Finding, RestrictionState, Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.status import status
from meso_cli.signs.evaluate import evaluate
from meso_cli.signs.logs import series_by_item
from meso_cli.signs.scene import scene_of
from tests.core.recoveries import GUIDE, TREATED, case, treatment

MINUTE = 1 / 60
HOLDING_NOTHING = {"redness": 0, "flaking": 0, "scabs": 0, "swelling": 0, "open-sore": 0}
Said = tuple[float, str]
"""So many hours after the treatment, "redness=2 pus fever=0": a bare item is 1."""


def made(hours: float, words: str, number: int = 1, of: Treatment | None = None) -> Entry:
    """One entry, so many hours after the treatment."""
    pairs = (word.partition("=") for word in words.split())
    observations = tuple(Observation(item, int(value or 1)) for item, _, value in pairs)
    return Entry(number, f"e{number}", (of or treatment()).moment(hours), observations)


def patient(*said: Said, of: Treatment | None = None) -> Record:
    """A record of what was said, numbered in the order given."""
    treated = of or treatment()
    return Record(
        treated, tuple(made(hours, words, number, treated) for number, (hours, words) in enumerate(said, 1))
    )


def seen(record: Record, hours: float, guide: Guide = GUIDE, settings: Settings | None = None) -> Status:
    """The status so many hours after the treatment."""
    at = record.treatment.moment(hours).astimezone(TREATED.tzinfo)
    return status(case(record, guide), settings or Settings(), Viewpoint(at))


def after(*said: Said, at: float | None = None, guide: Guide = GUIDE, **known: object) -> dict[str, str]:
    """The tier of each warning that stands at `at`, else at the last log."""
    when = max(hours for hours, _ in said) if at is None else at
    warnings = seen(patient(*said, of=treatment(**known)), when, guide).warnings
    return {warning.id: warning.tier for warning in warnings}


def finding(subject: str, *said: Said, at: float | None = None, **known: object) -> tuple[Finding, ...]:
    """Every rule's finding about one subject."""
    record = patient(*said, of=treatment(**known))
    when = max((hours for hours, _ in said), default=0) if at is None else at
    logs = series_by_item(record.treatment, record.entries)
    return evaluate(scene_of(record.treatment, GUIDE, logs), record.treatment.moment(when))[subject]


def outcomes(subject: str, *said: Said, at: float | None = None, **known: object) -> set[str]:
    """What the rules answer about one subject: triggered, clear, unknown."""
    return {row.outcome.value for row in finding(subject, *said, at=at, **known)}


def state(record: Record, id: str, hours: float, guide: Guide = GUIDE) -> RestrictionState:
    """One restriction, so many hours after the treatment."""
    return next(row for row in seen(record, hours, guide).restrictions if row.id == id)


def states(record: Record, hours: float) -> dict[str, str]:
    """The state of every restriction, so many hours after the treatment."""
    return {row.id: row.state for row in seen(record, hours).restrictions}


def ids_where(record: Record, hours: float, holds: Callable[[RestrictionState], object]) -> set[str]:
    """The restrictions of which something holds."""
    return {row.id for row in seen(record, hours).restrictions if holds(row)}
