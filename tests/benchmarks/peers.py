"""Other programs that keep a log on the command line, each with 10,000 entries, where they are installed."""

import datetime as dt
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ENTRIES = 10_000
OPEN = 20
"""Of tasks that are listed whole so many are still to do: no more than a screen shows."""
BEGUN = dt.datetime(2026, 1, 1, 8, 0, tzinfo=dt.UTC)
Environment = dict[str, str]


class Peer(NamedTuple):
    """A program, what is asked of it, and what writes its entries and settings into a folder."""

    name: str
    command: tuple[str, ...]
    fill: Callable[[Path], Environment]

    def prepared(self, folder: Path) -> tuple[list[str] | None, Environment]:
        """The command and the environment that it needs; None where the program is not installed."""
        if shutil.which(self.command[0]) is None:
            return None, {}
        own = folder / self.name
        own.mkdir()
        return list(self.command), self.fill(own)


def _moments() -> list[dt.datetime]:
    return [BEGUN + dt.timedelta(minutes=20 * number) for number in range(ENTRIES)]


def _watson(folder: Path) -> Environment:
    frames = [
        [int(at.timestamp()), int(at.timestamp()) + 600, "care", f"{number:032x}", [], int(at.timestamp())]
        for number, at in enumerate(_moments())
    ]
    (folder / "frames").write_text(json.dumps(frames), "utf-8")
    return {"WATSON_DIR": str(folder)}


def _jrnl(folder: Path) -> Environment:
    journal, config = folder / "journal.txt", folder / "jrnl" / "jrnl.yaml"
    journal.write_text("".join(f"[{at:%Y-%m-%d %H:%M}] Redness 2.\n\n" for at in _moments()), "utf-8")
    config.parent.mkdir()
    config.write_text(
        f"journals:\n  default:\n    journal: {journal}\ndefault_hour: 9\ndefault_minute: 0\nencrypt: false\n"
        "editor: ''\nhighlight: true\nlinewrap: 79\ntagsymbols: '@'\ntemplate: false\n"
        "timeformat: '%F %r'\nversion: v4.2\n",
        "utf-8",
    )
    return {"XDG_CONFIG_HOME": str(folder)}


def _calendar(folder: Path, component: str) -> Path:
    """A folder of calendar files, an entry each."""
    entries = folder / "care"
    entries.mkdir()
    for number, at in enumerate(_moments()):
        when = f"{at:%Y%m%dT%H%M%SZ}"
        state = "NEEDS-ACTION" if number >= ENTRIES - OPEN else "COMPLETED"
        due = f"DUE:{when}\r\nSTATUS:{state}\r\n"
        own = f"DTSTART:{when}\r\nDURATION:PT10M\r\n" if component == "VEVENT" else due
        (entries / f"{number}.ics").write_text(
            f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:{component}\r\nUID:{number}\r\n"
            f"DTSTAMP:{when}\r\n{own}SUMMARY:Redness 2\r\nEND:{component}\r\nEND:VCALENDAR\r\n",
            "utf-8",
        )
    return entries


def _todoman(folder: Path) -> Environment:
    _calendar(folder, "VTODO")
    settings = folder / "todoman"
    settings.mkdir()
    (settings / "config.py").write_text(f'path = "{folder}/*"\ndefault_list = "care"\n', "utf-8")
    return {"XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}


def _khal(folder: Path) -> Environment:
    entries = _calendar(folder, "VEVENT")
    settings = folder / "khal"
    settings.mkdir()
    (settings / "config").write_text(
        f"[calendars]\n[[care]]\npath = {entries}\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {folder / 'khal.db'}\n",
        "utf-8",
    )
    return {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}


def _taskwarrior(folder: Path) -> Environment:
    import subprocess

    environment = {"TASKRC": str(folder / "taskrc"), "TASKDATA": str(folder / "data")}
    (folder / "taskrc").write_text(f"data.location={folder / 'data'}\nconfirmation=off\n", "utf-8")
    (folder / "data").mkdir()
    tasks = [
        {"description": f"Redness 2, {number}", "entry": f"{at:%Y%m%dT%H%M%SZ}"}
        for number, at in enumerate(_moments())
    ]
    (folder / "tasks.json").write_text(json.dumps(tasks), "utf-8")
    subprocess.run(
        ["task", "import", folder / "tasks.json"],
        check=True,
        env={**os.environ, **environment},  # without a HOME it crashes
        capture_output=True,
    )
    return environment


PEERS = (
    Peer("taskwarrior", ("task", "next"), _taskwarrior),
    Peer("todoman", ("todo", "list"), _todoman),
    Peer("khal", ("khal", "list", "2026-01-02", "1d"), _khal),
    Peer("jrnl", ("jrnl", "-n", "10"), _jrnl),
    Peer("watson", ("watson", "log", "--no-pager", "--from", "2026-01-02", "--to", "2026-01-02"), _watson),
)
