"""The command that saves what was understood, where it could not be saved."""

import shlex

from meso_cli.commands.daily.entries import Typed
from meso_cli.text import visible
from meso_cli.vocabulary.checkin import Checkin


def repeated(checkin: Checkin, typed: Typed, *, with_note: bool = False) -> str:
    """The command to type again, as it was probably meant.

    A note is left out of messages, but for one that would be lost otherwise.
    """
    words = ["meso", "log", *checkin.to_repeat]
    if typed.none:
        words.append("--none")
    if with_note and typed.note:
        words += ["--note", visible(typed.note)]
    if (at := typed.at or typed.said_at) is not None:
        words += ["--at", visible(at)]
    if typed.treatment is not None:
        words += ["--treatment", visible(typed.treatment)]
    return shlex.join(words)
