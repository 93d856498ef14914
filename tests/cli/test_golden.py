"""What people see of trend, history, remind, man and help, kept as it was looked at; no line is too wide.

`MESO_GOLDEN=write pytest tests/cli/test_golden.py` writes the files again: look at what changed (`git diff`).
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.rich_utils
from rich.cells import cell_len

from meso_cli.commands.more import manual
from meso_cli.commands.support import terminal
from tests.conftest import World

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (48, 80, 120)
LINES = {
    "trend": ["trend"],
    "trend-one": ["trend", "redness"],
    "history": ["history"],
    "remind": ["remind"],
    "man": ["man", "trend"],
    "help": ["--help"],
}
NOTE = "朝から少し赤い 🙂 hot after a walk"
Shown = Callable[..., str]


KEPT: list[bytes] = []
"""The records of `told`, once they were made."""


@pytest.fixture
def told(world: World) -> World:
    """A week with a gap, a value above its course, a note in wide letters, and a treatment before it."""
    if KEPT:
        world.database.parent.mkdir(mode=0o700)
        world.database.write_bytes(KEPT[0])
        world.database.chmod(0o600)
        return world.at(days=46, hours=5)
    world.meso("start", "--device", "pen", "--depth", "1.0", "--skin-type", "2", "--area", "face")
    for hours, words in (
        (4, ["redness=3", "swelling=2", "warmth=1", "--note", NOTE]),
        (20, ["redness=2", "swelling=1", "warmth=0", "pain=0"]),
        (70, ["redness=1", "flaking=2"]),
    ):
        world.at(hours=hours).meso("log", *words)
    world.meso("end", "--yes")
    world.at(days=40).meso("start", "--device", "roller", "--depth", "0.5", "--skin-type", "2")
    for day, words in (
        (0, ["redness=3", "pain=1"]),
        (1, ["redness=2", "pain=0"]),
        (4, ["itching=2", "redness=2"]),
    ):
        world.at(days=40 + day, hours=2).meso("log", *words, "--note", NOTE)
    KEPT.append(world.database.read_bytes())
    return world.at(days=46, hours=5)


@pytest.fixture
def shown(told: World, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """What a call shows on a terminal so wide that knows colours, but no program that reads manuals."""
    monkeypatch.setattr(terminal, "is_on_stdout", lambda: True)
    monkeypatch.setattr(manual, "_shown_by_man", lambda _: False)
    monkeypatch.setattr(typer.rich_utils, "FORCE_TERMINAL", True)
    for name, value in {"FORCE_COLOR": "1", "TERM": "xterm-256color", "LINES": "24"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("MESO_DB")  # help names its value

    def on(columns: int, *words: str) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        answer = told.meso(*words, *([] if "--help" in words else ["--db", str(told.database)]))
        assert answer.code == 0, answer.err
        return answer.out

    return on


def compared(name: str, text: str) -> None:
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("MESO_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8"), f"look at it, then: {__doc__}"


def bare(text: str) -> str:
    """Without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", LINES)
def test_it_looks_as_it_did_on_a_terminal(shown: Shown, name: str, columns: int) -> None:
    """To the letter and the colour."""
    compared(f"{name}-{columns}", shown(columns, *LINES[name]))


@pytest.mark.parametrize("name", LINES)
def test_it_reads_as_it_did_in_a_pipe(told: World, name: str) -> None:
    """Labelled lines, or the page's source: no sign that a terminal would act on, no box, no shade."""
    text = told.meso(*LINES[name]).out
    assert "\x1b" not in text
    assert not re.search("[─│╭╮╰╯░▌]", text)
    if name != "man":  # the page itself, which is generated
        compared(f"{name}-plain", text)


@pytest.mark.parametrize("columns", [48, 57, 80, 133, 200])
@pytest.mark.parametrize("name", LINES)
def test_no_line_is_wider_than_the_terminal(shown: Shown, name: str, columns: int) -> None:
    """In cells: letters of East Asia and emoji take two."""
    lines = bare(shown(columns, *LINES[name])).splitlines()
    assert [line for line in lines if cell_len(line) > columns] == []


def test_the_same_is_said_at_every_width(shown: Shown) -> None:
    """Numbers come from the data: a narrow terminal wraps the sentence, and changes none of it."""
    sentence = "3 to 2 over 5 days, above the usual range on day 4"
    for columns in (48, 80, 200):
        words = " ".join(bare(shown(columns, "trend", "redness")).split())
        assert sentence in words, columns


def test_without_colour_the_band_is_still_there(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR keeps the picture: the band is drawn with a sign, and the mark is one anyway."""
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(80, "trend", "redness")
    assert "░" in text
    assert re.search(r"^ +! *$", bare(text), re.MULTILINE)


@pytest.mark.parametrize("given", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {}])
def test_what_asks_for_a_call_is_said_again_at_the_end(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, given: dict[str, str]
) -> None:
    """With a screen reader, on a plain terminal, on any other: what scrolled away is the last line."""
    shown(80, "log", "fever")
    monkeypatch.setattr(terminal, "_is_terminal", lambda _: True)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("LINES", "12")
    lines = bare(shown(80, "trend", "redness")).rstrip().splitlines()
    urgent = [number for number, line in enumerate(lines) if line.startswith("URGENT: fever")]
    assert len(urgent) == 2
    assert urgent[-1] >= len(lines) - 2


@pytest.mark.parametrize(
    ("name", "encoding"), [("trend", "ascii"), ("trend", "iso8859-1"), ("help", "ascii")]
)
def test_a_terminal_without_our_letters_gets_plain_lines(told: World, name: str, encoding: str) -> None:
    """A locale that knows no Unicode costs the drawing, never the answer."""
    words = " ".join(f"'{word}'" for word in LINES[name])
    answer = told.shell(f"PYTHONIOENCODING={encoding} meso {words} | tr -d '\\200-\\377' | tail -1")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out
