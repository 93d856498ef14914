"""`meso edit 12` in the editor: an entry as a form, read with the readers of `log`."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from meso_cli.commands.ask.card import show_card_first
from meso_cli.commands.correct.entry import Correction, Written, answer_entry, read_moment, write_entry
from meso_cli.commands.correct.form import (
    AT,
    Field,
    Filled,
    Form,
    Line,
    Problem,
    Problems,
    changed_moment,
    gathered,
)
from meso_cli.commands.correct.form_filling import fill_in
from meso_cli.commands.daily.sentences import read_said, treatment_meant
from meso_cli.commands.daily.unclear import why_not
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.numbers import entry_named
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.model.guide import GRADES, Guide
from meso_cli.model.records import Entry, Observation, Treatment
from meso_cli.store.reading import reading
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.checkin import Checkin
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.notes import read_note
from meso_cli.wording.values import treatment_words

_GRADES = ", ".join(f"{grade} {word}" for grade, word in enumerate(GRADES))


def fill_in_entry(name: str, call: Call) -> None:
    """Correct an entry in the person's editor; the answer is the one of `edit` with arguments."""
    with reading(call.database) as store:
        treatment, entry = entry_named(name, store)
    case = look(call, named=treatment.name).case
    form = _form(entry, treatment, case.guide, call.now.tzinfo)
    reader = _Reader(form, treatment, items_of(case.guide, case.plan), call)

    written: list[Written] = []

    def take(filled: Filled) -> None:
        written.append(write_entry(name, reader.read(filled), call, opened=entry))

    if fill_in(form, f"entry-{entry.id}", f"meso delete {entry.id}", take, call):
        answer_entry(written[-1], call)


def _form(entry: Entry, treatment: Treatment, guide: Guide, here: dt.tzinfo | None) -> Form:
    local = entry.at.astimezone(here)
    explained = (
        f"Entry #{entry.id} of {treatment_words(treatment)}. It is corrected when you save and close.",
        f"One item a line. Symptoms: {_GRADES}.",
        "Signs: yes or no; fever: a temperature, too. Care: how often.",
        'A line that you take out becomes "not recorded". Add what is missing.',
        f"{AT}: 2026-03-02 20:15, yesterday 20:15, 2h ago. Lines that begin with # are not read.",
    )
    observed = (Field(seen.item, _value(seen, guide)) for seen in entry.observations)
    return Form(explained, (Field(AT, f"{local:%Y-%m-%d %H:%M}"), *observed), entry.note)


def _value(seen: Observation, guide: Guide) -> str:
    if seen.reading is not None:
        return f"{seen.reading:g}"
    if seen.item in guide.signs:
        return "yes" if seen.value else "no"
    return str(seen.value)


class _Reader:
    """Reads what was filled in, and shows the card when a red flag is named there."""

    def __init__(self, form: Form, treatment: Treatment, items: Items, call: Call) -> None:
        self._form = form
        self._treatment = treatment
        self._guide = items.guide
        self._items = items
        self._call = call
        self._carded: set[str] = set()

    def read(self, filled: Filled) -> Correction:
        """The correction that the text asks for; `Problems` with all that cannot be read."""
        note = filled.new_note(self._form)
        checkins = {line: self._checkin(line) for line in filled.changed(self._form) if line.name != AT}
        self._show_card(checkins.values(), read_note(note or "", self._items).red_flags)
        problems = [
            Problem(line.number, why)
            for line, found in checkins.items()
            for why in why_not(found, self._items)
        ]
        left = self._items_left(filled, checkins, problems)
        with gathered(problems):
            fields.text(note, "note")
        at = changed_moment(filled, self._form, self._check_moment, problems)
        if problems:
            raise Problems(problems)
        observations = (
            seen for line, found in checkins.items() if line.value != "" for seen in found.observations
        )
        gone = (field.name for field in self._form.fields if field.name not in {AT, *left})
        return Correction(tuple(observations), tuple(gone), at, note)

    def _checkin(self, line: Line) -> Checkin:
        """What a line says; one without a value after its `=` names what is to be taken out."""
        token = line.name if line.value is None else f"{line.name}={line.value or 0}"
        return read_said([token], self._call, treatment_meant(self._call, self._treatment.name))[0]

    def _items_left(
        self, filled: Filled, checkins: Mapping[Line, Checkin], problems: list[Problem]
    ) -> Collection[str]:
        """Every item that still has a value; one that has two is a problem."""
        left: set[str] = set()
        for line in filled.lines:
            if line.name == AT or line.value == "":
                continue
            found = checkins.get(line)
            for item in (line.name,) if found is None else (seen.item for seen in found.observations):
                if item in left:
                    problems.append(Problem(line.number, f"'{item}' is there twice; say it once"))
                left.add(item)
        return left

    def _show_card(self, checkins: Iterable[Checkin], in_note: Iterable[str]) -> None:
        """At once, and again only for another sign; taking a sign out names none."""
        checkins = tuple(checkins)
        named = [*(flag for found in checkins for flag in found.red_flags), *in_note]
        alarm = ["alarm"] if any(found.alarms for found in checkins) else []
        if not {*named, *alarm} <= self._carded:
            self._carded |= {*named, *alarm}
            show_card_first(self._call, tuple(dict.fromkeys(named)), self._guide)

    def _check_moment(self, words: str) -> None:
        read_moment(words, f"{AT} =", self._treatment, self._call.now, self._call.settings)
