"""The numbers of the rule kinds, as the guide gives them: hours and grades."""

from meso_cli.model.tiers import Tier
from meso_cli.values import NamedTuple


class AboveCourse(NamedTuple):
    """Grades above the normal maximum; "over" is by how many grades."""

    urgent_grade: int
    inflammatory_urgent_over: int
    early_until: float
    early_repeat_from: float
    early_repeat_to: float
    other_contact_over: int
    other_contact_grade: int
    other_contact_grade_from: float
    other_contact_grade_apart: float
    other_repeat_apart: float


class Outlasting(NamedTuple):
    """A symptom that is still there when its course has ended.

    `new_grade` that is new then, after none or no log, is watch until a log `new_until` hours later;
    never with a history of `never_new`.
    """

    inflammatory_urgent_over: int
    flat_grade: int
    new_grade: int
    new_until: float
    never_new: tuple[str, ...]


class Rebound(NamedTuple):
    """A symptom that rises again when it should only settle."""

    rise: int
    jump: int
    contact_grade: int
    mild_rise: int
    mild_grade: int
    early_until: float
    still_up_after: float
    faint_still_up_after: float
    faint_zeros: int
    faint_first_zero_before: float


class Rules(NamedTuple):
    """The numbers of the rule kinds and of the lists beside them, in hours and grades.

    `next_session` is the restriction that says when the next session may be.
    """

    above_course: AboveCourse
    outlasting: Outlasting
    rebound: Rebound
    emergency_lingers: float
    emergency_lingers_as: Tier
    hold_all_from: Tier
    hold_group_from: Tier
    stale_after: float
    once_until_day: int
    late_from_day: int
    silent_after: float
    changes_within: float
    trend_within: float
    follow_up_days: int
    next_session: str
    fever_celsius: float
