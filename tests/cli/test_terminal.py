"""What a person sees on a real terminal: it fits, it is calm, it asks when it must."""

import os
import re
import signal
import sys
from collections.abc import Mapping
from types import MappingProxyType

import pexpect
import pyte
import pytest
from rich.cells import cell_len

from meso_cli.cli.catalogue import CATALOGUE
from tests.conftest import PATIENCE, TOLD, World

BOXES = re.compile("[\u2500-\u259f]")
CODES = re.compile("\x1b\\[[0-9;]*m")
STEPS = [
    (20, "redness=2 swelling=1 tightness=1 fever=no pus=no"),
    (44, "redness=1 swelling=0 flaking=1 fever=no pus=no scabs=0 open-sore=no"),
]


def spawn(
    world: World, *words: str, rows: int = 24, columns: int = 80, **environment: str
) -> "pexpect.spawn[str]":
    """One call on a terminal, at the world's time."""
    return _begin(world, words, (rows, columns), environment)


def _begin(
    world: World, words: tuple[str, ...], dimensions: tuple[int, int], environment: Mapping[str, str]
) -> "pexpect.spawn[str]":
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")
    }
    return pexpect.spawn(
        sys.executable,
        ["-c", TOLD, world.now.isoformat(), *words],
        dimensions=dimensions,
        env={**inherited, **world.environment, "TERM": "xterm-256color", **environment},
        encoding="utf-8",
        timeout=PATIENCE,
        preexec_fn=_hears_interrupts,
    )


def _hears_interrupts() -> None:
    """Tests in the background (nohup) have ^C or a hang-up ignored, and hand that on; no shell does."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def output(
    world: World,
    *words: str,
    rows: int = 24,
    columns: int = 80,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """What a call shows that asks nothing."""
    child = _begin(world, words, (rows, columns), environment)
    shown = rest(child)
    child.close()
    assert child.exitstatus == 0, shown
    return shown


def rest(child: "pexpect.spawn[str]") -> str:
    """What a call still shows until it ends."""
    child.expect(pexpect.EOF)
    return before(child)


def before(child: "pexpect.spawn[str]") -> str:
    """What was shown before that which was expected last."""
    assert isinstance(child.before, str)
    return child.before


@pytest.fixture
def ordinary(treated: World) -> World:
    """An ordinary day 2 after two check-ins, all known about the treatment."""
    for hours, words in STEPS:
        assert treated.at(hours=hours).meso("log", *words.split()).code == 0
    return treated.at(hours=54)


def seen(text: str, columns: int) -> list[str]:
    """The lines that a terminal of that width shows, without the empty ones at the end."""
    screen = pyte.Screen(columns, 200)
    pyte.Stream(screen).feed(text)
    lines = [line.rstrip() for line in screen.display]
    while lines and not lines[-1]:
        lines.pop()
    return lines


FIVE_SYMPTOMS = [
    (20, "redness=2 swelling=1 tightness=1 warmth=1 pain=1 fever=no pus=no"),
    (44, "redness=1 swelling=1 tightness=1 flaking=1 itching=1 warmth=0 pain=0 scabs=0 fever=no pus=no"),
]


@pytest.mark.parametrize("steps", [STEPS, FIVE_SYMPTOMS], ids=["three symptoms", "five symptoms"])
@pytest.mark.parametrize("hours", [20, 24, 44, 46, 48, 50, 54, 66, 70, 72, 80, 100, 7 * 24, 20 * 24])
def test_an_ordinary_day_fits_a_small_terminal(
    treated: World, hours: int, steps: list[tuple[int, str]]
) -> None:
    """80 by 24: the whole status with the prompt below it, the day first."""
    for after, words in steps:
        if after <= hours:
            assert treated.at(hours=after).meso("log", *words.split()).code == 0
    lines = seen(output(treated.at(hours=hours), "status"), 80)
    assert len(lines) <= 23, "\n".join(lines)
    assert lines[0].startswith(f"Day {(hours + 14) // 24} · {hours} h")
    assert any(line.startswith("Not yet, until") for line in lines)


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (40, 120), (24, 60), (24, 40), (10, 24)])
def test_no_line_is_wider_than_the_terminal(ordinary: World, rows: int, columns: int) -> None:
    """Nothing is left to the terminal to wrap, and the day is never cut."""
    ordinary.meso("log", "pus", "rash", "--note", "a long note " * 20)
    text = output(ordinary, "status", "--all", rows=rows, columns=columns)
    lines = CODES.sub("", text).replace("\r", "").split("\n")
    assert [line for line in lines if cell_len(line) > columns] == []
    assert "SEE A DOCTOR TODAY" in lines[0]
    assert any(line.startswith("Day 2 · 54 h") for line in lines)


def test_a_large_terminal_gets_room(ordinary: World) -> None:
    """120 by 40: blank lines between the parts, and still one screen."""
    text = output(ordinary, "status", rows=40, columns=120)
    assert "\r\n\r\n" in CODES.sub("", text)
    assert len(seen(text, 120)) < 40


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["--plain", "status"], {}),
        (["status", "--plain"], {}),
        (["status"], {"TERM": "dumb"}),
        (["status"], {"ACCESSIBLE": "1"}),
    ],
)
def test_plain_output_is_text_alone(ordinary: World, words: list[str], environment: dict[str, str]) -> None:
    """No escape sequence, no box: the very text that a pipe gets, but for the ends of its lines."""
    text = output(ordinary, *words, environment=environment).replace("\r\n", "\n")
    assert "\x1b" not in text
    assert not BOXES.search(text)
    assert text.split() == ordinary.meso("status").out.split()
    assert max(map(cell_len, text.splitlines())) <= 80, "broken between words"


def test_no_color_keeps_the_layout_without_colour(ordinary: World) -> None:
    """NO_COLOR and --no-color: no colour code, but the terminal's layout."""
    for words, environment in ((["status"], {"NO_COLOR": "1"}), (["status", "--no-color"], {})):
        text = output(ordinary, *words, environment=environment)
        assert not re.search("\x1b\\[[0-9;]*3[0-7]m", text)
        assert "\x1b[1" in text  # bold stays, and the two columns do


def test_start_asks_for_what_shapes_the_rules(world: World) -> None:
    """Five questions on a terminal; Enter is now or "don't know", a wrong answer is asked again."""
    child = spawn(world, "start")
    child.expect("When was it")
    child.sendline("10")
    child.expect("10:00")
    child.expect("When was it")
    child.sendline("today 09:00")
    child.expect("Device")
    child.sendline("laser")
    child.expect("is not a valid device")
    child.expect("Device")
    child.sendline("pen")
    child.expect("depth")
    child.sendline("")
    child.expect("Skin type")
    child.sendline("4")
    child.expect("Country")
    child.sendline("Bavaria")
    child.expect("is not a region")
    child.expect("Country")
    child.sendline("Scotland")
    child.expect("Recorded t1")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert world.config.read_text() == 'region = "gb"\n'
    assert '"device": "pen"' in world.meso("status", "--json").out
    assert '"at": "2026-03-02T09:00:00+01:00"' in world.meso("status", "--json").out


def test_the_end_of_start_says_what_was_recorded(world: World) -> None:
    """The list of restrictions is longer than a small terminal."""
    lines = seen(output(world, "start", "--no-input"), 80)
    assert len(lines) > 24
    assert "t1 is recorded for Mon 2 Mar 2026 14:00 CET. To take it back: meso undo" in " ".join(lines[-3:])
    assert "so assumed: face" in " ".join(lines[-8:])


def test_start_does_not_ask_when_told_not_to(world: World) -> None:
    """--no-input, or any of the three given."""
    assert "Recorded t1" in output(world, "start", "--no-input")
    assert "Recorded t2" in output(world, "start", "--area", "neck", "--depth", "1")


def test_an_interrupted_question_saves_nothing(world: World) -> None:
    """Ctrl-C: exit 130, no file."""
    child = spawn(world, "start")
    child.expect("When was it")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert not world.database.exists()


@pytest.mark.parametrize("command", CATALOGUE)
def test_help_is_plain_in_a_pipe_and_shows_examples_first(world: World, command: str) -> None:
    """Examples stand before the options; no box, no escape sequence."""
    answer = world.meso(command, "--help")
    assert answer.code == 0
    assert not BOXES.search(answer.out)
    assert "\x1b" not in answer.out
    if command not in ("urgent", "demo"):
        assert answer.out.index("Examples:") < answer.out.index("Options:")


@pytest.mark.parametrize("words", [["--help"], ["log", "--help"], ["-h"], ["status", "-h"]])
def test_help_on_a_terminal_is_drawn_and_fits_its_width(world: World, words: list[str]) -> None:
    """Rich's panels are for a person alone; examples come first there, too."""
    text = output(world, *words, rows=50)
    assert BOXES.search(text)
    lines = CODES.sub("", text).replace("\r", "").split("\n")
    assert [line for line in lines if cell_len(line) > 80] == []
    if "Examples:" in text:
        assert text.index("Examples:") < text.index("Options")


def test_the_verdict_is_the_first_and_the_last_line_of_a_scare(ordinary: World) -> None:
    """At two in the morning nobody scrolls up: what to do stands above the prompt, and on top."""
    ordinary.meso("config", "region", "gb")
    scary = ["log", "warmth=3", "swelling=3", "fever=39", "bad-smell"]
    for words in (scary, ["status"], ["status", "--plain"], ["status", "--all"], ["can", "swim"]):
        lines = (
            seen(output(ordinary, *words), 80)
            if words[0] != "can"
            else ordinary.meso(*words).out.splitlines()
        )
        assert lines[-1] == "SEE A DOCTOR TODAY · NHS 111"
        assert lines[0].removeprefix("▌ ").startswith(lines[-1])
        assert len(lines) <= 24 or "--all" in words, lines


def test_a_lesser_warning_is_the_last_line_of_what_does_not_fit(ordinary: World) -> None:
    """Where all fits it is said once; a tall terminal shows the card itself, and a pipe has no height."""
    ordinary.meso("log", "rash")
    assert seen(output(ordinary, "status", rows=12), 80)[-2].startswith("CONTACT: a rash")
    assert "CONTACT: a rash" not in output(ordinary, "status", rows=90)
    assert not ordinary.meso("status").out.splitlines()[-1].startswith("CONTACT")


def test_a_quiet_day_needs_no_reminder(ordinary: World) -> None:
    """Nothing of contact or above: no line is added, however long the screen is."""
    assert not seen(output(ordinary, "status", "--all"), 80)[-1].startswith(("URGENT", "CONTACT", "WATCH"))


def test_a_message_is_wrapped_between_words_on_a_terminal_alone(world: World) -> None:
    """A refusal longer than the terminal is cut nowhere inside a word; in a pipe it is one line."""
    child = spawn(world, "start", "--depth", "eleven")
    shown = rest(child).replace("\r", "")
    assert all(len(line) <= 80 for line in shown.splitlines())
    piped = world.meso("start", "--depth", "eleven").err
    assert len(piped) > 80
    assert piped.count("\n") == 1
    assert " ".join(shown.split()) == " ".join(piped.split())


def test_a_grade_that_is_missing_is_asked_for(treated: World) -> None:
    """ "Very red and swollen": how swollen? A wrong answer is asked again, Enter leaves the symptom out."""
    for answers, kept in ((("7", "2"), {"redness": 3, "swelling": 2}), (("",), {"redness": 3})):
        child = spawn(treated.at(hours=30), "log", "very", "red", "and", "swollen")
        for answer in answers:
            child.expect("Swelling now, 0")
            child.sendline(answer)
        child.expect("Logged #")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        entry = treated.as_json("history")["entries"][-1]
        assert entry["observations"] == kept
