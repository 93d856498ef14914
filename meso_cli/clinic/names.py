"""The names in a clinic's plan: no row, and no other word for one, takes a name that the guide has.

So what a person types for a red flag always means the red flag.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from meso_cli.clinic.tables import AddedRow, Draft
from meso_cli.guide.checking.problem import Place, Problem, shown
from meso_cli.model.guide import Guide
from meso_cli.model.names import ItemNames
from meso_cli.model.plan import AddedCare
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary.checkin import read_checkin
from meso_cli.vocabulary.folding import fold
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.values import is_value

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_ID = 40


class Taken(NamedTuple):
    """What a name is in the guide already, in words; a red flag's can be changed by no plan."""

    what: str
    is_red_flag: bool = False


class Known(NamedTuple):
    """What the guide knows already: its rows, and every name that is taken, folded, with what it is.

    The names of topics, and what people call activities, are not: a plan's activity of such a name
    is the clinic's word about it, and where both answer the stricter one counts.
    """

    guide: Guide
    names: dict[str, Taken]
    items: Items

    def nearest_rule(self, id: str) -> str | None:
        """The restriction whose id is spelt most like this."""
        return next(iter(get_close_matches(id, self.guide.restrictions, n=1)), None)


def known_names(guide: Guide, spoken: ItemNames) -> Known:
    """Every name of the guide's that no row of a plan may take."""
    names: dict[str, Taken] = {}

    def add(words: Iterable[str], what: str, *, red_flag: bool = False) -> None:
        for word in words:
            names.setdefault(fold(word), Taken(what, red_flag))

    for sign in guide.signs.values():
        what = f"a red flag of the guide ({sign.tier})" if sign.is_red_flag else "a sign of the guide"
        add((sign.id, sign.label), what, red_flag=sign.is_red_flag)
    items = Items(guide, lambda: spoken)
    for item, words in spoken.items.items():
        is_red = items.is_red_flag(item)
        add(words, f"another word for the guide's {'red flag ' if is_red else ''}{item}", red_flag=is_red)
    add(spoken.alarms, "a word of alarm, which brings the red-flag card", red_flag=True)
    add(guide.symptoms, "a symptom of the guide")
    add(guide.combinations, "a warning of the guide")
    add(guide.care, "a care step of the guide")
    add(guide.restrictions, "a restriction of the guide")
    add((row.label for row in guide.restrictions.values()), "a restriction of the guide")
    return Known(guide, names, items)


def ids_are_new(draft: Draft, known: Known) -> Iterator[Problem]:
    """An added row takes no name of the guide's, and none of another row of the plan."""
    seen: dict[str, str] = {}
    for table, row in draft.added():
        id, place = row.id, draft.place(table, row.id)
        if not _ID.fullmatch(id) or len(id) > _LONGEST_ID:
            yield place.problem(
                "this id cannot be typed with ease",
                f"use a-z, 0-9 and single hyphens, a letter first, up to {_LONGEST_ID} characters",
            )
        elif table == "activities" and id in known.guide.topics():
            pass  # the clinic's word about it
        elif table == "activities" and id in known.guide.restrictions:
            yield place.problem("the guide has this restriction", f"change its time in [windows.{id}]")
        else:
            yield from _taken(place, "this id", id, known)
        if id in seen:
            yield place.problem(f"this id stands in {seen[id]} too", "rename one of the two")
        seen[id] = table


def words_are_new(draft: Draft, known: Known) -> Iterator[Problem]:
    """Another word for an added row means nothing in the guide, and one thing in the plan."""
    seen = {fold(row.id): row.id for _, row in draft.added()}
    for table, row in draft.added():
        place = draft.place(table, row.id)
        for word in _words(row):
            said = f"the word {shown(word)}"
            yield from _taken(place, said, word, known)
            if fold(word) in seen:
                yield place.problem(f"{said} stands for {visible(seen[fold(word)], 40)} too", "remove it")
            seen.setdefault(fold(word), row.id)


def _taken(place: Place, said: str, word: str, known: Known) -> Iterator[Problem]:
    taken = known.names.get(fold(word))
    if taken is None and is_value(word):
        taken = Taken("a value that `meso log` reads")
    if taken is not None:
        weakens = ", which no plan can change" if taken.is_red_flag else ""
        yield place.problem(f"{said} is {taken.what}{weakens}", "use a name of its own or remove it")


def names_are_not_heard(draft: Draft, known: Known) -> Iterator[Problem]:
    """`meso log` hears nothing of the guide's in a new name: no item, no alarm, no denial.

    Activities cannot be logged, so one that is spelt almost like an item (cooking, breathing) may be.
    """
    for table, row in draft.added():
        for new in _names(row):
            if known.names.get(fold(new.name)) is None:  # else it is told already
                yield from _heard(draft.place(table, row.id), new, known, table)


class _Name(NamedTuple):
    """A new name, how it is told of, and whether it is what a screen says, not what is typed."""

    told: str
    name: str
    is_label: bool = False


def _names(row: AddedRow) -> Iterator[_Name]:
    yield _Name("this id", row.id)
    yield _Name(f"the label {shown(row.label)}", row.label, is_label=True)
    for word in _words(row):
        yield _Name(f"the word {shown(word)}", word)


def _words(row: AddedRow) -> tuple[str, ...]:
    """Other names that people type; a step of care has none."""
    return () if isinstance(row, AddedCare) else row.words


def _heard(place: Place, new: _Name, known: Known, table: str) -> Iterator[Problem]:
    found = read_checkin([new.name], known.items)
    # What cannot be logged may be spelt almost like an item; a label may hold an item's word.
    if table == "activities" and not (found.is_whole or found.alarms):
        return
    if new.is_label and not (found.is_whole and found.observations):
        return
    heard = ", ".join(found.to_repeat) or ("a word of alarm" if found.needs_card else "")
    if heard:
        yield place.problem(
            f"{new.told} is read by `meso log` as {heard}, which no plan can change", "use a name of its own"
        )


def labels_are_new(draft: Draft, known: Known) -> Iterator[Problem]:
    """What a row is called on the screen is no name of the guide's either."""
    for table, row in draft.added():
        if table != "activities" or row.id not in known.guide.topics():
            place = draft.place(table, row.id)
            yield from _taken(place, f"the label {shown(row.label)}", row.label, known)


NAME_CHECKS: tuple[Callable[[Draft, Known], Iterable[Problem]], ...] = (
    ids_are_new,
    words_are_new,
    labels_are_new,
    names_are_not_heard,
)
