"""The terminal: whether there is one, what it can show, and how it is asked."""

import errno
import os
import sys
from collections.abc import Iterable
from typing import Any

from meso_cli.commands.support.call import Call
from meso_cli.errors import NeedsInput
from meso_cli.text import visible_lines
from meso_cli.views.blocks import Alarm, Block, Say, Section

_NARROWEST = 20
_DRAWN = "·▌░╭│"
_PLAINER = str.maketrans(
    {
        "·": "-",
        "–": "-",
        "…": "...",
        "→": "->",
        "≥": ">=",
        "≤": "<=",
        "×": "x",
        "°": " ",
        "’": "'",
        "“": '"',
        "”": '"',
    }
)
"""What stands for our own signs where the encoding lacks any of them."""
_ROOMY = 32
"""Lines of a terminal that leave room for blank ones."""


def is_on_stdout() -> bool:
    """Whether a person looks at what is written."""
    return _is_terminal(sys.stdout)


def is_rich_terminal(call: Call) -> bool:
    """Whether stdout is a terminal that draws more than plain lines, for somebody who wants more."""
    draws = os.environ.get("TERM") != "dumb" and _can_show(_DRAWN)
    return is_on_stdout() and draws and not call.settings.accessible


def can_draw_beside(call: Call) -> bool:
    """Whether stderr is a terminal that draws, for somebody who wants more than plain lines."""
    dumb = os.environ.get("TERM") == "dumb" or call.settings.accessible or call.options.plain
    return _is_terminal(sys.stderr) and not dumb


def wants_plain(call: Call) -> bool:
    """Plain lines by choice (`--plain`, `accessible`) or because nobody looks at a terminal."""
    return call.options.plain or not is_rich_terminal(call)


def can_ask(call: Call) -> bool:
    """Whether a person sits there to answer."""
    return not call.options.no_input and _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def can_open_editor(call: Call) -> bool:
    """Whether an editor can take over the terminal."""
    return can_ask(call) and _is_terminal(sys.stdout)


def show(blocks: Iterable[Block], call: Call) -> None:
    """Print a document to stdout: with Rich on a terminal, else as plain lines.

    What asks for a call must not scroll away: the last line says a red flag again, and what is less
    grave where the terminal cannot hold the whole.
    """
    document = tuple(blocks)
    document += tuple(Say(block.verdict, block.role) for block in document if isinstance(block, Alarm))
    if wants_plain(call):
        from meso_cli.views.plain import plain

        text = plain(document)
        if is_on_stdout():
            from shutil import get_terminal_size

            is_long = broken(text).count("\n") >= get_terminal_size().lines
            text = broken(plain((*document, *_again(document, is_long))))
        write(text)
        return
    from rich.console import Console

    from meso_cli.views.terminal import drawn

    # Every text is one, never markup; looking for some would load a table of emoji.
    console = Console(
        no_color=True if call.options.no_color else None, highlight=False, markup=False, emoji=False
    )
    airy = console.height >= _ROOMY
    drawing = drawn(document, airy=airy)
    if _again(document, is_long=True):
        is_long = len(console.render_lines(drawing, pad=False)) >= console.height
        drawing = drawn((*document, *_again(document, is_long)), airy=airy)
    console.print(drawing, crop=not _has_address(document))  # which is copied whole, longer than a line


def _has_address(document: Iterable[Block]) -> bool:
    rows = (row for block in document if isinstance(block, Section) for row in block.rows)
    return any(row.text.startswith(("http://", "https://")) for row in rows)


def _again(document: tuple[Block, ...], is_long: bool) -> tuple[Block, ...]:
    """The gravest warning in one line, where what stands above may be out of sight."""
    from meso_cli.views.warnings import reminder

    if not is_long or any(isinstance(block, Alarm) for block in document):
        return ()
    line = reminder(document)
    return (line,) if line else ()


def broken(text: str) -> str:
    """Lines broken between words for the terminal that shows them; as they are in a pipe."""
    if not is_on_stdout():
        return text
    import shutil
    import textwrap

    width = max(_NARROWEST, shutil.get_terminal_size().columns)
    parts = (
        textwrap.wrap(
            line, width, subsequent_indent=_hanging(line), break_long_words=False, break_on_hyphens=False
        )
        or [""]
        for line in text.split("\n")
    )
    return "\n".join(line for part in parts for line in part)


def _hanging(line: str) -> str:
    """Where a broken line goes on: below its own text."""
    text = line.lstrip(" ")
    return " " * (len(line) - len(text) + (2 if text.startswith("- ") else 0))


def write(text: str) -> None:
    """Text to stdout, line by line fit to show; what its encoding lacks is replaced, never an error."""
    if sys.stdout is None:  # closed before we were started
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    text = visible_lines(text)
    if not _can_show(text):
        text = text.translate(_PLAINER)
    write_bytes(text.encode(sys.stdout.encoding or "utf-8", "replace"))


def write_document(text: str) -> None:
    """A document of a form that is UTF-8 by its own rules (JSON, HTML, TOML), whatever stdout's encoding.

    A terminal gets it as any text: there it is looked at, not kept.
    """
    if is_on_stdout():
        write(text)
    else:
        write_bytes(visible_lines(text).encode("utf-8", "replace"))


def _can_show(text: str) -> bool:
    """Whether stdout has letters for all of it."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def write_bytes(data: bytes) -> None:
    """All of `data` to stdout: unbuffered, or on a pipe that does not wait, a write may take a part."""
    if sys.stdout is None:  # closed before we were started
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.flush()
    left = memoryview(data)
    while left:
        try:
            written = sys.stdout.buffer.write(left)
        except BlockingIOError as error:
            written = error.characters_written
        if not written:
            _wait_for_reader()
        left = left[written or 0 :]
    _flush()


def _flush() -> None:
    while True:
        try:
            sys.stdout.flush()
        except BlockingIOError:
            _wait_for_reader()
        else:
            return


def _wait_for_reader() -> None:
    import select  # only on a pipe that does not wait

    select.select([], [sys.stdout], [])


def remark(sentence: str) -> None:
    """A message beside the data, to stderr; where that is closed or refuses it, to nobody."""
    if sys.stderr is None:  # `print` would turn to stdout
        return
    try:
        print(fitted(sentence), file=sys.stderr, flush=True)  # noqa: T201  # messages have no other way out
    except OSError:
        abandon(sys.stderr)


def abandon(stream: Any) -> None:
    """Points an output at nothing: what could not be written would fail again at exit, as code 120."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return


def fitted(message: str) -> str:
    """A message fit to show, wrapped between words where a terminal shows it; one line in a pipe."""
    message = visible_lines(message)
    if not _is_terminal(sys.stderr):
        return message
    import shutil
    import textwrap

    width = max(_NARROWEST, shutil.get_terminal_size().columns)
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in message.split("\n")
    )


def ask(question: str, call: Call, instead: str) -> str:
    """A person's answer on the terminal, empty for Enter; `instead` is the flag that answers it too.

    Raises `EOFError` or `KeyboardInterrupt` where they leave.
    """
    if not can_ask(call):
        raise NeedsInput(f"{question} cannot be asked here; give {instead}.")
    prompt(question)
    try:
        answer = input().strip()
    except (KeyboardInterrupt, EOFError):
        echo("\n")  # the question's own line is still open
        raise
    call.waited()
    return answer


def prompt(question: str) -> None:
    """A question that waits for its answer on the same line, broken between words alone."""
    asked = fitted(f"{question}:") + " "
    print(asked, end="", file=sys.stderr, flush=True)  # noqa: T201  # beside the data


def echo(typed: str) -> None:
    """What a person types, where the terminal does not show it by itself."""
    print(typed, end="", file=sys.stderr, flush=True)  # noqa: T201  # beside the data


def sure(question: str, call: Call, *, yes: bool) -> None:
    """Nothing happens without a yes: typed, or given as --yes. Raises `NeedsInput` otherwise."""
    if yes:
        return
    if not can_ask(call):
        raise NeedsInput(f"{question} Say so with --yes.")
    if ask(f"{question} Type yes", call, "--yes").lower() not in ("yes", "y"):
        raise NeedsInput("Nothing was changed.")


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]  # None or a closed stream has no terminal
    except (AttributeError, ValueError):
        return False
