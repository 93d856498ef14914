"""How a person answers: by a single key where the terminal gives them, else by a line."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call

_ENTER = ("\r", "\n")
_LONGEST = 4
"""Bytes of a character."""
_FINAL = re.compile(b"[@-~]")
_END, _ESCAPE, _ERASE, _CLEAR = "\x04", "\x1b", ("\x7f", "\b"), "\x15"
_REFLEX = 0.25
"""Seconds within which what follows a key belongs to it: an Enter from habit, or the rest of a word."""
_QUIET, _MOST_PARTS = 0.05, 40
"""Seconds without a key after which a paste is over; so many parts of one are dropped, at most."""


class InputEnded(EOFError):
    """The input ended in the middle of a line; `typed` is what the line held."""

    def __init__(self, typed: str) -> None:
        super().__init__()
        self.typed = typed


class Keyboard:
    """Where a person types.

    What is no key of a question begins a line, which Enter ends: any answer can be said in words.
    Choose keys that begin no word: somebody who types slowly must not have said no by its first letter.
    """

    def __init__(self, call: Call, instead: str) -> None:
        self._call = call
        self._instead = instead
        self.has_keys = _gives_keys(call)

    def key(self, question: str, keys: str) -> str:
        """One of the `keys`, or the line that was typed; empty for Enter.

        Raises `InputEnded` where the input ends in a line, else `EOFError` or `KeyboardInterrupt`.
        """
        if not self.has_keys:
            return terminal.ask(question, self._call, self._instead)
        terminal.prompt(question)
        try:
            with _single_keys():
                answer = _first(keys)
        except (KeyboardInterrupt, EOFError):
            terminal.echo("\n")  # the question's own line is still open
            raise
        self._call.waited()
        return answer

    def line(self, question: str) -> str:
        """A line; empty for Enter alone. Raises as `key` does."""
        return self.key(question, "")

    def forget(self) -> None:
        """Drops what was typed ahead: an Enter inside a paste is no answer to what was not shown yet."""
        with suppress(ImportError, OSError, ValueError, AttributeError):
            import termios

            with suppress(termios.error):
                for _ in range(_MOST_PARTS):
                    termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
                    if not _waits_for(_QUIET):
                        return


def _first(keys: str) -> str:
    """The first key with a meaning here; where it is not an answer, the line that it begins."""
    while (key := _read()) not in _ENTER and not key.isprintable():
        pass
    if key in _ENTER:
        terminal.echo("\n")
        return ""
    terminal.echo(key)
    follows = ""
    if key in keys:
        follows = _read() if _waits_for(_REFLEX) else "\n"
        if follows in _ENTER:
            terminal.echo("\n")
            return key
    return _rest_of(key, follows)


def _rest_of(typed: str, key: str) -> str:
    """A line that has begun, and is shown so far, up to its Enter; `key` is the next one, if it is known."""
    try:
        key = key or _read()
        while key not in _ENTER:
            if key in _ERASE or key == _CLEAR:
                cut = len(typed) if key == _CLEAR else 1
                terminal.echo("\b \b" * len(typed[-cut:]))
                typed = typed[:-cut]
            elif key.isprintable():
                terminal.echo(key)
                typed += key
            key = _read()
    except (KeyboardInterrupt, EOFError) as error:
        raise InputEnded(typed.strip()) from error
    terminal.echo("\n")
    return typed.strip()


def _read() -> str:
    """One character; what an arrow or function key sends is dropped. Raises `EOFError` at the end."""
    data = os.read(sys.stdin.fileno(), 1)
    if not data or data.decode("latin-1") == _END:
        raise EOFError
    while len(data) < _LONGEST and (char := _decoded(data)) is None:
        data += os.read(sys.stdin.fileno(), 1)
    char = _decoded(data) or ""
    if char == _ESCAPE:
        _drop_sequence()
        return _read()
    return char


def _drop_sequence() -> None:
    """The rest of what an arrow or function key sends: up to its final letter."""
    if _waits_for(0) and os.read(sys.stdin.fileno(), 1) in b"[O":
        while _waits_for(0) and not _FINAL.fullmatch(os.read(sys.stdin.fileno(), 1)):
            pass


def _decoded(data: bytes) -> str | None:
    with suppress(UnicodeDecodeError):
        return data.decode()
    return None


def _waits_for(seconds: float) -> bool:
    """Whether a key is there, or comes within so many seconds."""
    import select

    return bool(select.select([sys.stdin], [], [], seconds)[0])


@contextmanager
def _single_keys() -> Iterator[None]:
    """The terminal without lines and echo; ^C goes on to interrupt. As it was, whatever happens."""
    import termios
    import tty

    where = sys.stdin.fileno()
    before = termios.tcgetattr(where)
    try:
        tty.setcbreak(where, termios.TCSANOW)
        yield
    finally:
        termios.tcsetattr(where, termios.TCSANOW, before)


def _gives_keys(call: Call) -> bool:
    """Not a dumb terminal, nor one that reads aloud: there a line can be heard before it is sent."""
    if os.environ.get("TERM") in (None, "", "dumb") or call.options.plain or call.settings.accessible:
        return False
    try:
        import termios

        termios.tcgetattr(sys.stdin.fileno())
    except (ImportError, OSError, ValueError, AttributeError):
        return False
    except termios.error:
        return False
    return True
