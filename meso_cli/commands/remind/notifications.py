"""A message on the desktop, and which ones were shown."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from meso_cli.commands.support.call import Call
from meso_cli.errors import SystemRefused
from meso_cli.recovery.reminders import Reason
from meso_cli.store.errors import translated
from meso_cli.store.filenames import reminded

_PATIENCE = 20
"""Seconds that a desktop has to take a message."""
_APPLE = 'on run {what}\ndisplay notification what with title "Care"\nend run'
_MOST_KEPT = 4096


def not_told(found: Sequence[Reason], call: Call) -> tuple[Reason, ...]:
    """The reasons that nobody was told of yet."""
    told = _told(reminded(call.path))
    return tuple(reason for reason in found if reason.key not in told)


def notify(sentences: Sequence[str]) -> None:
    """Shows them on the desktop; `SystemRefused` where nothing can."""
    for sentence in sentences:
        command = _command(sentence)
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            done = None
        if done is None or done.returncode:
            raise SystemRefused(f"{command[0]} could not show a message", "Is a desktop running?")


def refuse_unkept(call: Call) -> None:
    """`SystemRefused` where it could not be kept that something was told; what is kept stays as it is."""
    _opened(call, 0).close()


def remember(found: Sequence[Reason], call: Call) -> None:
    """Keeps what was told, by kinds and times alone, in a private file beside the records."""
    with translated(reminded(call.path), (OSError,)), _opened(call, os.O_TRUNC) as opened:
        opened.writelines(f"{reason.key}\n" for reason in found)


def _opened(call: Call, more: int) -> TextIO:
    file = reminded(call.path)
    with translated(file, (OSError,)):
        flags = os.O_WRONLY | os.O_CREAT | more | getattr(os, "O_NOFOLLOW", 0)
        return os.fdopen(os.open(file, flags, 0o600), "w", encoding="utf-8")


def _told(file: Path) -> frozenset[str]:
    """What was told; nothing where that cannot be read."""
    try:
        with file.open("rb") as opened:
            return frozenset(opened.read(_MOST_KEPT).decode("utf-8", "replace").splitlines())
    except OSError:
        return frozenset()


def _command(sentence: str) -> list[str]:
    if program := shutil.which("notify-send"):
        return [program, "--app-name=Care", "Care", sentence]
    if program := shutil.which("osascript"):
        return [program, "-e", _APPLE, sentence]
    raise SystemRefused(
        "There is no program here that shows messages (notify-send, osascript)",
        "use --check alone: its line and its exit code 20 say the same",
    )
