"""How well a recovery was logged, what was answered about each sign, what care was done."""

from typing import Literal

from meso_cli.model.status import Log
from meso_cli.model.tiers import Tier
from meso_cli.values import NamedTuple

Answer = Literal["present", "earlier", "absent", "future-dated", "never"]


class SignAnswers(NamedTuple):
    """The answers about one sign in the whole record: on how many days yes, on how many any, and the latest.

    Never answered is no answer: unknown, not absent. `future_dated`: answers dated after the clock; a yes
    among them counts, a no clears nothing.
    """

    id: str
    tier: Tier
    yes_days: tuple[int, ...]
    asked_days: tuple[int, ...]
    last: Log | None
    future_dated: tuple[Log, ...] = ()

    @property
    def answer(self) -> Answer:
        """Present by the latest answer, a yes that was taken back later, always no, or never asked.

        "future-dated": no, by an answer dated after the clock, and by no other.
        """
        if any(log.value for log in self.future_dated):
            return "present"
        if self.last is None:
            return "future-dated" if self.future_dated else "never"
        return "present" if self.last.value else "earlier" if self.yes_days else "absent"


class CareDays(NamedTuple):
    """How often a care step was logged: on how many of the days when it was due or done, and in all.

    `ever`: whether it was logged on any day, whatever the window.
    """

    id: str
    days_due: int
    days_logged: int
    times: int
    ever: bool = False


class Summary(NamedTuple):
    """The recovery days [first_day, last_day], those with an entry, and what they hold.

    A sign's answers are of the whole record: a yes before the window is not left out. `left_off`: the
    entries on days outside the window.
    """

    first_day: int
    last_day: int
    logged_days: tuple[int, ...]
    entries: int
    signs: tuple[SignAnswers, ...]
    care: tuple[CareDays, ...]
    left_off: int = 0

    @property
    def days(self) -> int:
        """How many days the window has."""
        return self.last_day - self.first_day + 1
