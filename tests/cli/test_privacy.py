"""What a person writes stays on the machine: no socket, no word of a note in any error."""

import os
import random
import subprocess
import sys

import pytest

from meso_cli.guide.files import data_folder
from tests.conftest import World

WATCHED = """
import sys
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        sys.stderr.write(f"NETWORK {event}\\n")
        sys.stderr.flush()
        import os
        os._exit(99)
sys.addaudithook(watch)
from meso_cli.__main__ import main
main()
"""
"""A call in which any use of the network ends the process with 99."""

EXAMPLE = str(data_folder() / "plans" / "example.toml")
LINES: dict[str, list[list[str]]] = {
    "start": [["start", "yesterday 08:00", "--device", "pen"]],
    "log": [["log", "redness=2", "fever=38.5", "--note", "SECRET"], ["log", "--none"]],
    "status": [["status"], ["status", "--json"], ["status", "--brief"], ["status", "--check"]],
    "can": [["can", "swim"], ["can"], ["can", "--ingredients", "aqua, retinol"]],
    "why": [["why", "redness"], ["why", "fever"]],
    "guide": [["guide"], ["guide", "--week"]],
    "urgent": [["urgent"]],
    "history": [["history"], ["history", "--json"]],
    "trend": [["trend"], ["trend", "redness", "--json"]],
    "plan": [
        ["plan", "set", "makeup", "12h"],
        ["plan", "load", EXAMPLE],
        ["plan", "sheet", EXAMPLE, "-o", "sheet.html"],
        ["plan"],
        ["plan", "clear", "makeup"],
    ],
    "edit": [["edit", "1", "redness=1"], ["edit", "t1", "--depth", "1.0"]],
    "delete": [["delete", "2"]],
    "undo": [["undo"]],
    "redo": [["redo"]],
    "end": [["end", "--yes"]],
    "report": [["report", "-o", "report.html"], ["report", "--format", "markdown"]],
    "calendar": [["calendar", "-o", "care.ics"], ["calendar", "--detailed"]],
    "export": [["export", "-o", "all.json"], ["export", "--format", "csv"], ["export", "--format", "fhir"]],
    "import": [["import", "all.json"], ["import", "all.json", "--dry-run"]],
    "backup": [["backup"]],
    "restore": [["restore"]],
    "doctor": [["doctor"], ["doctor", "--fix"]],
    "paths": [["paths"]],
    "remind": [["remind"], ["remind", "--check"], ["remind", "--print", "cron"]],
    "config": [["config"], ["config", "region", "gb"], ["config", "region", "--unset"]],
    "completion": [["completion", "zsh"], ["completion", "entries"]],
    "man": [["man"], ["man", "log"]],
    "demo": [["demo"]],
    "wipe": [["wipe", "--yes"]],
}


def watched(world: World, words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        capture_output=True,
        text=True,
        env={**os.environ, **world.environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_no_command_opens_a_socket(world: World) -> None:
    """Every command (tests/test_recipes.py), run for real: the interpreter itself would tell."""
    for words in (words for lines in LINES.values() for words in lines):
        done = watched(world, words)
        assert done.returncode != 99, (words, done.stderr)
        assert done.returncode in (0, 1, 10, 11, 12), (words, done.stderr)


def test_the_watch_would_see_one() -> None:
    """The watch of the test above catches a socket."""
    code = WATCHED.replace(
        "from meso_cli", "import socket; socket.socket().connect(('127.0.0.1', 9))\nfrom meso_cli"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, "NETWORK socket." in done.stderr) == (99, True)


SECRET = "SECRET-WORDS"


@pytest.mark.parametrize(
    "words",
    [
        ["log", "redness=9", "--note", SECRET],
        ["log", "redness=1", "--note", SECRET, "--at", "tomorrow 9am"],
        ["log", "pus", "rednes=1", "--note", SECRET],
        ["log", "--note", SECRET, "--treatment", "t9"],
        ["log", "--note", SECRET, "--nonsense"],
        ["start", "--note", SECRET, "--depth", "99"],
        ["edit", "1", "--note", SECRET, "redness=9"],
        ["edit", "9", "--note", SECRET],
        ["plan", "set", "makup", "12h", "--note", SECRET],
        ["plan", "set", "makeup", "12", "--by", SECRET, "--note", SECRET],
        ["edit", "t1", "--note", SECRET, "--depth", "99"],
    ],
)
@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_no_error_holds_a_note(treated: World, words: list[str], debug: list[str]) -> None:
    """Errors are copied into mails and bug reports."""
    treated.at(hours=3).meso("log", "redness=1")
    answer = treated.meso(*words, *debug)
    assert answer.code != 0
    assert SECRET not in answer.out + answer.err


def test_no_traceback_holds_a_note(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug of ours, with --debug: the traceback shows our lines, not what was typed."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("meso_cli.commands.daily.log.record_entry", broken)
    answer = treated.meso("log", "--note", SECRET, "--debug")
    assert (answer.code, "ZeroDivisionError" in answer.err) == (70, True)
    assert SECRET not in answer.out + answer.err


def test_a_damaged_file_tells_nothing_of_itself(treated: World) -> None:
    """Neither the refusal nor the doctor quotes what lies in the file."""
    for number in range(30):
        treated.meso("log", "--note", f"{SECRET} {number} " + "x" * 1000)
    spoiled = bytearray(treated.database.read_bytes())
    chance = random.Random(3)
    for place in range(20_000, len(spoiled), 4096):
        spoiled[place : place + 40] = chance.randbytes(40)
    for cut in (len(spoiled), len(spoiled) // 2):
        treated.database.write_bytes(spoiled[:cut])
        for words in (["status"], ["history"], ["export"], ["doctor"], ["log", "water"], ["undo"]):
            answer = treated.meso(*words, "--debug")
            assert SECRET not in answer.err
            if words[0] not in ("history", "export"):
                assert SECRET not in answer.out


PLUGIN = """
import pathlib
pathlib.Path("plugin-was-here").touch()
"""


def test_no_other_package_runs_beside_the_records(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any installed package may be a plugin of sqlite-utils: none is loaded where records are open."""
    site = world.folder / "site"
    (site / "plugin-1.dist-info").mkdir(parents=True)
    (site / "plugin-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: plugin\nVersion: 1\n")
    (site / "plugin-1.dist-info" / "entry_points.txt").write_text("[sqlite_utils]\nplugin = a_plugin\n")
    (site / "a_plugin.py").write_text(PLUGIN)
    monkeypatch.setitem(world.environment, "PYTHONPATH", str(site))
    for words in (["start", "yesterday 08:00"], ["log", "redness=1"], ["doctor"], ["restore"]):
        assert world.process(*words).code == 0
    assert not (world.folder / "plugin-was-here").exists()
