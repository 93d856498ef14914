"""An entry or a treatment as a text to correct: one `name = value` a line, the note below."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from meso_cli.errors import BadValue
from meso_cli.values import NamedTuple

AT = "at"
"""The field that says when it was."""
_COMMENT = "#"
_TO_MEND = "#! "
_NOTE = re.compile(r"\s*note\s*(?:[:=][ \t]?(.*))?", re.IGNORECASE)


class Field(NamedTuple):
    """A name and its value as they stand in the text."""

    name: str
    value: str


class Form(NamedTuple):
    """What is written into the text: lines that explain, the fields, the note."""

    explained: tuple[str, ...]
    fields: tuple[Field, ...]
    note: str | None


class Line(NamedTuple):
    """A field with the number of its line, from 1; `value` is None where no `=` stands."""

    number: int
    name: str
    value: str | None

    def is_same(self, field: Field) -> bool:
        """Whether it says what stood there."""
        return (self.name, self.value) == (field.name, field.value)


class Filled(NamedTuple):
    """What a person left in the text."""

    lines: tuple[Line, ...]
    note: str

    @property
    def is_empty(self) -> bool:
        """Whether all was taken out."""
        return not self.lines and not self.note.strip()

    def says_the_same(self, form: Form) -> bool:
        """Whether nothing was changed that is read."""
        fields = tuple((line.name, line.value or "") for line in self.lines)
        return fields == form.fields and self.new_note(form) is None

    def changed(self, form: Form) -> tuple[Line, ...]:
        """The lines that do not say, letter by letter, what stood there: only they are read again."""
        return tuple(line for line in self.lines if not any(line.is_same(field) for field in form.fields))

    def new_note(self, form: Form) -> str | None:
        """The note, where it is another one (empty: taken out); None where it is as it was."""
        return None if self.note == _note(form.note or "") else self.note


class Problem(NamedTuple):
    """What cannot be read, and on which line; None is about the whole."""

    line: int | None
    sentence: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}" if self.line else self.sentence


class Problems(Exception):
    """A text that cannot be taken as it is, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.all = tuple(sorted(problems, key=lambda problem: problem.line or 0))
        super().__init__("; ".join(str(problem) for problem in self.all))


def written(form: Form) -> str:
    """The text of a form."""
    explained = [f"{_COMMENT} {line}".rstrip() for line in form.explained]
    fields = [f"{field.name} = {field.value}".rstrip() for field in form.fields]
    return "\n".join((*explained, "", *fields, "", "note:", form.note or "", ""))


def read(text: str) -> Filled:
    """What stands in a text: comments and empty lines are not read; after `note:` everything is."""
    lines: list[Line] = []
    rows = text.split("\n")
    for number, row in enumerate(rows, start=1):
        if note := _NOTE.fullmatch(row):
            begun = [note[1]] if note[1] else []
            return Filled(tuple(lines), _note("\n".join((*begun, *rows[number:]))))
        if row.strip() and not row.lstrip().startswith(_COMMENT):
            name, given, value = row.partition("=")
            lines.append(Line(number, name.strip(), value.strip() if given else None))
    return Filled(tuple(lines), "")


def marked(text: str, problems: Iterable[Problem]) -> str:
    """The text with each problem in a comment above its line."""
    above: dict[int, list[str]] = {}
    for problem in problems:
        above.setdefault(problem.line or 1, []).append(f"{_TO_MEND}{problem.sentence}")
    rows = text.split("\n")
    return "\n".join(line for number, row in enumerate(rows, 1) for line in (*above.get(number, ()), row))


def unmarked(text: str) -> str:
    """The text without the comments of `marked`; a note is left as it is."""
    rows = text.split("\n")
    end = next((index for index, row in enumerate(rows) if _NOTE.fullmatch(row)), len(rows))
    return "\n".join((*(row for row in rows[:end] if not row.startswith(_TO_MEND)), *rows[end:]))


@contextmanager
def gathered(problems: list[Problem], line: Line | None = None) -> Iterator[None]:
    """A `BadValue` raised inside becomes one problem more."""
    try:
        yield
    except BadValue as error:
        problems.append(Problem(line.number if line else None, str(error)))


def changed_moment(
    filled: Filled, form: Form, check: Callable[[str], object], problems: list[Problem]
) -> str | None:
    """The new words for when it was, None where they are the old ones; `check` raises `BadValue`."""
    given = [line for line in filled.lines if line.name == AT]
    problems += (Problem(line.number, f"'{AT}' is there twice; say it once") for line in given[1:])
    if not given:
        problems.append(Problem(None, f"the line '{AT} = ...' is missing; it says when it was"))
    if not given or given[0] not in filled.changed(form):
        return None
    words = (given[0].value or "").strip("\"'")
    with gathered(problems, given[0]):
        check(words)
    return words


def _note(words: str) -> str:
    """A note without what an editor puts at its end."""
    return words.replace("\r\n", "\n").rstrip("\n")
