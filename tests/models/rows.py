"""What is simulated, row by row, and the goals: the promise about false alarms and missed infections."""

from typing import NamedTuple

from meso_cli.model.tiers import Tier
from tests.models import complications as go_wrong
from tests.models import noise
from tests.models.complications import Complication
from tests.models.courses import Population
from tests.models.diaries import USUAL, Habit


class AlarmRow(NamedTuple):
    """Normal recoveries, misjudged in one way.

    `at_most`: the goal, in percent of the people for whom a warning above watch ever stands.
    """

    name: str
    report: noise.Report
    at_most: float | None = None
    population: Population = "wide"
    habit: Habit = USUAL


class Aim(NamedTuple):
    """A tier that a complication should reach.

    Goals in percent. `at_least`: of those in whom it is reached within a day, all symptoms graded;
    `asked_at_least`: by the questions of the check-in; `asked_ever`: by these, of all within five days.
    """

    tier: Tier
    at_least: float | None = None
    asked_at_least: float | None = None
    asked_ever: float | None = None


class DetectionRow(NamedTuple):
    """One complication and what it should reach."""

    complication: Complication
    aims: tuple[Aim, ...]

    @property
    def name(self) -> str:
        """The complication's."""
        return self.complication.name


ALARMS = (
    AlarmRow("every grade right", noise.right, at_most=0),
    AlarmRow("off by one at times, never above the usual range", noise.IN_RANGE),
    AlarmRow("off by one at times, above the range in the first two days (brief)", noise.BRIEF, at_most=3),
    AlarmRow("brief, and nobody mildly red for more than three days", noise.BRIEF, population="narrow"),
    AlarmRow("off by one at times, above the range at any hour (free)", noise.FREE),
    AlarmRow("2 % of grades off by one", noise.wrong(2), at_most=3),
    AlarmRow("4 % of grades off by one", noise.wrong(4)),
    AlarmRow("1 % of grades off by one, 1 % of zeros logged as 1", noise.wrong(1, 1), at_most=8),
    AlarmRow(
        "0.5 % of each, all 13 graded every day",
        noise.wrong(0.5, 0.5),
        habit=Habit(("full",), daily=1),
    ),
)
URGENT, CONTACT = (Aim("urgent"),), (Aim("contact"),)
DETECTIONS = (
    DetectionRow(go_wrong.INFECTION, (Aim("urgent", at_least=90, asked_at_least=85),)),
    DetectionRow(go_wrong.EARLY_INFECTION, (Aim("urgent", at_least=60), Aim("contact"))),
    DetectionRow(go_wrong.SLOW_INFECTION, (Aim("urgent", at_least=50),)),
    DetectionRow(go_wrong.LATE_INFECTION, (Aim("urgent", asked_ever=95),)),
    DetectionRow(go_wrong.SMOULDERING, URGENT),
    DetectionRow(go_wrong.PAINLESS, URGENT),
    DetectionRow(go_wrong.DARK_SKIN, URGENT),
    DetectionRow(go_wrong.PAINKILLERS, URGENT),
    DetectionRow(go_wrong.NEVER_FALLING, URGENT),
    DetectionRow(go_wrong.DERMATITIS, (Aim("contact"), Aim("urgent"))),
    DetectionRow(go_wrong.NOT_FADING, CONTACT),
    DetectionRow(go_wrong.MILD_TO_DAY_8, CONTACT),
    DetectionRow(go_wrong.BACK_AGAIN, CONTACT),
    DetectionRow(go_wrong.RISING, CONTACT),
    DetectionRow(go_wrong.HEAT_ONLY, CONTACT),
    DetectionRow(go_wrong.PAIN_ONLY, CONTACT),
    DetectionRow(go_wrong.SWELLING_STAYS, CONTACT),
    DetectionRow(go_wrong.PUSTULES, CONTACT),
    DetectionRow(go_wrong.WEEPING_SCABS, CONTACT),
    DetectionRow(go_wrong.LATE_ITCH, CONTACT),
)

PROMISED = tuple(row for row in ALARMS if row.at_most is not None)
AIMED = tuple((row, aim) for row in DETECTIONS for aim in row.aims if any(aim[1:]))
