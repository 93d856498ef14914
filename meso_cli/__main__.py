"""The entry point, with a door before Typer: a few cheap, exact calls reach their functions at once.

Typer alone is a third of what a start costs, and a prompt or a status bar starts us all day. Only a line that
is exactly one of `SHAPES` goes through the door; an option that is unknown, twice, abbreviated or without its
value is not judged here. Typer stays the one truth about the command line: a test compares the shapes with
it, and another runs the same lines both ways.
"""

import gc
import os
import sys
from collections.abc import Callable, Mapping
from typing import TextIO

# A call is over before garbage matters; collecting while modules load costs a tenth of a start.
gc.set_threshold(100_000)

from meso_cli.commands.support.call import Call, Options  # noqa: E402  # the line above must come first

Names = dict[str, str | None]
"""Options by name, each with the name of its value; a flag has none."""
Given = Mapping[str, str | None]
"""The options of a line, each with its value; a flag has none."""

EVERYWHERE: Names = {"--db": "PATH", "--plain": None, "--no-color": None, "--no-input": None, "--debug": None}
_STATUS: Names = {
    "--at": "WHEN", "--treatment": "ID", "--format": "TEXT",
    "--json": None, "--brief": None, "--all": None, "--check": None,
}  # fmt: skip  # one list per line reads as the list it is
_CAN: Names = {"--at": "WHEN", "--treatment": "ID", "--json": None, "--short": None}


def run() -> None:
    """The entry point of a process, which ends with the call: to take all modules apart would take longer.

    Everything that a call opens it has closed by then; nothing of ours waits for the interpreter's end.
    """
    try:
        main()
    except SystemExit as stop:
        if isinstance(stop.code, int) and _flushed(sys.stdout) and _flushed(sys.stderr):
            os._exit(stop.code)
        raise


def _flushed(stream: TextIO | None) -> bool:
    try:
        if stream is not None:  # closed before we were started
            stream.flush()
    except (OSError, ValueError):
        return False
    return True


def main() -> None:
    """One call; it ends in `SystemExit`."""
    if not through_the_door(sys.argv[1:]):
        from meso_cli.cli.app import app

        app(prog_name="meso")


def through_the_door(line: list[str]) -> bool:
    """False where Typer must read the line; else it ends in `SystemExit` with the exit code of the call."""
    parted = None if "_MESO_COMPLETE" in os.environ else _parted(line)
    if parted is None:
        return False
    from contextlib import closing

    from meso_cli.commands.support.guard import guarded, say_what_is_left_out

    name, words, given = parted

    def run() -> int:
        say_what_is_left_out(call, name or None)
        return SHAPES[name][2](call, words, given)

    with closing(Call(_options(given))) as call:
        call.writes = name == "log"
        sys.exit(guarded(run, line))


def _parted(line: list[str]) -> tuple[str, list[str], Given] | None:
    """A line's command, words and options; None for what is not exactly one of the shapes."""
    words: list[str] = []
    given: Names = {}
    known = EVERYWHERE
    ahead = iter(line)
    for part in ahead:
        if not part:
            return None
        if not part.startswith("-"):
            if not words and part in SHAPES:
                known = EVERYWHERE | SHAPES[part][0]
            words.append(part)
        elif part not in known or part in given:
            return None
        else:
            given[part] = next(ahead, "-") if known[part] else None
            if (given[part] or "").startswith("-"):
                return None
    name, *rest = words or [""]  # meso alone
    return (name, rest, given) if name in SHAPES and SHAPES[name][1](len(rest)) else None


def _options(given: Given) -> Options:
    return Options(
        db=given["--db"] if "--db" in given else os.environ.get("MESO_DB") or None,
        plain="--plain" in given,
        no_color="--no-color" in given,
        no_input="--no-input" in given,
        debug="--debug" in given,
    )


def _status(call: Call, _words: list[str], given: Given) -> int:
    from meso_cli.commands.daily.status import form, status

    line = not given.keys().isdisjoint(("--brief", "--check", "--format"))
    shown = form(json="--json" in given, line=line, everything="--all" in given)
    code = status(call, given.get("--at"), given.get("--treatment"), shown, given.get("--format"))
    return code if "--check" in given else 0


def _can(call: Call, words: list[str], given: Given) -> int:
    from meso_cli.commands.ask.can import CanRequest, can

    asked = CanRequest(" ".join(words), given.get("--at"), given.get("--treatment"), "--short" in given)
    return can(call, asked, json="--json" in given)


def _log(call: Call, words: list[str], _given: Given) -> int:
    from meso_cli.commands.daily.entries import Typed
    from meso_cli.commands.daily.log import log

    log(call, Typed(tuple(words)))
    return 0


def _remind(call: Call, _words: list[str], given: Given) -> int:
    from meso_cli.commands.remind.remind import RemindRequest, remind

    return remind(call, RemindRequest(check="--check" in given, notify="--notify" in given))


def _urgent(call: Call, _words: list[str], _given: Given) -> int:
    from meso_cli.commands.ask.card import show_card

    show_card(call)
    return 0


def _completion(call: Call, words: list[str], _given: Given) -> int:
    from meso_cli.commands.more.completion import completion

    completion(call, words[0])
    return 0


def _alone(call: Call, _words: list[str], _given: Given) -> int:
    from meso_cli.commands.daily.status import status_or_first_steps

    return status_or_first_steps(call)


Run = Callable[[Call, list[str], Given], int]
SHAPES: Mapping[str, tuple[Names, Callable[[int], bool], Run]] = {
    "status": (_STATUS, lambda words: words == 0, _status),
    "can": (_CAN, lambda words: words > 0, _can),
    "log": ({}, lambda words: words > 0, _log),
    "remind": ({"--check": None, "--notify": None}, lambda words: words == 0, _remind),
    "completion": ({}, lambda words: words == 1, _completion),
    "urgent": ({}, lambda words: words == 0, _urgent),
    "": ({}, lambda words: words == 0, _alone),
}
"""By command: its own options; whether so many words may follow; what it calls."""


if __name__ == "__main__":
    run()
