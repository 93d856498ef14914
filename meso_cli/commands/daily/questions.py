"""The questions of a check-in: a group of signs, the grade of a symptom, names of several."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from meso_cli.commands.daily.answers import Answers
from meso_cli.commands.daily.prompts import pages, tell
from meso_cli.commands.support.keyboard import InputEnded, Keyboard
from meso_cli.model.case import Context
from meso_cli.model.guide import GRADES
from meso_cli.when.saying import ago
from meso_cli.wording.questions import asked_words
from meso_cli.wording.values import label_of, value_words

_NONE = ("0", "n", "no", "none", "nope", "nothing", "none of them", "none of these", "no to all")
_YES = ("y", "yes")
_YES_AND = re.compile(r"\s*(?:y|yes)(?![^\W\d_])[\s,.:;!]*(.*?)[\s.!]*", re.IGNORECASE | re.DOTALL)
"""A yes, and what stands beside it."""
_GONE = ("y", "yes", "gone")
_STILL_THERE = ("n", "no", "still", "still there")
_HELP = "?"
_PARTS = re.compile(r"\s+and\s+|\s*[;&]\s*|,\s+|(?<![0-9]),|,(?![0-9])")
"""Between the parts of an answer; the comma of 38,5 is none."""
_NUMBERS = re.compile(r"[0-9]{1,2}(?:[\s,;]+[0-9]{1,2})*")


class Signs:
    """Signs of one tier by their short questions. No is a no to each that was shown.

    What is `standing` does not end by that: each is asked about by its name.
    """

    def __init__(
        self, keyboard: Keyboard, answers: Answers, context: Context, standing: Sequence[str]
    ) -> None:
        self._keyboard = keyboard
        self._answers = answers
        self._case = context.case
        self._standing = standing

    def ask(self, heading: str, ids: Sequence[str], whom: str) -> None:
        """All of them; in parts where the terminal is too small to show them at once."""
        numbered = {f"{number:>2} {self._asked(id)}": id for number, id in enumerate(ids, 1)}
        for part in pages(numbered, "   "):
            tell("")
            tell(f"{heading}: {whom}")
            for line in part:
                tell(line, "   ")
            with self._leaving(ids):
                self._part([numbered[line] for line in part], ids)
            if self._answers.red_flags:
                return

    def _asked(self, sign: str) -> str:
        reported = " (you reported this)" if sign in self._standing else ""
        return f"{asked_words(sign, self._case)}{reported}"

    def _part(self, shown: Sequence[str], ids: Sequence[str]) -> None:
        while answer := self._keyboard.key(
            "(0: none of these · y or its number, then Enter · ?: explain · Enter: skip)", "0?"
        ):
            words = answer.casefold().strip(" .!")
            if words in _NONE:
                standing = [id for id in shown if id in self._standing and not self._answers.has(id)]
                self._answers.absent(id for id in shown if id not in self._standing)
                self._ask_if_gone(standing)
                return
            if words.startswith(_HELP):
                self._explain(self._numbered(words.strip(_HELP), ids) or shown)
            elif yes := _YES_AND.fullmatch(answer):
                if self._which(ids, yes[1]):
                    return
            elif words.startswith("nothing "):  # "nothing bad" is an opinion, not a no to each of them
                tell("  Press 0 if none of these is there, name those that are, or press Enter")
            elif self._name(answer, ids):
                return

    def _which(self, ids: Sequence[str], named: str) -> bool:
        """The ones that are there, which may stand beside the yes; Enter: it is left open.

        Whom to call stands above the question, the card below: what they choose from must stay in sight.
        """
        self._answers.alarm(ids, in_a_line=True)
        try:
            if named and self._name(named, ids):
                return True
            while answer := self._keyboard.line("Which? Numbers or words (Enter: back)"):
                if self._name(answer, ids):
                    return True
        finally:
            if not self._answers.red_flags:
                self._answers.alarm(ids, in_a_line=False)
        return False

    @contextmanager
    def _leaving(self, ids: Sequence[str]) -> Iterator[None]:
        """What was typed and not sent is heard all the same: a y, or numbers, which mean nothing later."""
        try:
            yield
        except InputEnded as left:
            if _YES_AND.fullmatch(left.typed):
                self._answers.alarm(ids, in_a_line=False)
            if _NUMBERS.fullmatch(left.typed):
                left.typed = ", ".join(f"{id}=yes" for id in self._numbered(left.typed, ids))
            raise

    def _name(self, answer: str, ids: Sequence[str]) -> bool:
        """Whether all of it was understood: numbers, words, or both ("12 and pus"), of which none is lost."""
        parts = [part.strip(" .") for part in _PARTS.split(answer)]
        numbers = " ".join(part for part in parts if _NUMBERS.fullmatch(part))
        if not numbers:
            return self._answers.hear(answer)
        named = self._numbered(numbers, ids)
        if not named:
            tell(f"  The numbers go from 1 to {len(ids)}")
        words = [part for part in parts if part and not _NUMBERS.fullmatch(part)]
        said = [*(f"{id}=yes" for id in named), *words]
        is_known = self._answers.hear(", ".join(said)) if said else False
        return bool(is_known and (named or self._answers.red_flags))

    def _numbered(self, answer: str, ids: Sequence[str]) -> list[str]:
        """The signs of these numbers; none where a number is not among them."""
        numbers = [int(number) for number in re.findall("[0-9]+", answer)]
        return [ids[number - 1] for number in numbers] if all(0 < n <= len(ids) for n in numbers) else []

    def _explain(self, ids: Sequence[str]) -> None:
        """What each of them stands for, a screen at a time."""
        whole = [f"- {self._case.words(id).question or label_of(id, self._case.guide)}" for id in ids]
        parts = pages(whole, "  ", heading=0)
        for number, part in enumerate(parts, 1):
            for line in part:
                tell(line, "  ")
            if number < len(parts):
                self._keyboard.key("(Enter: more)", "")

    def _ask_if_gone(self, standing: Sequence[str]) -> None:
        """One by one whether a reported sign is gone; Enter leaves it as it stands."""
        for sign in standing:
            label = label_of(sign, self._case.guide)
            while answer := self._keyboard.line(
                f"You reported {label}. Is it gone? (y: gone · n: still there · Enter: leave it)"
            ):
                words = answer.casefold()
                if words in _GONE:
                    self._answers.gone(sign)
                    break
                if self._answers.hear(f"{sign}=yes" if words in _STILL_THERE else answer):
                    break
            if self._answers.red_flags:
                return


class Grades:
    """How strong one symptom is, with its last value; a red flag typed here is heard all the same."""

    def __init__(self, keyboard: Keyboard, answers: Answers, context: Context) -> None:
        self._keyboard = keyboard
        self._answers = answers
        self._context = context

    def ask(self, symptom: str) -> None:
        """Until it is answered or skipped."""
        if self._answers.has(symptom):
            return
        case, words = self._context.case, " · ".join(f"{n} {word}" for n, word in enumerate(GRADES))
        tell("")
        tell(f"{case.guide.symptoms[symptom].label}: {asked_words(symptom, case)} {self._last(symptom)}")
        while answer := self._keyboard.key(f"({words} · Enter: skip)", "01234?"):
            if answer == _HELP:
                tell(f"  {case.words(symptom).text}", "  ")
            elif self._answers.hear_about(symptom, answer):
                return

    def _last(self, symptom: str) -> str:
        state = next(state for state in self._context.status.symptoms if state.id == symptom)
        if state.severity is None or state.observed_at is None:
            return ""
        value = value_words(symptom, state.severity, self._context.case.guide)
        return f"Last: {value}, {ago(state.observed_at, self._context.status.view)}."


class Names:
    """Several by their names; a no is a zero for each that was not named."""

    def __init__(self, keyboard: Keyboard, answers: Answers) -> None:
        self._keyboard = keyboard
        self._answers = answers

    def ask(self, question: str, labels: Sequence[str], ids: Sequence[str]) -> None:
        """Whether any is there, and which."""
        if not ids:
            return
        tell("")
        tell(f"{question} {' · '.join(labels)}")
        while answer := self._keyboard.key("(0: none of these · y, then Enter: yes · Enter: skip)", "0"):
            words = answer.casefold().strip(" .!")
            if words in _NONE:
                self._answers.absent(ids)
                return
            if words in _YES:
                if self.name("Which, and how strong? (such as itching 1, flaking 2)"):
                    return
            elif self._answers.hear(answer):
                return

    def name(self, question: str) -> bool:
        """A line with names; Enter: none."""
        while answer := self._keyboard.line(question):
            if self._answers.hear(answer):
                return True
        return False
