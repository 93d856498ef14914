"""`meso log` alone on a terminal: a check-in in a few questions. Enter is never a no."""

import re
import shutil
import textwrap
from collections.abc import Callable, Iterable
from functools import partial

from meso_cli.commands import terminal
from meso_cli.commands.call import Call
from meso_cli.commands.card import show_card_first
from meso_cli.commands.checking_in.settling import why_not
from meso_cli.commands.looking import look
from meso_cli.commands.vocabulary import items_of
from meso_cli.errors import BadValue, Exit, MesoError, NeedsInput
from meso_cli.model.case import Context
from meso_cli.model.guide import GRADES
from meso_cli.model.records import Observation
from meso_cli.recovery.asking import Asking, asking
from meso_cli.text import visible
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.checkin import Checkin, as_typed, read_checkin
from meso_cli.when.saying import ago
from meso_cli.wording.values import label_of, said_words, value_words

_INSTEAD = "what you see: meso log redness=2 fever=no"
_NONE = ("no", "n", "none", "nope", "nothing", "none of them", "none of these", "no to all")
_GONE = ("yes", "y", "gone")
_STILL_THERE = ("no", "n", "still", "still there")
_AND = re.compile(r"\s+and\s+|\s*[,;&]\s*")
_HELP = "?"
_WIDEST = 80


class Stopped(MesoError):
    """The person left the check-in before its end."""

    exit_code = Exit.INTERRUPTED


def check_in(call: Call, treatment: str | None) -> tuple[Checkin, str | None]:
    """What the person answered, to be saved in one entry, and a note.

    A red flag gets its card at once and ends the questions: they can wait, the call cannot.
    Raises `Stopped` for ^C or the end of the input, `NeedsInput` where nothing is to be saved.
    """
    context = look(call, named=treatment)
    asked = asking(context.status, context.case)
    try:
        return _Talk(call, context).through(asked)
    except (KeyboardInterrupt, EOFError) as error:
        raise Stopped("Stopped; nothing was saved.") from error


class _Talk:
    """The questions and what was understood so far; a later answer about an item wins."""

    def __init__(self, call: Call, context: Context) -> None:
        self._call = call
        self._guide = context.case.guide
        self._context = context
        self._items = items_of(context.case.guide, context.case.plan)
        self._observed: dict[str, Observation] = {}
        self._read_as: list[str] = []

    def through(self, asked: Asking) -> tuple[Checkin, str | None]:
        """Every question, or those up to a red flag."""
        _tell("A short check-in. Enter skips a question (not recorded); nothing is saved before the end.")
        questions: tuple[Callable[[], None], ...] = (
            lambda: self._several("Any of these now?", asked.red_flags, standing=asked.standing),
            *(partial(self._grade, symptom) for symptom in asked.one_by_one),
            lambda: self._several("Any of these, too?", asked.together),
            lambda: self._several("Care since you last logged it?", asked.care, none_is_zero=False),
        )
        for question in questions:
            question()
            if self._red_flags:
                _tell("This is saved now; the other questions can wait: meso log")
                return self._understood(), None
        note = self._note()
        self._confirm(asked.red_flags, note)
        return self._understood(), note

    def _understood(self) -> Checkin:
        observed = tuple(self._observed.values())
        understood = tuple(as_typed(seen, self._guide) for seen in observed)
        return Checkin(observed, understood, self._red_flags, read_as=tuple(self._read_as))

    def _several(
        self,
        question: str,
        ids: tuple[str, ...],
        *,
        none_is_zero: bool = True,
        standing: tuple[str, ...] = (),
    ) -> None:
        """Names of any of the ids, with values or without; `no` is a no to each that was not named.

        What is `standing` does not end by a collective no: each is asked about by its name.
        """
        if not ids:
            return
        how = "Name them (Enter: skip)"
        if none_is_zero:
            how = "Name them, no for none, ? for more (Enter: skip)"
        stands = f" (standing: {', '.join(standing)})" if standing else ""
        _tell(f"{question} {', '.join(ids)}{stands}")
        while answer := self._ask(how):
            words = answer.casefold().strip(" .!")
            if words == _HELP:
                self._explain(ids)
            elif words in _NONE:
                missing = (id for id in ids if id not in self._observed and id not in standing)
                self._observed |= {id: Observation(id, 0) for id in missing if none_is_zero}
                self._ask_if_gone(standing)
                return
            elif words.startswith("nothing "):  # "nothing bad" is an opinion, not a no to each of them
                terminal.remark("  Say no if none of these is there, name those that are, or press Enter")
            elif self._heard(self._read(*self._named(answer))):
                return

    def _named(self, answer: str) -> list[str]:
        """The items of an answer: "pus, fever and hives"; an "and" inside one's name stays."""
        parts = [part.strip() for part in answer.split(",") if part.strip()]
        if not self._read(*parts).is_whole:
            parts = [part for part in _AND.split(f" {answer} ") if part.strip()]
        return [part.strip() for part in parts]

    def _explain(self, ids: tuple[str, ...]) -> None:
        """What each of the ids stands for."""
        for id in ids:
            _tell(f"  {id}: {self._context.case.words(id).question or label_of(id, self._guide)}")

    def _ask_if_gone(self, standing: tuple[str, ...]) -> None:
        """One by one whether a reported red flag is gone; Enter leaves it as it stands."""
        for sign in standing:
            if sign in self._observed:
                continue
            while answer := self._ask(f"{sign} is still reported: is it gone? (yes, no, Enter: leave it)"):
                words = answer.casefold()
                if words in _GONE:
                    self._observed[sign] = Observation(sign, 0)
                    break
                said = f"{sign}=yes" if words in _STILL_THERE else answer
                if self._heard(self._read(said)):
                    break

    def _grade(self, symptom: str) -> None:
        """How strong one symptom is, with its last value; a red flag typed here is heard all the same."""
        _tell(self._context.case.library("symptoms")[symptom].question or self._guide.symptoms[symptom].label)
        state = next(state for state in self._context.status.symptoms if state.id == symptom)
        last = "never logged"
        if state.severity is not None and state.observed_at is not None:
            value = value_words(symptom, state.severity, self._guide)
            last = f"last {value}, {ago(state.observed_at, self._context.status.view)}"
        words = ", ".join(GRADES)
        while answer := self._ask(f"{symptom}, {last} ({words})"):
            if answer == _HELP:
                _tell(f"  {'; '.join(f'{grade} {word}' for grade, word in enumerate(GRADES))}")
                continue
            found = self._read(f"{symptom}={answer}")
            if not found.is_whole:
                instead = self._read(answer)
                found = instead if instead.is_whole or instead.needs_card else found
            if self._heard(found):
                return

    def _read(self, *typed: str) -> Checkin:
        """What was answered, by the guide and the plan of the treatment that is looked at."""
        return read_checkin(typed, self._items)

    def _heard(self, found: Checkin) -> bool:
        """Keeps what was understood; False, with what was not, where the question is to be asked again."""
        if found.needs_card:
            show_card_first(self._call, found.red_flags, self._guide)
        for why in why_not(found, self._items):
            terminal.remark(f"  {why[:1].upper()}{why[1:]}")
        self._observed |= {seen.item: seen for seen in found.observations}
        self._read_as += found.read_as
        return found.is_whole or bool(self._red_flags)

    @property
    def _red_flags(self) -> tuple[str, ...]:
        """The red flags that were answered with a yes."""
        signs = (self._guide.signs.get(seen.item) for seen in self._observed.values() if seen.value)
        return tuple(sign.id for sign in signs if sign and sign.is_red_flag)

    def _note(self) -> str | None:
        while (answer := self._ask("A note? (Enter: none)")) not in ("", "-"):
            try:
                return fields.text(answer, "note")
            except BadValue as error:
                terminal.remark(f"  {error}")
        return None

    def _confirm(self, asked: tuple[str, ...], note: str | None) -> None:
        """Shows what will be saved; raises `NeedsInput` where that is nothing, or not wanted."""
        if not self._observed and note is None:
            raise NeedsInput("Nothing was answered, so nothing was saved.")
        _tell(f"To be saved: {'; '.join(self._summary(asked, note))}")
        if self._ask("Save it? (Enter: yes, n: no)").casefold().startswith("n"):
            raise NeedsInput("Nothing was saved.")

    def _summary(self, asked: Iterable[str], note: str | None) -> list[str]:
        absent = [id for id in asked if id in self._observed and not self._observed[id].value]
        said = [
            said_words(seen.item, seen.value, seen.reading, self._guide)
            for seen in self._observed.values()
            if seen.item not in absent
        ]
        none = [f"no to {', '.join(absent)}"] if absent else []
        return [*said, *none, *([f'note "{visible(note, 60)}"'] if note else [])]

    def _ask(self, question: str) -> str:
        return terminal.ask(f"  {question}", self._call, _INSTEAD)


def _tell(sentence: str) -> None:
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    terminal.remark(textwrap.fill(sentence, width, break_long_words=False, break_on_hyphens=False))
