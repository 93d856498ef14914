"""Words from outside that would act on a terminal: no reading command lets one of them through."""

import datetime as dt
import io
import json
import os
import re
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing

import pexpect
import pytest

from meso_cli.__main__ import main
from meso_cli.commands.support import clock
from meso_cli.text import REPLACEMENT, is_unfit
from tests.conftest import PATIENCE, World

PAYLOADS = {
    "clear the screen": "\x1b[2J",
    "blink": "\x1b[7;5m",
    "title": "\x1b]0;x\x07",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "link": "\x1b]8;;https://example.org\x1b\\",
    "device control": "\x1bP+q\x1b\\",
    "C1 control sequence": "\x9b2J",
    "C1 strings": "\x90 \x9d",
    "delete": "\x7f",
    "backspaces": "\x08\x08",
    "form feed": "\x0c",
    "override": "\u202e",
    "isolate": "\u2066",
    "mark": "\u200f",
    "separators": "\u2028 \u2029",
    "no width": "\u200b\ufeff",
    "soft hyphen": "\u00ad",
    "tags": "\U000e0041",
    "private": "\ue000\U000f0000",
}
EVIL = "EVIL" + "|".join(PAYLOADS.values())
# What TOML can hold: JSON's pairs of surrogates are none of its escapes.
SPOKEN = "".join(char for char in EVIL if ord(char) <= 0xFFFF)
COLOUR = re.compile("\x1b\\[[0-9;]*m")

COMMANDS = (
    "status",
    "status --all",
    "status --brief",
    "status --json",
    "history",
    "history t1",
    "history 1",
    "history --json",
    "can",
    "can makeup",
    "can makeup --json",
    "can sauna",
    f"can {EVIL}",
    "can --ingredients",
    "why makeup",
    "why pus",
    "plan",
    "plan --json",
    "guide",
    "guide --day 3",
    "urgent",
    "config",
    "config area",
    "config --json",
    "paths",
    "paths --json",
    "restore",
    "restore --json",
    "doctor",
    "doctor --json",
    "export",
    "export --format fhir",
    "report --format markdown",
    "calendar",
    "calendar --detailed",
)
ON_A_TERMINAL = (*COMMANDS, "export --format csv", "export --format csv --for-spreadsheet")
# Every call of a list in one process, as nothing here depends on a new start.
EACH = """
import datetime as dt
import io
import json
import sys
from zoneinfo import ZoneInfo
from meso_cli.cli.app import app
from meso_cli.__main__ import main
from meso_cli.commands.support import clock
now = dt.datetime.fromisoformat(sys.argv[1]).astimezone(ZoneInfo("Europe/Berlin"))
clock.now = lambda: now
for words in json.loads(sys.argv[2]):
    try:
        app(words, prog_name="meso")
    except SystemExit:
        pass
"""


def words_of(line: str) -> list[str]:
    """A command of the table as a shell would hand it over."""
    command, evil, _ = line.partition(EVIL)
    return [*command.split(), *([EVIL] if evil or command.endswith("ingredients") else [])]


@pytest.fixture
def spiteful(world: World) -> World:
    """Such words wherever a record, a plan, a name of a file or a setting can hold some."""
    world.config = world.folder / f"{EVIL.replace('/', '')}.toml"
    os.environ["MESO_CONFIG"] = world.environment["MESO_CONFIG"] = str(world.config)
    world.config.write_text(f"{json.dumps(SPOKEN)} = 1\narea = {json.dumps(SPOKEN)}\n", "utf-8")
    fields = ("--practitioner", "--phone", "--out-of-hours", "--product", "--note")
    words = [part for field in fields for part in (field, EVIL)]
    plan = world.folder / "clinic.toml"
    plan.write_text(world.meso("plan", "example").out, "utf-8")
    calls = (
        ("start", "--device", "pen", *words, "--plan", str(plan)),
        ("log", "pus", "redness=2", "--note", EVIL),
        ("log", "--told", EVIL, "--about", "pus"),
        ("plan", "set", "makeup", "12h", "--by", EVIL, "--note", EVIL),
        ("backup",),
    )
    for call in calls:
        answer = world.meso(*call)
        assert answer.code == 0, answer.err
    spoil(world)
    return world


def spoil(world: World) -> None:
    """What no command would let in, but another program can write."""
    with closing(sqlite3.connect(world.database)) as connection, connection:
        connection.execute("UPDATE treatments SET area = ?, device = ?", (EVIL, EVIL))
        connection.execute("UPDATE acknowledgements SET warning = ?", (EVIL,))
        (document,) = connection.execute("SELECT document FROM plans").fetchone()
        spoilt = re.sub('"(Example Skin Clinic|Hair dye)"', lambda _: json.dumps(EVIL), document)
        connection.execute("UPDATE plans SET document = ?", (spoilt,))
    backups = world.database.parent / f"{world.database.name}.backups"
    (backups / f"{EVIL.replace('/', '')}.db").write_bytes(world.database.read_bytes())


def acts(text: str) -> set[str]:
    """The characters of an output that would act on a terminal."""
    return {char for char in text if is_unfit(char)} - {"\n"}


def test_no_word_from_outside_acts_in_a_pipe(spiteful: World) -> None:
    """Every reading command and the export, and what it says on stderr."""
    for line in COMMANDS:
        answer = spiteful.meso(*words_of(line))
        assert answer.code != 70, (line, answer.err)
        assert (line, acts(answer.out), acts(answer.err)) == (line, set(), set())


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_no_word_from_outside_acts_on_a_terminal(spiteful: World, term: str) -> None:
    """The same, and the table of the export, with colour and without."""
    shown = on_a_terminal(spiteful, ON_A_TERMINAL, term)
    assert f"EVIL{REPLACEMENT}[2J" in shown
    assert "\x1b[7;5m" not in shown
    assert acts(COLOUR.sub("", shown).replace("\r\n", "\n")) == set()


def on_a_terminal(world: World, lines: Iterable[str], term: str) -> str:
    """What those commands show, one after the other."""
    calls = json.dumps([words_of(line) for line in lines])
    child = pexpect.spawn(
        sys.executable,
        ["-c", EACH, world.now.isoformat(), calls],
        dimensions=(24, 80),
        env={**os.environ, **world.environment, "TERM": term},
        encoding="utf-8",
        timeout=PATIENCE,
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before)


def test_a_traceback_is_harmless(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a bug quotes of somebody's words, where --debug asks for it."""

    def broken() -> dt.datetime:
        raise RuntimeError(EVIL)

    monkeypatch.setattr(clock, "now", broken)
    err = world.meso("status", "--debug").err
    assert "RuntimeError: EVIL" in err
    assert acts(err) == set()


def test_an_answer_as_json_is_the_same_json(spiteful: World) -> None:
    """What is escaped for the terminal reads as it was written."""
    for words in (["status", "--json"], ["history", "--json"], ["plan", "--json"], ["export"]):
        assert json.dumps(EVIL)[1:-1] in json.dumps(json.loads(spiteful.meso(*words).out)), words


def test_words_in_any_script_are_not_escaped(treated: World) -> None:
    """JSON stays readable for a person: only what would act is written as an escape."""
    treated.meso("log", "--note", "gerötet, 皮膚が赤い 🙂")
    assert "gerötet, 皮膚が赤い 🙂" in treated.meso("history", "--json").out


def test_a_table_for_a_program_is_as_it_was_written(spiteful: World) -> None:
    """In a pipe the cells of a CSV hold every character; only a terminal is spared."""
    assert EVIL in spiteful.meso("export", "--format", "csv").out


@pytest.mark.parametrize("words", [["report"], ["history", "--json"], ["export"]])
def test_a_document_is_utf_8_whatever_the_terminal_was(
    treated: World, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """HTML and JSON say so themselves: bytes of another encoding would be read as other letters."""
    treated.meso("log", "--note", "gerötet")
    written = io.BytesIO()
    given = io.TextIOWrapper(written, encoding="latin-1")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", ["meso", *words])
        patch.setattr(sys, "stdout", given)
        with pytest.raises(SystemExit):
            main()
    assert "gerötet" in written.getvalue().decode("utf-8")
