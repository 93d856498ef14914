"""What was not understood is settled before anything is saved: asked on a terminal, refused elsewhere."""

from collections.abc import Iterator

from meso_cli.commands.ask.card import when_serious
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import BadValue, NeedsInput
from meso_cli.model.records import Observation
from meso_cli.text import capitalised, visible
from meso_cli.vocabulary.checkin import Checkin
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.values import Unreadable, fold_value, grade

_SHOWN = 60


class SaidNo(NeedsInput):
    """A person was asked whether to save what was understood, and said no: nothing is to be repeated."""


def settled(checkin: Checkin, items: Items, call: Call) -> tuple[Checkin, bool]:
    """The check-in that is to be saved, and whether it is that no symptom is left (`--none`).

    Raises `BadValue` with all that keeps it from being saved, `SaidNo` where a person did.
    """
    if checkin.is_calm:
        if not terminal.can_ask(call):
            raise BadValue("If no symptom is left, say so")
        _ask("that no symptom is left", call)
        return Checkin(), True
    if terminal.can_ask(call) and not checkin.alarms and all(row.grade_of for row in checkin.problems):
        checkin = _with_grades(checkin, items, call)
    if checkin.is_whole:
        return checkin, False
    can_be_saved = checkin.observations and not (checkin.problems or checkin.alarms)
    if not (can_be_saved and terminal.can_ask(call)):
        refuse(checkin, items, call)
    understood = ", ".join(said.replace("=", " ") for said in checkin.understood)
    terminal.remark(f"Understood: {understood}. {_in_one(checkin, items)}.")
    _ask(understood, call)
    return checkin._replace(left=(), guesses=()), False


def _with_grades(checkin: Checkin, items: Items, call: Call) -> Checkin:
    """Where nothing but grades is missing they are asked for; Enter leaves that symptom out."""
    guide = items.guide
    for id in dict.fromkeys(problem.grade_of for problem in checkin.problems if problem.grade_of):
        value = _asked_grade(id, f"{guide.symptoms[id].label} now, 0 (none) to 4 (very severe)", call)
        if value is not None:
            checkin = checkin.graded(Observation(id, value), guide)
    return checkin._replace(problems=())


def _asked_grade(id: str, question: str, call: Call) -> int | None:
    while words := terminal.ask(question, call, f"it: meso log {id}=2"):
        try:
            return grade(id, fold_value(words))
        except Unreadable as why:
            terminal.remark(str(why))
    return None


def refuse(checkin: Checkin, items: Items, call: Call) -> None:
    """Raise `BadValue` with everything that keeps a check-in from being saved, if anything does."""
    if not checkin.is_whole:
        error = BadValue(_in_one(checkin, items))
        error.closing = "" if checkin.needs_card else when_serious(call)
        raise error


def _ask(what: str, call: Call) -> None:
    if (
        terminal.ask(f"Save {what}? [Y/n]", call, "what you see: meso log redness=2")
        .casefold()
        .startswith("n")
    ):
        raise SaidNo("Nothing was saved.")


def _in_one(checkin: Checkin, items: Items) -> str:
    """Every problem as one sentence, each said once."""
    said = "; ".join(why_not(checkin, items))
    return capitalised(said)


def why_not(checkin: Checkin, items: Items) -> tuple[str, ...]:
    """What keeps a check-in from being saved, each thing said once."""
    return tuple(dict.fromkeys(_sentences(checkin, items)))


def _sentences(checkin: Checkin, items: Items) -> Iterator[str]:
    yield from (problem.why for problem in checkin.problems)
    for alarm in checkin.alarms:
        yield f"'{alarm}' is not a sign; log what you see: {' '.join(items.spoken.alarms[alarm])}"
    denied = [
        word for word in checkin.left if word.casefold() in items.spoken.alarms.keys() - {*checkin.alarms}
    ]
    for word in denied:
        signs = " ".join(f"{sign}=no" for sign in items.spoken.alarms[word.casefold()])
        yield f"'{visible(word, 40)}' is not a sign; if you see none of what shows it, log that: {signs}"
    left = [word for word in checkin.left if word.casefold() not in checkin.alarms and word not in denied]
    if left:
        hints = " ".join(_hints(checkin))
        yield f"not understood: {visible(' '.join(left), _SHOWN)}" + (f"; {hints}" if hints else "")
        if not (hints or checkin.observations or checkin.problems):
            yield "name what you see, such as redness=2 or pus; meso log --help lists all of it"
            yield "what else you want to keep goes into --note"


def _hints(checkin: Checkin) -> Iterator[str]:
    for guess in checkin.guesses:
        which = f"'{visible(guess.typed, 40)}': " if len(checkin.left) > 1 else ""
        yield f"{which}did you mean {guess.item}?"
