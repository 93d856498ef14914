"""Other people's programs, each in an environment of its own, so that none of them mixes with ours."""

import os
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path
from tempfile import mkdtemp


@cache
def programs(name: str, *packages: str) -> Path:
    """The folder of the programs that these packages bring: made once a run.

    With `MESO_OUTSIDE` set to a folder it is made there and found there the next time.
    """
    root = Path(os.environ.get("MESO_OUTSIDE") or mkdtemp(prefix="meso-outside-"))
    home = root / name
    if not home.exists():
        venv.create(home, with_pip=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *packages], check=True, stdout=sys.stderr)
    return home / "bin"
