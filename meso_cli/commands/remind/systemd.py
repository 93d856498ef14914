"""The timer of systemd that asks once an hour; units that somebody changed are left alone."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from meso_cli.errors import BadValue, SystemRefused
from meso_cli.export.schedules import SERVICE, TIMER, Job, is_unedited, records_of, systemd
from meso_cli.store.errors import shown, translated
from meso_cli.values import NamedTuple

_PATIENCE = 60
_WANTED = f"timers.target.wants/{TIMER}"


class Installed(NamedTuple):
    """The units that lie there: ours as we wrote them, and those that somebody changed."""

    ours: tuple[Path, ...]
    edited: tuple[Path, ...]
    records: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether both units are there as we wrote them: anything less asks nobody."""
        return {file.name for file in self.ours} == {SERVICE, TIMER}


def folder() -> Path:
    """Where a user's own units lie."""
    home = os.environ.get("XDG_CONFIG_HOME", "")
    base = Path(home) if home.startswith("/") else Path.home() / ".config"
    return base / "systemd" / "user"


def installed() -> Installed:
    """What was installed, by looking."""
    ours: list[Path] = []
    edited: list[Path] = []
    records = set()
    for name in (SERVICE, TIMER):
        file = folder() / name
        if (text := _text(file)) is not None:
            (ours if is_unedited(text) else edited).append(file)
            records.add(records_of(text))
    return Installed(tuple(ours), tuple(edited), frozenset(records))


def install(job: Job) -> tuple[Path, ...]:
    """Writes the units and starts the timer; all of it or nothing. Returns the files."""
    program = shutil.which("systemctl")
    if program is None:
        raise SystemRefused(
            "There is no systemd here, so nothing was installed",
            "meso remind --print cron (or launchd) prints what to add by hand",
        )
    before = installed()
    if before.edited:
        raise BadValue(
            f"{shown(before.edited[0])} was changed by somebody, so it is left as it is",
            "Move it away first.",
        )
    if before.records - {job.records}:
        raise BadValue(
            "A reminder is installed for other records", "meso remind --remove takes it away first"
        )
    earlier = {file: _text(file) for file in before.ours}
    texts = {folder() / name: text for name, text in systemd(job).items()}
    _write(texts)
    for words in (("daemon-reload",), ("enable", "--now", TIMER)):
        if (why := _refused(program, *words)) is not None:
            _put_back(texts, earlier)
            _refused(program, "daemon-reload")
            raise SystemRefused(f"systemd did not take the timer ({why}); nothing was installed")
    return tuple(texts)


def remove() -> Installed:
    """Stops the timer and removes the units that are as we wrote them. Returns what lay there."""
    before = installed()
    program = shutil.which("systemctl")
    if program and before.ours:
        _refused(program, "disable", "--now", TIMER)
    for file in before.ours:
        with translated(file, (OSError,)):
            file.unlink(missing_ok=True)
    if folder() / TIMER in before.ours:
        with suppress(OSError):
            (folder() / _WANTED).unlink()
    if program and before.ours:
        _refused(program, "daemon-reload")
    return before


def _write(texts: Mapping[Path, str]) -> None:
    for file, text in texts.items():
        with translated(file, (OSError,)):
            file.parent.mkdir(parents=True, exist_ok=True)
            new = file.with_name(f".{file.name}.new")
            new.write_text(text, "utf-8")
            new.replace(file)


def _put_back(written: Mapping[Path, str], earlier: Mapping[Path, str | None]) -> None:
    for file in written:
        text = earlier.get(file)
        if text is None:
            file.unlink(missing_ok=True)
        else:
            _write({file: text})


def _text(file: Path) -> str | None:
    """What stands in a unit; None where there is none."""
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None


def _refused(program: str, *words: str) -> str | None:
    """Why systemctl did not do it; None where it did."""
    try:
        done = subprocess.run(
            [program, "--user", *words], capture_output=True, check=False, timeout=_PATIENCE, text=True
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    said = (done.stderr or "").strip().splitlines()
    return None if done.returncode == 0 else said[0] if said else f"code {done.returncode}"
