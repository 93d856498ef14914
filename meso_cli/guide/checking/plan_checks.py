"""What must hold between a clinic's plan and the guide. To add a check, put it into `CHECKS`."""

from collections.abc import Callable, Iterable, Iterator

from meso_cli.errors import BadValue
from meso_cli.guide.checking.language import reassurances
from meso_cli.guide.checking.plan_names import NAME_CHECKS, Known, place_of
from meso_cli.guide.checking.plan_rows import OPEN, PlanDraft
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.model.records import HOUR
from meso_cli.text import visible
from meso_cli.when.durations import read_duration

MOST_A_DAY = 20
LONGEST_TEXT = 500
LONGEST: dict[str, int] = {"label": 40, "name": 60, "phone": 40, "out_of_hours": 40, "words": 40}
"""Characters of the texts that stand in a line with others."""


def windows_name_rules(draft: PlanDraft, known: Known) -> Iterator[Problem]:
    """A changed window is of a restriction that the guide has."""
    for id in draft.windows:
        if id not in known.guide.restrictions:
            near = known.nearest_rule(id)
            hint = f"rename it to {near}" if near else f"write a new one as [activities.{visible(id, 40)}]"
            yield place_of(draft, "windows", id).problem("the guide has no such restriction", hint)


def windows_are_in_order(draft: PlanDraft, _: Known) -> Iterator[Problem]:
    """Every length can be read, and no window ends before it starts."""
    for id, window in draft.windows.items():
        yield from _unread(
            place_of(draft, "windows", id), "avoid_until", window.avoid_until, may_be_open=True
        )
    for id, row in draft.activities.items():
        place = place_of(draft, "activities", id)
        yield from _unread(place, "avoid_until", row.avoid_until, may_be_open=True)
        yield from _unread(place, "caution_until", row.caution_until)
        yield from _activity_order(place, row.avoid_until, row.caution_until)
    for id, care in draft.care.items():
        place = place_of(draft, "care", id)
        yield from _unread(place, "due_from", care.due_from)
        yield from _unread(place, "due_until", care.due_until)
        first, last = hours_of(care.due_from), hours_of(care.due_until)
        if first is not None and last is not None and last <= first:
            yield place.problem(
                f"due_until ({care.due_until}) is not after due_from ({care.due_from})",
                "swap them or mend one",
            )
        if care.per_day is not None:
            yield from place.outside("per_day", care.per_day, 1, MOST_A_DAY)


def _activity_order(place: Place, avoid: str, caution: str | None) -> Iterator[Problem]:
    earliest, until = hours_of(avoid), hours_of(caution)
    if avoid == OPEN and caution is not None:
        yield place.problem(
            "caution_until has no place after an open end", "remove it, or give avoid_until a length"
        )
    elif earliest is not None and until is not None and until < earliest:
        yield place.problem(
            f"the window ends before it starts: caution_until ({caution}) is before avoid_until ({avoid})",
            "swap them or mend one",
        )
    elif not (earliest is None or earliest or until):
        yield place.problem("avoid_until is 0 and there is no caution_until", "say how long, or remove it")


def _unread(place: Place, name: str, length: str | None, *, may_be_open: bool = False) -> Iterator[Problem]:
    if not length or (may_be_open and length == OPEN):
        return  # what is missing is told already
    try:
        read_duration(length)
    except BadValue as error:
        also = f', or "{OPEN}"' if may_be_open else ""
        yield place.problem(f"{name}: {error.what}", f"{error.remedy}{also}")


def hours_of(length: str | None) -> float | None:
    """A length in hours; None for one that is open, missing or cannot be read."""
    if not length or length == OPEN:
        return None
    try:
        return read_duration(length) / HOUR
    except BadValue:
        return None


def texts_are_fit(draft: PlanDraft, _: Known) -> Iterator[Problem]:
    """Every text fits its line, and holds nothing that a terminal would act on."""
    yield from _texts(Place(draft.file, "clinic"), draft.clinic._asdict())
    for table, rows in ({"windows": draft.windows} | dict(draft.added)).items():
        for id, row in rows.items():
            yield from _texts(place_of(draft, table, id), row._asdict())


def _texts(place: Place, row: dict[str, object]) -> Iterator[Problem]:
    yield from reassurances(place, row)
    for name, value in row.items():
        for text in value if isinstance(value, tuple) else (value,):
            if not isinstance(text, str) or name == "id":
                continue
            limit = LONGEST.get(name, LONGEST_TEXT)
            if len(text) > limit:
                yield place.problem(f"{name} is longer than {limit} characters", "shorten it")
            elif visible(text) != " ".join(text.split()):
                yield place.problem(f"{name} holds characters that cannot be shown", "write it in plain text")


CHECKS: tuple[Callable[[PlanDraft, Known], Iterable[Problem]], ...] = (
    windows_name_rules,
    *NAME_CHECKS,
    windows_are_in_order,
    texts_are_fit,
)
