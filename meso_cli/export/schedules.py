"""A check of the reminders each hour, as the systems that run things write it down.

Each takes the program by its absolute path: these systems know no PATH of a shell, and no setting of one.
"""

import hashlib
import shlex
from collections.abc import Mapping
from xml.sax.saxutils import escape

from meso_cli.values import NamedTuple

SERVICE, TIMER = "meso-remind.service", "meso-remind.timer"
LABEL = "local.meso.remind"
_WRITTEN = "# Written by `meso remind --install`; `meso remind --remove` takes it away. Checksum: "
_FOR = "# Records: "


class Job(NamedTuple):
    """What is to run once an hour: the program with its options, and what it must know.

    `records` is the database that it is for, `minute` when in the hour it runs, `user` whose messages a
    desktop shows (None: it is not known here).
    """

    command: tuple[str, ...]
    records: str
    environment: Mapping[str, str]
    minute: int
    user: int | None = None


def systemd(job: Job) -> dict[str, str]:
    """The two units of a user, by the names of their files."""
    known = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in job.environment.items())
    program, *options = job.command
    run = " ".join(_quoted(word).replace("$", "$$") for word in (program, *options))
    service = (
        f"{_FOR}{job.records}\n"
        "[Unit]\nDescription=Care reminder\n\n"
        # 20 says that something is due, which is no failure.
        f"[Service]\nType=oneshot\n{known}ExecStart={run}\nSuccessExitStatus=20\n"
    )
    timer = (
        f"{_FOR}{job.records}\n"
        "[Unit]\nDescription=Care reminder, once an hour\n\n"
        # What a sleeping machine missed is made up for once when it wakes.
        f"[Timer]\nOnCalendar=*-*-* *:{job.minute:02}:00\nPersistent=true\nAccuracySec=1min\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    return {name: _signed(text) for name, text in ((SERVICE, service), (TIMER, timer))}


def cron(job: Job) -> str:
    """One line of a crontab, which needs nothing of a shell's environment."""
    known = dict(job.environment)
    if job.user is not None:  # where a desktop listens for messages
        known.setdefault("DBUS_SESSION_BUS_ADDRESS", f"unix:path=/run/user/{job.user}/bus")
    given = "".join(f"{name}={shlex.quote(value)} " for name, value in known.items())
    line = f"{given}{shlex.join(job.command)} >/dev/null 2>&1"
    return f"{job.minute} * * * * {line}\n".replace("%", "\\%")


def launchd(job: Job) -> str:
    """A property list for an agent of a user."""
    words = "".join(f"    <string>{escape(word)}</string>\n" for word in job.command)
    known = "".join(
        f"    <key>{escape(name)}</key><string>{escape(value)}</string>\n"
        for name, value in job.environment.items()
    )
    given = f"  <key>EnvironmentVariables</key>\n  <dict>\n{known}  </dict>\n" if known else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
        '"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
        '<plist version="1.0">\n<dict>\n'
        f"  <key>Label</key><string>{LABEL}</string>\n"
        f"  <key>ProgramArguments</key>\n  <array>\n{words}  </array>\n{given}"
        "  <key>StartCalendarInterval</key>\n"
        f"  <dict><key>Minute</key><integer>{job.minute}</integer></dict>\n"
        "</dict>\n</plist>\n"
    )


def is_unedited(text: str) -> bool:
    """Whether a unit is as `systemd` wrote it, for whatever job."""
    first, _, rest = text.partition("\n")
    return first == _WRITTEN + _sum(rest)


def records_of(text: str) -> str:
    """The database that a unit of ours is for; empty where it says none."""
    return next((line[len(_FOR) :] for line in text.splitlines() if line.startswith(_FOR)), "")


def _signed(text: str) -> str:
    """With a first line by which a later change is seen."""
    return f"{_WRITTEN}{_sum(text)}\n{text}"


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _quoted(word: str) -> str:
    """A word in a unit: `%` and `\\` mean something there."""
    inside = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{inside}"' if inside != word or not word or set(word) & set(" \t';") else word
