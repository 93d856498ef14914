"""How a call begins and ends: what is said before its answer, and the exit code of whatever happened."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from meso_cli.commands.support import clock, terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import Exit, MesoError
from meso_cli.text import visible, visible_lines

# What is wrong with the settings is their answer.
_SHOW_SETTINGS = ("config", "doctor")
_NOTHING_FIRST = ("urgent", "log", "completion")
"""Nothing stands above a red-flag card, nor on a line that a shell completes."""


def say_what_is_left_out(call: Call, command: str | None) -> None:
    """A setting or a time zone that cannot be used costs nothing but itself; it is said once per call."""
    if command in _NOTHING_FIRST:  # `log` says it below its answer
        return
    if (zone := clock.unusable_zone()) is not None:
        terminal.remark(
            f"meso: The time zone '{visible(zone, 40)}' (TZ) is not one that meso can use; UTC is taken."
        )
    if command not in _SHOW_SETTINGS:
        for problem in call.configured.problems:
            terminal.remark(f"meso: {problem}")


def guarded(run: Callable[[], int], args: Sequence[str]) -> int:
    """The exit code of `run`, or of what it raised, which one sentence on stderr says; `args` is the line."""
    try:
        code = run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except MesoError as error:
        code = _say(str(error), error.exit_code)
        if error.closing:
            terminal.remark(error.closing)
    except (KeyboardInterrupt, EOFError):
        code = _say("Stopped; nothing more was saved.", Exit.INTERRUPTED)
    except OSError as error:
        code = _output_refused(error, args)
    except Exception as error:
        code = _bug(error, args)
    return code


def _say(sentence: str, code: int) -> int:
    """One line on stderr; if even that is refused, the code must do."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        terminal.abandon(sys.stdout)
    terminal.remark(f"meso: {visible(sentence)}")
    return code


def _output_refused(error: OSError, args: Sequence[str]) -> int:
    terminal.abandon(sys.stdout)
    if error.errno in (errno.EPIPE, errno.EINVAL) and _is_about_output(error):
        return Exit.FINE  # the reader of the pipe has seen enough
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EBADF) and _is_about_output(
        error
    ):
        done = "".join(f" {note}." for note in getattr(error, "__notes__", ()))
        return _say(f"The output could not be written ({error.strerror}).{done}", Exit.SYSTEM)
    if isinstance(error.filename, (str, bytes)):  # a file that somebody named, and that resists
        from meso_cli.store.errors import system

        refused = system(error, Path(os.fsdecode(error.filename)))
        return _say(str(refused), refused.exit_code)
    return _bug(error, args)


def _is_about_output(error: OSError) -> bool:
    return error.filename is None


def _bug(error: Exception, args: Sequence[str]) -> int:
    """A bug of ours: no text of a note is shown, unless the person asks for the traceback."""
    if "--debug" in args and sys.stderr is not None:
        import traceback

        lines = "".join(traceback.format_exception(error))
        print(visible_lines(lines), end="", file=sys.stderr)  # noqa: T201  # as Python itself would
    done = " and ".join(getattr(error, "__notes__", ())) or "your records are as they were"
    return _say(
        f"This is a bug in meso ({type(error).__name__}); {done}. See the details with --debug.", Exit.BUG
    )
