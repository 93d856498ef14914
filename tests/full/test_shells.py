"""Completion where it is used: TAB is really pressed in bash, zsh and fish; `man` shows every page.

Needs bash (with bash-completion), zsh, fish, mandoc and man: `apt-get install zsh fish mandoc bash-completion
man-db`. Where one is missing these tests fail; they are not skipped.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from meso_cli.guide.files import data_folder
from tests.conftest import World

SCRIPTS = data_folder() / "completion"
PAGES = sorted((data_folder() / "man").glob("*.1"))
COLUMNS, LINES = 100, 40
PATIENCE = 20
CASES = {
    "meso log re": ["redness", "red-streaks"],
    "meso log redness=": ["0", "1", "2", "3", "4"],
    "meso log redness=2 fever=": ["yes", "no"],
    "meso can s": ["sauna", "sun", "swimming", "shaving", "sex"],
    "meso why hair": ["hair-removal", "hair-dye"],
    "meso config region g": ["gb", "gr"],
    "meso config ": ["region", "day_start", "checkin_at"],
    "meso edit ": ["1", "2", "t1"],
    "meso edit 1 sw": ["swelling="],
    "meso history t": ["t1"],
    "meso start --device r": ["roller", "rf"],
    "meso start --ar": ["--area"],
    "meso start --note 'a b' --area n": ["neck"],
    "meso plan ": ["show", "set", "load", "example"],
    "meso plan set ma": ["makeup"],
    "meso plan load cli": ["clinic.toml"],
    "meso export --format ": ["json", "csv"],
    "meso man ur": ["urgent"],
    "meso --db x.db sta": ["start", "status"],
    "meso --pl": ["--plain"],
}
"""What is typed before TAB, and what must be offered, or completed, then."""


def needed(program: str) -> str:
    """The program's place; without it these tests say nothing, so they fail."""
    found = shutil.which(program)
    assert found, f"{program} is missing: apt-get install zsh fish mandoc bash-completion man-db"
    return found


def started(shell: str, folder: Path) -> tuple[str, list[str], dict[str, str]]:
    """How each shell begins, with our script where it looks for such scripts by itself."""
    if shell == "bash":
        lazy = folder / "xdg-data" / "bash-completion" / "completions"
        lazy.mkdir(parents=True)
        shutil.copy(SCRIPTS / "meso", lazy / "meso")
        rc = folder / "bashrc"
        rc.write_text(". /usr/share/bash-completion/bash_completion\nPS1='> '\nbind 'set bell-style none'\n")
        return needed("bash"), ["--noprofile", "--rcfile", str(rc), "-i"], {}
    if shell == "zsh":
        (folder / ".zshrc").write_text(
            f"fpath=({SCRIPTS} $fpath)\nautoload -Uz compinit && compinit -u -d {folder}/dump\nPS1='> '\n"
        )
        return needed("zsh"), ["-i"], {"ZDOTDIR": str(folder)}
    lazy = folder / "xdg-config" / "fish" / "completions"
    lazy.mkdir(parents=True)
    shutil.copy(SCRIPTS / "meso.fish", lazy / "meso.fish")
    (folder / "xdg-config" / "fish" / "config.fish").write_text(
        "function fish_prompt; echo -n '> '; end\nset -g fish_greeting\n"
        "set -g fish_autosuggestion_enabled 0\n"
    )
    return needed("fish"), ["--private", "-i"], {}


class Terminal:
    """A shell on a terminal, and what a person sees of it."""

    def __init__(self, child: Any) -> None:
        self.child = child
        self.screen = pyte.Screen(COLUMNS, LINES)
        self.stream = pyte.ByteStream(self.screen)

    def press(self, keys: str, quiet: float = 0.6) -> str:
        """Types, and waits until nothing more appears; the screen then."""
        self.child.send(keys)
        last = time.monotonic()
        while time.monotonic() - last < quiet:
            try:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
                last = time.monotonic()
            except pexpect.TIMEOUT:
                continue
        return "\n".join(line.rstrip() for line in self.screen.display)


@contextmanager
def shell_of(name: str, world: World) -> Iterator[Terminal]:
    program, words, more = started(name, world.folder)
    bin = str(Path(sys.executable).parent)
    environment = {
        **os.environ, **world.environment, **more,
        "TERM": "xterm-256color", "PATH": f"{bin}:/usr/bin:/bin",
    }  # fmt: skip  # what is added, a line
    child = pexpect.spawn(
        program, words, env=environment, cwd=str(world.folder), dimensions=(LINES, COLUMNS), timeout=20
    )
    terminal = Terminal(child)
    terminal.press("", quiet=1.5)
    yield terminal
    child.close(force=True)


@pytest.fixture
def logged(treated: World) -> World:
    treated.at(hours=20).meso("log", "redness=2")
    treated.meso("log", "swelling=1")
    (treated.folder / "clinic.toml").write_text("")
    return treated


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_tab_offers_what_can_stand_there(shell: str, logged: World) -> None:
    """Each case typed, TAB pressed twice: every word that must be offered is on the screen."""
    with shell_of(shell, logged) as terminal:
        for typed, offered in CASES.items():
            terminal.press("\x15", quiet=0.2)  # an empty line
            terminal.press("clear\r", quiet=0.4)
            terminal.press(typed, quiet=0.2)
            missing, seen, tries = offered, "", PATIENCE
            while missing and (tries := tries - 1):  # a busy machine answers late
                keys = ("\t\t\t" if shell == "bash" else "\t\t") if not seen else ""
                seen = terminal.press(keys, quiet=0.4)
                missing = [word for word in offered if word not in seen.replace(f"> {typed} ", "", 1)]
            assert missing == [], f"{shell}: {typed!r} lacks {missing}:\n{seen}"
            terminal.press("\x03", quiet=0.2)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_the_manual_is_as_man_wants_it(page: Path) -> None:
    """No complaint of mandoc's, and man shows it."""
    done = subprocess.run([needed("mandoc"), "-T", "lint", page], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    shown = subprocess.run([needed("man"), str(page)], capture_output=True, text=True, check=False)
    assert shown.returncode == 0
    assert page.stem.upper() in shown.stdout
