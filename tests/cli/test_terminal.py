"""What a person sees on a real terminal: it fits, it is calm, it asks when it must."""

import os
import re
import sys

import pexpect
import pyte
import pytest

from tests.conftest import World

BOXES = re.compile("[\u2500-\u259f]")
STEPS = [
    ("20", "redness=2 swelling=1 tightness=1 fever=no pus=no"),
    ("44", "redness=1 swelling=0 flaking=1 fever=no pus=no scabs=0 open-sore=no"),
]


def spawn(world: World, *words: str, rows: int = 24, columns: int = 80, **environment: str) -> pexpect.spawn:
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")
    }
    return pexpect.spawn(
        sys.executable,
        ["-m", "meso_cli", *words],
        dimensions=(rows, columns),
        env={**inherited, **world.environment, "TERM": "xterm-256color", **environment},
        encoding="utf-8",
        timeout=20,
    )


def output(world: World, *words: str, **options: object) -> str:
    child = spawn(world, *words, **options)  # type: ignore[arg-type]
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    return child.before


def ordinary(world: World) -> World:
    """Two check-ins of an ordinary day 2, all known about the treatment; the real clock."""
    facts = ["--device", "pen", "--depth", "1.0", "--skin-type", "2", "--area", "face"]
    assert world.process("start", "2 days ago 00:30", *facts).code == 0
    for hours, words in STEPS:
        back = f"{46 - int(hours)} h ago"
        assert world.process("log", *words.split(), "--at", back).code in (0, 2)
    return world


def test_an_ordinary_day_fits_a_small_terminal(world: World) -> None:
    """80 by 24: the whole status with the prompt below it, no line beyond the width."""
    text = output(ordinary(world), "status")
    screen = pyte.Screen(80, 60)
    pyte.Stream(screen).feed(text)
    lines = [line.rstrip() for line in screen.display]
    while lines and not lines[-1]:
        lines.pop()
    assert len(lines) <= 23, "\n".join(lines)
    assert lines[0].startswith("Day 2")
    assert any(line.startswith("Not yet, until") for line in lines)


def test_a_large_terminal_gets_room(world: World) -> None:
    """120 by 40: blank lines between the parts."""
    text = output(ordinary(world), "status", rows=40, columns=120)
    assert "\r\n\r\n" in re.sub("\x1b\\[[0-9;]*m", "", text)


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["--plain", "status"], {}),
        (["status", "--plain"], {}),
        (["status"], {"TERM": "dumb"}),
        (["status"], {"ACCESSIBLE": "1"}),
    ],
)
def test_plain_output_is_text_alone(world: World, words: list[str], environment: dict[str, str]) -> None:
    """No escape sequence, no box, and the same text as in a pipe."""
    text = output(ordinary(world), *words, **environment).replace("\r\n", "\n")
    assert "\x1b" not in text
    assert not BOXES.search(text)
    headings = [line for line in text.splitlines() if line.endswith(":")]
    piped = world.process("status").out
    assert headings == [line for line in piped.splitlines() if line.endswith(":")]


def test_no_color_keeps_the_layout_without_colour(world: World) -> None:
    """NO_COLOR and --no-color: no colour code, but the terminal's layout."""
    ordinary(world)
    for words, environment in ((["status"], {"NO_COLOR": "1"}), (["status", "--no-color"], {})):
        text = output(world, *words, **environment)
        assert not re.search("\x1b\\[[0-9;]*3[0-7]m", text)
        assert "\x1b[1" in text  # bold stays, and the two columns do


def test_start_asks_for_what_shapes_the_rules(world: World) -> None:
    """Three questions on a terminal; Enter is "don't know", a wrong answer is asked again."""
    child = spawn(world, "start")
    child.expect("Device")
    child.sendline("laser")
    child.expect("is no device")
    child.expect("Device")
    child.sendline("pen")
    child.expect("depth")
    child.sendline("")
    child.expect("Skin type")
    child.sendline("4")
    child.expect("Recorded t1")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert '"device": "pen"' in world.process("status", "--json").out


def test_start_does_not_ask_when_told_not_to(world: World) -> None:
    """--no-input, or any of the three given."""
    assert "Recorded t1" in output(world, "start", "--no-input")
    assert "Recorded t2" in output(world, "start", "--area", "neck", "--depth", "1")


def test_an_interrupted_question_saves_nothing(world: World) -> None:
    """Ctrl-C: exit 130, no file."""
    child = spawn(world, "start")
    child.expect("Device")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert not world.database.exists()


@pytest.mark.parametrize("command", ["start", "log", "status", "undo", "redo", "urgent", "demo"])
def test_help_is_plain_in_a_pipe_and_shows_examples_first(world: World, command: str) -> None:
    """Examples stand before the options; no box, no escape sequence."""
    answer = world.process(command, "--help")
    assert answer.code == 0
    assert not BOXES.search(answer.out)
    assert "\x1b" not in answer.out
    if command not in ("urgent", "demo"):
        assert answer.out.index("Examples:") < answer.out.index("Options:")
