"""Made-up recoveries, for what must hold of all of them."""

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.records import AREAS, DEVICES, HISTORY, Entry, Observation, Record, Treatment
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.cases import case_of
from meso_cli.recovery.status import status
from meso_cli.signs.evaluate import evaluate, standing
from meso_cli.signs.logs import series_by_item
from meso_cli.signs.scene import scene_of

GUIDE = read_guide()
TREATED = dt.datetime(2026, 3, 27, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
Values = Mapping[str, int]


def case(record: Record, guide: Guide = GUIDE) -> Case:
    """The record with its own guide."""
    return case_of(record, guide, read_words)


def treatment(**known: object) -> Treatment:
    return Treatment(1, "u", TREATED, **known)  # type: ignore[arg-type]  # each test names its own


def record(treated: Treatment, log: Mapping[float, Values]) -> Record:
    """A record with one entry for each hour, numbered in the order given."""
    entries = tuple(
        Entry(number, "", treated.moment(hours), tuple(Observation(*pair) for pair in values.items()))
        for number, (hours, values) in enumerate(log.items(), 1)
    )
    return Record(treated, entries)


def seen(of: Record, hours: float, guide: Guide = GUIDE) -> Status:
    """The status so many hours after the treatment."""
    at = of.treatment.moment(hours).astimezone(TREATED.tzinfo)
    return status(case(of, guide), Settings(), Viewpoint(at))


def tiers(of: Record, hours: float) -> dict[str, str]:
    """The warnings alone, for those who ask at many moments: a whole status takes four times as long."""
    logs = series_by_item(of.treatment, of.entries)
    findings = evaluate(scene_of(of.treatment, GUIDE, logs), of.treatment.moment(hours))
    return {warning.id: warning.tier for warning in standing(findings, GUIDE)}


treatments = st.builds(
    treatment,
    area=st.sampled_from([None, *AREAS]),
    device=st.sampled_from([None, *DEVICES]),
    depth_mm=st.sampled_from([None, 0.25, 1.0, 1.49, 1.5, 3.0]),
    skin_type=st.sampled_from([None, *range(1, 7)]),
    history=st.lists(st.sampled_from(HISTORY), max_size=2, unique=True).map(tuple),
)
hours_of_logs = st.lists(
    st.integers(0, 28 * 24 * 4).map(lambda quarters: quarters / 4), min_size=1, max_size=24, unique=True
).map(sorted)


@st.composite
def calm_recoveries(draw: st.DrawFn) -> tuple[Treatment, dict[float, dict[str, int]]]:
    """Within each course, and only settling from the last log before `settles_from` on."""
    treated = draw(treatments)
    moments = draw(hours_of_logs)
    log: dict[float, dict[str, int]] = {hours: {} for hours in moments}
    for symptom, course in scene_of(treated, GUIDE, {}).courses.items():
        settles = GUIDE.symptoms[symptom].settles_from
        logged = [hours for hours in moments if draw(st.booleans())]
        last_before = max(
            (hours for hours in logged if settles is not None and hours < settles), default=None
        )
        ceiling = 4
        for hours in logged:
            value = draw(st.integers(0, min(course.expected_max(hours), ceiling)))
            log[hours][symptom] = value
            if settles is not None and (hours >= settles or hours == last_before):
                ceiling = value
    return treated, log
