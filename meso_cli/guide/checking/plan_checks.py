"""What must hold between a clinic's plan and the guide. To add a check, put it into `CHECKS`.

The one that matters most: no row, and no other word for one, takes a name that the guide has.
So what a person types for a red flag always means the red flag.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from meso_cli.errors import BadValue
from meso_cli.guide.checking.language import reassurances
from meso_cli.guide.checking.naming import fold
from meso_cli.guide.checking.plan_rows import OPEN, PlanDraft
from meso_cli.guide.checking.problem import Place, Problem, shown
from meso_cli.model.guide import GRADES, Guide, OtherWords
from meso_cli.model.records import HOUR
from meso_cli.text import visible
from meso_cli.when.durations import read_duration

MOST_A_DAY = 20
LONGEST_TEXT = 500
LONGEST: dict[str, int] = {"label": 40, "name": 60, "phone": 40, "out_of_hours": 40, "words": 40}
"""Characters of the texts that stand in a line with others."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_ID = 40
# Words that `meso log` reads as a value, or as the denial of what follows.
_VALUES = frozenset({"yes", "no", "not", "without", "true", "false", "very", *map(fold, GRADES)})


class Known(NamedTuple):
    """What the guide knows already: its rows, and every name and other word, folded, with what it is."""

    guide: Guide
    names: dict[str, str]
    early: frozenset[str]

    def nearest_rule(self, id: str) -> str | None:
        """The restriction whose id is spelt most like this."""
        return next(iter(get_close_matches(id, self.guide.restrictions, n=1)), None)


def known_names(guide: Guide, early: Iterable[str], activities: Iterable[str], other: OtherWords) -> Known:
    """`early` are the ids of what is allowed from the start, `activities` the other words for rules."""
    names: dict[str, str] = {}

    def add(words: Iterable[str], what: str) -> None:
        for word in words:
            names.setdefault(fold(word), what)

    early = frozenset(early)
    for sign in guide.signs.values():
        what = f"a red flag of the guide ({sign.tier})" if sign.is_red_flag else "a sign of the guide"
        add((sign.id, sign.label), what)
    for id, leads_to in other.items.items():
        sign_meant = guide.signs.get(leads_to)
        is_red = sign_meant is not None and sign_meant.is_red_flag
        add((id,), f"another word for the guide's {'red flag ' if is_red else ''}{leads_to}")
    add(other.alarms, "a word of alarm, which brings the red-flag card")
    add(guide.symptoms, "a symptom of the guide")
    add(guide.combinations, "a warning of the guide")
    add(guide.care, "a care step of the guide")
    add(guide.restrictions, "a restriction of the guide")
    add((row.label for row in guide.restrictions.values()), "a restriction of the guide")
    add(early, "an activity that the guide allows")
    add(activities, "another word for an activity of the guide")
    return Known(guide, names, early)


def windows_name_rules(draft: PlanDraft, known: Known) -> Iterator[Problem]:
    """A changed window is of a restriction that the guide has."""
    for id in draft.windows:
        if id not in known.guide.restrictions:
            near = known.nearest_rule(id)
            hint = f"rename it to {near}" if near else f"write a new one as [activities.{visible(id, 40)}]"
            yield _place(draft, "windows", id).problem("the guide has no such restriction", hint)


def ids_are_new(draft: PlanDraft, known: Known) -> Iterator[Problem]:
    """An added row takes no name of the guide's, and none of another row of the plan."""
    seen: dict[str, str] = {}
    for table, rows in draft.added.items():
        for id in rows:
            place = _place(draft, table, id)
            if not _ID.fullmatch(id) or len(id) > _LONGEST_ID:
                yield place.problem(
                    "this id cannot be typed with ease",
                    f"use a-z, 0-9 and single hyphens, a letter first, up to {_LONGEST_ID} characters",
                )
            elif table == "activities" and id in known.early:
                pass  # stricter than the guide, which allows it
            elif table == "activities" and id in known.guide.restrictions:
                yield place.problem("the guide has this restriction", f"change its time in [windows.{id}]")
            else:
                yield from _taken(place, "this id", id, known)
            if id in seen:
                yield place.problem(f"this id stands in {seen[id]} too", "rename one of the two")
            seen[id] = table


def words_are_new(draft: PlanDraft, known: Known) -> Iterator[Problem]:
    """Another word for an added row means nothing in the guide, and one thing in the plan."""
    seen = {fold(id): id for rows in draft.added.values() for id in rows}
    for table, rows in (("activities", draft.activities), ("signs", draft.signs)):
        for id, row in rows.items():
            place = _place(draft, table, id)
            for word in row.words:
                said = f"the word {shown(word)}"
                yield from _taken(place, said, word, known)
                if fold(word) in seen:
                    yield place.problem(f"{said} stands for {visible(seen[fold(word)], 40)} too", "remove it")
                seen.setdefault(fold(word), id)


def _taken(place: Place, said: str, word: str, known: Known) -> Iterator[Problem]:
    what = known.names.get(fold(word))
    if what is None and fold(word) in _VALUES:
        what = "a value that `meso log` reads"
    if what is not None:
        weakens = ", which no plan can change" if "red" in what else ""
        yield place.problem(f"{said} is {what}{weakens}", "use a name of its own or remove it")


def windows_are_in_order(draft: PlanDraft, _: Known) -> Iterator[Problem]:
    """Every length can be read, and no window ends before it starts."""
    for id, window in draft.windows.items():
        yield from _unread(_place(draft, "windows", id), "avoid_until", window.avoid_until, may_be_open=True)
    for id, row in draft.activities.items():
        place = _place(draft, "activities", id)
        yield from _unread(place, "avoid_until", row.avoid_until, may_be_open=True)
        yield from _unread(place, "caution_until", row.caution_until)
        yield from _activity_order(place, row.avoid_until, row.caution_until)
    for id, care in draft.care.items():
        place = _place(draft, "care", id)
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
        what, _, fix = str(error).partition("; ")
        also = f', or "{OPEN}"' if may_be_open else ""
        yield place.problem(f"{name}: {what}", f"{fix}{also}")


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
            yield from _texts(_place(draft, table, id), row._asdict())


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


def _place(draft: PlanDraft, table: str, id: str) -> Place:
    return Place(draft.file, f"{table}.{visible(id, 40)}")


CHECKS: tuple[Callable[[PlanDraft, Known], Iterable[Problem]], ...] = (
    windows_name_rules,
    ids_are_new,
    words_are_new,
    windows_are_in_order,
    texts_are_fit,
)
