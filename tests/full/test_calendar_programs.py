"""A calendar program takes the file in twice, around a corrected time: moved, not doubled."""

import os
import subprocess
from pathlib import Path

from tests.conftest import World
from tests.full.outside import programs

CONFIG = """\
[calendars]
[[care]]
path = {folder}/care
type = calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
[sqlite]
path = {folder}/khal.db
"""


class Khal:
    """A khal of its own, with one calendar."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "khal.conf").write_text(CONFIG.format(folder=folder))
        (folder / "care").mkdir()

    def __call__(self, *words: str) -> list[str]:
        program = programs("khal", "khal>=0.13") / "khal"
        done = subprocess.run(
            [program, "-c", self.folder / "khal.conf", *words],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
        )
        return done.stdout.splitlines()

    def take_in(self, file: Path) -> None:
        """As a person does who presses yes."""
        self("import", "--batch", "-a", "care", str(file))

    def events(self) -> list[str]:
        """Each event of the follow-up with its begin, a check-in once a day."""
        return self("list", "--format", "{start} {title}", "--day-format", "", "2026-03-01", "60d")


def test_khal_moves_what_was_corrected(world: World) -> None:
    """The treatment was four hours earlier: so are its dates, and as many as before."""
    world.meso("start", "--device", "pen", "--depth", "0.5", "--skin-type", "2")
    khal, file = Khal(world.folder), world.folder / "care.ics"
    assert world.meso("calendar", "--detailed", "-o", str(file)).code == 0
    khal.take_in(file)
    before = khal.events()
    assert "2026-03-04 14:00 Makeup: time is up, check first" in before
    assert len([line for line in before if line.endswith("Check-in: how is your skin?")]) == 29
    khal.take_in(file)
    assert khal.events() == before
    world.at(hours=1).meso("edit", "t1", "--at", "today 10:00")
    assert world.meso("calendar", "--detailed", "-o", str(file), "--force").code == 0
    khal.take_in(file)
    after = khal.events()
    assert len(after) == len(before)
    assert "2026-03-04 10:00 Makeup: time is up, check first" in after
    assert "2026-03-04 14:00 Makeup: time is up, check first" not in after
    assert len([line for line in after if "Check-in" in line]) == 29
