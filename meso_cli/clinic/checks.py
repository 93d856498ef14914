"""What must hold between a clinic's plan and the guide. To add a check, put it into `CHECKS`."""

from collections.abc import Callable, Iterable, Iterator

from meso_cli.clinic.names import NAME_CHECKS, Known
from meso_cli.clinic.tables import Draft, length
from meso_cli.guide.checking.language import reassurances
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.model.plan import AddedActivity, AddedCare
from meso_cli.text import visible

MOST_A_DAY = 20
LONGEST_TEXT = 500
LONGEST: dict[str, int] = {"label": 40, "name": 60, "phone": 40, "out_of_hours": 40, "words": 40}
"""Characters of the texts that stand in a line with others."""


def windows_name_rules(draft: Draft, known: Known) -> Iterator[Problem]:
    """A changed window is of a restriction that the guide has."""
    for window in draft.plan.windows:
        id = window.restriction
        if id not in known.guide.restrictions:
            near = known.nearest_rule(id)
            hint = f"rename it to {near}" if near else f"write a new one as [activities.{visible(id, 40)}]"
            yield draft.place("windows", id).problem("the guide has no such restriction", hint)


def windows_are_in_order(draft: Draft, _: Known) -> Iterator[Problem]:
    """No window ends before it starts, and a step of care is done a few times a day."""
    for activity in draft.plan.activities:
        yield from _activity_order(draft.place("activities", activity.id), activity)
    for care in draft.plan.care:
        yield from _care_order(draft.place("care", care.id), care)


def _activity_order(place: Place, row: AddedActivity) -> Iterator[Problem]:
    earliest, until = row.earliest, row.until
    if earliest is None:
        if until is not None:
            yield place.problem(
                "caution_until has no place after an open end", "remove it, or give avoid_until a length"
            )
    elif until is not None and until < earliest:
        yield place.problem(
            f"the window ends before it starts: caution_until ({length(until)}) is before "
            f"avoid_until ({length(earliest)})",
            "swap them or correct one",
        )
    elif not (earliest or until):
        yield place.problem("avoid_until is 0 and there is no caution_until", "say how long, or remove it")


def _care_order(place: Place, row: AddedCare) -> Iterator[Problem]:
    if row.until_hours is not None and row.until_hours <= row.from_hours:
        yield place.problem(
            f"due_until ({length(row.until_hours)}) is not after due_from ({length(row.from_hours)})",
            "swap them or correct one",
        )
    if row.per_day is not None:
        yield from place.outside("per_day", row.per_day, 1, MOST_A_DAY)


def texts_are_fit(draft: Draft, _: Known) -> Iterator[Problem]:
    """Every text fits its line, and holds nothing that a terminal would act on."""
    yield from _texts(Place(draft.file, "clinic"), draft.plan.contacts._asdict())
    for place, row in draft.rows():
        yield from _texts(place, row._asdict())


def _texts(place: Place, row: dict[str, object]) -> Iterator[Problem]:
    yield from reassurances(place, row)
    for name, value in row.items():
        for text in value if isinstance(value, tuple) else (value,):
            if not isinstance(text, str) or name in ("id", "restriction"):
                continue
            limit = LONGEST.get(name, LONGEST_TEXT)
            if len(text) > limit:
                yield place.problem(f"{name} is longer than {limit} characters", "shorten it")
            elif visible(text) != " ".join(text.split()):
                yield place.problem(f"{name} holds characters that cannot be shown", "write it in plain text")


CHECKS: tuple[Callable[[Draft, Known], Iterable[Problem]], ...] = (
    windows_name_rules,
    *NAME_CHECKS,
    windows_are_in_order,
    texts_are_fit,
)
