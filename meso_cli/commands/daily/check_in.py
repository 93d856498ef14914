"""`meso log` alone on a terminal: a check-in in a few questions. Enter is never a no."""

from collections.abc import Callable
from functools import partial

from meso_cli.commands.daily.answers import Answers
from meso_cli.commands.daily.entries import Typed
from meso_cli.commands.daily.prompts import tell
from meso_cli.commands.daily.questions import Grades, Names, Signs
from meso_cli.commands.daily.repeats import repeated
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.keyboard import InputEnded, Keyboard
from meso_cli.errors import BadValue, NeedsInput, Stopped
from meso_cli.model.case import Context
from meso_cli.recovery.asking import Asking, asking
from meso_cli.text import inside, visible
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.checkin import Checkin
from meso_cli.vocabulary.items import Items
from meso_cli.wording.contacts import whom_to_call
from meso_cli.wording.values import treatment_words

INSTEAD = "what you see: meso log redness=2 fever=no"
_ENOUGH = "The other questions can wait: meso log"
_SAVE, _CARE, _NOTE, _NO = "", "c", "w", "n"


def check_in(call: Call, treatment: str | None) -> tuple[Checkin, Items, Typed]:
    """What the person answered, the names that understood it, and the note and treatment as if typed.

    It goes to the treatment that the questions were about, whatever is recorded meanwhile.

    A red flag gets its card at once and ends the questions: they can wait, the call cannot.
    Raises `Stopped` for ^C or the end of the input, `NeedsInput` where nothing is to be saved.
    """
    context = look(call, named=treatment)
    asked = asking(context.status, context.case)
    talk = _Talk(call, context, asked)
    try:
        checkin, note = talk.through()
    except (KeyboardInterrupt, EOFError) as error:
        said = talk.answers.left(error.typed if isinstance(error, InputEnded) else "")
        again = repeated(said, Typed(treatment=treatment), call, None)
        later = "Once you have called, log which one it was: meso log" if talk.answers.is_alarmed else ""
        outcome = f"To save what was understood: {again}" if said.to_repeat else later
        raise Stopped("Stopped; nothing was saved.", outcome=outcome) from error
    return checkin, talk.answers.items, Typed(note=note, treatment=context.case.treatment.name)


class _Talk:
    """The questions in their order, and what becomes of the answers."""

    def __init__(self, call: Call, context: Context, asked: Asking) -> None:
        self._keyboard = Keyboard(call, INSTEAD)
        self.answers = Answers(call, context)
        self._context = context
        self._asked = asked

    def through(self) -> tuple[Checkin, str | None]:
        """Every question, or those up to a red flag."""
        status = self._context.status
        tell(f"Check-in, day {status.day}: {treatment_words(status.treatment)}")
        tell("Enter skips a question: it stays unknown. Nothing is saved before the end; Ctrl-C leaves.")
        for question in self._questions():
            question()
            if self.answers.red_flags:
                tell(_ENOUGH)
                return self.answers.understood(), None
        note = self._finish()
        return self.answers.understood(), note

    def _questions(self) -> tuple[Callable[[], None], ...]:
        asked, context = self._asked, self._context
        numbers = whom_to_call(context.region, context.case.treatment.practitioner)
        signs = Signs(self._keyboard, self.answers, context, asked.standing)
        grades = Grades(self._keyboard, self.answers, context)
        names = Names(self._keyboard, self.answers)
        others = [context.case.guide.symptoms[id].label for id in asked.together]
        return (
            partial(signs.ask, "Any of these now? If so, call", asked.emergency, numbers.emergency),
            partial(signs.ask, "Any of these? If so, a doctor today", asked.urgent, numbers.advice),
            *(partial(grades.ask, symptom) for symptom in asked.one_by_one),
            partial(names.ask, "Any of these, too?", others, asked.together),
            partial(signs.ask, "Any of these? If so, tell", asked.contact, numbers.practitioner),
        )

    def _finish(self) -> str | None:
        """Shows what will be saved, takes care and a note; raises `NeedsInput` where nothing is saved."""
        note = None
        while True:
            said = [*self.answers.summary(), *([f'note "{visible(note, 60)}"'] if note else [])]
            tell(f"To be saved: {'; '.join(said) or 'nothing yet'}")
            if skipped := self._skipped():
                tell(f"Skipped, so not known: {skipped}")
            self._keyboard.forget()
            answer = self._keyboard.line(
                "Save it? (Enter: yes · letter, then Enter: n no · c add care · w a note)"
            ).casefold()
            if answer in (_SAVE, "yes", "y"):
                break
            if answer in (_NO, "no"):
                raise NeedsInput("Nothing was saved.")
            if answer in (_NOTE, "note"):
                note = self._note() or note
            elif answer in (_CARE, "care"):
                question = f"Care since you last logged it: {self._care()} (Enter: none)"
                Names(self._keyboard, self.answers).name(question)
            else:
                self.answers.hear(answer)
            if self.answers.red_flags or (note and self.answers.is_alarming(note)):
                tell(_ENOUGH)
                return note
        if not said:
            raise NeedsInput("Nothing was answered, so nothing was saved.")
        return note

    def _care(self) -> str:
        care = self._context.case.guide.care
        due = self._asked.care or [id for id, row in care.items() if row.per_day is not None]
        return " · ".join(due)

    def _skipped(self) -> str:
        """What was asked and not answered, in a few words."""
        asked, symptoms = self._asked, self._context.case.guide.symptoms
        groups = {"call now": asked.emergency, "doctor today": asked.urgent, "practitioner": asked.contact}
        signs = [name for name, ids in groups.items() if any(not self.answers.has(id) for id in ids)]
        graded = [inside(symptoms[id].label) for id in asked.one_by_one if not self.answers.has(id)]
        return ", ".join((*(f"some of '{name}'" for name in signs), *graded))

    def _note(self) -> str | None:
        while (answer := self._keyboard.line("Your note (Enter: none)")) not in ("", "-"):
            try:
                return fields.text(answer, "note")
            except BadValue as error:
                tell(f"  {error}")
        return None
