"""The person's own editor, on a private file that is never lost and never left behind."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from meso_cli.commands.support import terminal
from meso_cli.errors import BadValue, MesoError, NeedsInput, SystemRefused
from meso_cli.store.errors import translated
from meso_cli.store.filenames import DRAFT_FOLDER
from meso_cli.text import visible

FALLBACK = "notepad" if os.name == "nt" else "vi"


def editor() -> list[str]:
    """The words of $VISUAL or $EDITOR, else an editor that every system has, if it is there."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(name, ""), posix=os.name == "posix")
        except ValueError as error:
            raise SystemRefused(
                f"${name} cannot be read as a command ({error}). Nothing was changed."
            ) from error
        if words:
            return words
    if shutil.which(FALLBACK):
        return [FALLBACK]
    raise NeedsInput(
        "There is no editor to open: name yours in EDITOR, or say what to correct: meso edit 12 redness=1"
    )


@contextmanager
def draft(database: Path, name: str, text: str, is_same: Callable[[str], bool]) -> Iterator[Path]:
    """A file `name` with `text`, 0600 in a new folder of its own (0700) beside the database.

    It is the database's by its name (`meso.db.edit-...`), so that `wipe` finds what was kept. Both
    are removed at the end; but where an error ends it, and `is_same` does not recognise what stands
    in the file, that is kept and the error says where.
    """
    folder = database.absolute().parent
    with translated(folder):
        private = Path(tempfile.mkdtemp(prefix=DRAFT_FOLDER.named(database, ""), dir=folder))
        file = private / name
        _create(file, text)
    try:
        yield file
    except BaseException as error:
        if _holds_nothing_new(file, is_same):
            shutil.rmtree(private, ignore_errors=True)
        else:
            _keep(file, error)
        raise
    shutil.rmtree(private, ignore_errors=True)


def open_in(words: list[str], file: Path) -> str:
    """Let a person edit the file; returns its text when the editor is closed.

    Raises `SystemRefused` where the editor cannot be started or says that it failed.
    """
    name = visible(words[0], 60)
    try:
        code = _run([*words, str(file)])
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SystemRefused(
            f"The editor '{name}' could not be started ({why}). Nothing was changed."
        ) from error
    if code:
        raise SystemRefused(f"The editor '{name}' ended with an error ({code}). Nothing was changed.")
    return text_of(file)


def _run(words: list[str]) -> int:
    """Runs the editor to its end; ^C and a closed terminal are its own, so that the draft is seen to.

    Handlers, not SIG_IGN: that one the editor would inherit.
    """
    before = {signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None)}
    try:
        with subprocess.Popen(words) as process:
            if hasattr(signal, "SIGHUP"):  # not on Windows
                before[signal.SIGHUP] = signal.signal(
                    signal.SIGHUP, lambda *_: process.send_signal(signal.SIGHUP)
                )
            return process.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def text_of(file: Path) -> str:
    """The text of a draft, in Unix lines; Notepad's mark at the start is dropped."""
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadValue("What the editor saved is not UTF-8 text; nothing was changed.") from error
    except OSError as error:
        raise SystemRefused("The editor left no file behind; nothing was changed.") from error


def put(file: Path, text: str) -> None:
    """Write a draft again."""
    with translated(file):
        file.write_text(text, "utf-8", newline="")


def _create(file: Path, text: str) -> None:
    file.touch(0o600, exist_ok=False)
    file.write_text(text, "utf-8", newline="")


def _holds_nothing_new(file: Path, is_same: Callable[[str], bool]) -> bool:
    try:
        return is_same(text_of(file))
    except MesoError:
        return not file.exists()  # unreadable as text is somebody's all the same


def _keep(file: Path, error: BaseException) -> None:
    with suppress(OSError):
        file.chmod(0o600)  # an editor that writes a new file may have widened it
    where = f"What you typed is kept in {visible(str(file))}"
    if isinstance(error, MesoError):
        error.outcome = f"{error.outcome} {where}".lstrip()
    else:
        terminal.remark(f"meso: {where}")
