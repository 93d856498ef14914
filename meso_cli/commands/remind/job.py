"""What a schedule runs: this very program, for these records."""

import os
import shutil
import sys
from pathlib import Path

from meso_cli.commands.support import paths
from meso_cli.commands.support.call import Call
from meso_cli.errors import BadValue
from meso_cli.export.schedules import Job
from meso_cli.store.errors import shown

_KEPT = ("MESO_CHECKIN_AT", "MESO_DAY_START", "TZ")
"""What of the environment decides when something is due."""
_MINUTE = 60
_MODULE = "meso_cli"


def job(call: Call) -> Job:
    """The check of each hour; `BadValue` for a path that no schedule can hold."""
    records = str(Path(call.path).absolute())
    command = (*_program(), "remind", "--check", "--notify", "--db", records)
    # Whatever of today's environment told where the files lie, a schedule will not know it.
    known = {"MESO_CONFIG": str(paths.config_file().absolute())}
    known |= {name: os.environ[name] for name in _KEPT if os.environ.get(name)}
    for word in (*command, *known.values()):
        if not word.isprintable():
            raise BadValue(f"{shown(Path(word))} has a name that no schedule can hold; rename it.")
    minute = int(call.settings.checkin_at.total_seconds()) // _MINUTE % _MINUTE
    return Job(command, records, known, minute, os.getuid() if hasattr(os, "getuid") else None)


def _program() -> tuple[str, ...]:
    """How this program is started, whatever the PATH is then."""
    called = Path(sys.argv[0])
    found = shutil.which(sys.argv[0]) if called.stem == "meso" else None
    return (str(Path(found).absolute()),) if found else (sys.executable, "-m", _MODULE)
