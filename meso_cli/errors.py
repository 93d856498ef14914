"""What can go wrong for a person, as one sentence and one exit code each."""

from typing import Final

from meso_cli.text import ended


class Exit:
    """The one table of exit codes (`--check` and `remind` have their own rows)."""

    FINE: Final = 0
    NOT_ALLOWED: Final = 1
    USAGE: Final = 2
    NOTHING_FOUND: Final = 3
    DAMAGED: Final = 4
    NEEDS_INPUT: Final = 5
    SYSTEM: Final = 6
    CHECK_CONTACT: Final = 10
    CHECK_URGENT: Final = 11
    CHECK_EMERGENCY: Final = 12
    CHECK_SILENT: Final = 13
    REMIND_DUE: Final = 20
    BUG: Final = 70
    INTERRUPTED: Final = 130


class MesoError(Exception):
    """Something a person can act on: `what` is wrong, and the `remedy` for it.

    A remedy in lowercase goes on with the sentence, any other is a sentence of its own. `outcome`
    is what became of the records or of a text: only the code that knows it adds it. `closing` is a line
    of its own below all that.
    """

    exit_code: int = Exit.USAGE

    def __init__(self, what: str, remedy: str = "", outcome: str = "") -> None:
        super().__init__(what, remedy, outcome)
        self.what = what
        self.remedy = remedy
        self.outcome = outcome
        self.closing = ""

    def __str__(self) -> str:
        said = self.what
        if self.remedy:
            said = f"{said}; {self.remedy}" if self.remedy[0].islower() else f"{ended(said)} {self.remedy}"
        return f"{ended(said)} {self.outcome}" if self.outcome else said


class BadValue(MesoError):
    """What was typed, or what stands in the config, cannot be read as it is."""

    exit_code = Exit.USAGE


class NothingFound(MesoError):
    """There is no such treatment, entry or rule."""

    exit_code = Exit.NOTHING_FOUND


class Damaged(MesoError):
    """The data is damaged, not ours, or newer than this version; it was left untouched."""

    exit_code = Exit.DAMAGED


class NeedsInput(MesoError):
    """An answer is needed that was not given and cannot be asked for here."""

    exit_code = Exit.NEEDS_INPUT


class Stopped(MesoError):
    """The person left before the end."""

    exit_code = Exit.INTERRUPTED


class SystemRefused(MesoError):
    """The disk, a permission, a lock or the output said no."""

    exit_code = Exit.SYSTEM
