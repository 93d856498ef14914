"""In a scare every screen is about the scare: what to do and whom to call first and last, 24 lines of 80."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap

import pytest
from rich.cells import cell_len

from meso_cli.commands.support import terminal
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from tests.conftest import World

GOLDEN = Path(__file__).parent / "golden"
"""Screens as somebody last looked at them; with MESO_GOLDEN=write the test writes them again."""
SIGNS = read_guide().signs
RED_FLAGS = [sign.id for sign in SIGNS.values() if sign.is_red_flag]
VERDICT = "SEE A DOCTOR TODAY · NHS 111 · Dr Lee 020 7946 0000"
Screen = Callable[..., list[str]]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A function that gives the lines of a call on a terminal of that width, without colour."""

    def show(world: World, *words: str, columns: int = 80) -> list[str]:
        with monkeypatch.context() as patch:
            patch.setenv("COLUMNS", str(columns))
            patch.setenv("LINES", "24")
            patch.setattr(terminal, "is_on_stdout", lambda: True)
            answer = world.meso(*words)
        assert answer.code in (0, 1), answer.err
        return [line.rstrip() for line in answer.out.splitlines()]

    return show


@pytest.fixture
def cared_for(world: World) -> World:
    """A treatment with whom to call, a calm check-in on day 2."""
    world.meso("config", "region", "gb")
    world.meso(
        "start", "--device", "pen", "--depth", "1.0", "--skin-type", "2", "--area", "face",
        "--practitioner", "Dr Lee", "--phone", "020 7946 0000", "--history", "diabetes",
    )  # fmt: skip  # options in pairs
    world.at(hours=50).meso("log", "redness=1", "swelling=0", "warmth=0", "pain=0", "tightness=1")
    return world.at(hours=74)


@pytest.mark.parametrize("columns", [48, 80, 120])
def test_the_screens_of_a_scare_and_of_an_ordinary_day(
    cared_for: World, screen: Screen, columns: int
) -> None:
    """As they were looked at; no line is wider than the terminal."""
    shown: list[str] = []
    for words in (
        ["status"],
        ["log", "fever=38.6", "redness=3", "warmth=2", "pain=2", "swelling=2"],
        ["status"],
        ["can", "swim"],
        ["can", "ice"],
    ):
        shown += [f"$ meso {' '.join(words)}", *screen(cared_for, *words, columns=columns), ""]
    assert [line for line in shown if cell_len(line) > columns and not line.startswith("$")] == []
    golden = GOLDEN / f"scare-{columns}.txt"
    text = "\n".join(shown)
    if os.environ.get("MESO_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("sign", RED_FLAGS)
def test_it_fits_a_small_terminal(cared_for: World, screen: Screen, sign: str) -> None:
    """Whatever stands together: 24 lines of 80, the verdict first and last, each reason once."""
    logged = screen(cared_for, "log", sign, "redness=3", "warmth=3", "swelling=3", "pain=2")
    verdict = "CALL 999 NOW" if "CALL 999 NOW" in logged[-1] else VERDICT
    named = SIGNS[sign].label
    assert logged[0].removesuffix(".") == f"{verdict.split(' · Dr')[0]} · You named: {named}" or (
        SIGNS[sign].tier == "urgent"  # with what else stands it comes to an emergency
    )
    for words in (["status"], ["can", "swim"], ["can", "tattoo"], ["status", "--plain"]):
        lines = screen(cared_for, *words)
        assert lines[0].removeprefix("▌ ") == lines[-1] == verdict
        assert len(lines) <= 24, "\n".join(lines)
        text = " ".join(lines)
        assert text.count("redness 3") == 1
        assert ("Not now: " in text) is (words[0] == "can")
    assert logged[-1] == verdict
    assert len(logged) <= 24, "\n".join(logged)


EMERGENCIES = [sign.id for sign in SIGNS.values() if sign.tier == "emergency"]


@pytest.mark.parametrize(
    "signs", [*([sign] for sign in RED_FLAGS), EMERGENCIES[:5], ["fever", "pus"]], ids="+".join
)
@pytest.mark.parametrize("region", ["", "gb"])
def test_the_card_leaves_room_for_the_prompt(
    treated: World, screen: Screen, region: str, signs: list[str]
) -> None:
    """Without a region the numbers are long: all the same whom to call does not scroll off the top."""
    if region:
        treated.meso("config", "region", region)
    lines = screen(treated.at(hours=30), "log", *signs)
    assert lines[0].startswith(("CALL ", "SEE A DOCTOR TODAY"))
    assert lines[-1].startswith(lines[0][:8])
    assert len(lines) <= 23, "\n".join(lines)


@pytest.mark.parametrize("words", [["ice"], ["walk"], ["paracetamol"], ["sunscreen"], ["botox"], []])
def test_every_answer_begins_with_it(cared_for: World, screen: Screen, words: list[str]) -> None:
    """Also of care, and of what no warning holds."""
    cared_for.meso("log", "pus")
    assert screen(cared_for, "can", *words)[0].removeprefix("▌ ") == VERDICT


def test_another_treatments_red_flag_is_said_first(cared_for: World, screen: Screen) -> None:
    """With its name beside the reason, whichever treatment is looked at."""
    cared_for.meso("start", "--area", "neck", "--device", "pen", "--depth", "0.5")
    cared_for.meso("log", "pus", "--treatment", "t1")
    lines = screen(cared_for, "status", "--treatment", "t2")
    assert lines[0].removeprefix("▌ ") == lines[-1] == VERDICT
    assert any("t1: pus (just now, #2)" in line for line in lines)
    assert screen(cared_for, "can", "swim", "--treatment", "t2")[0].removeprefix("▌ ") == VERDICT


def test_when_to_call_instead_names_every_emergency() -> None:
    """In six lines of 80, with the longest number."""
    said = " ".join((read_words("about")["call-instead"].text or "").split())
    assert [
        sign.label for sign in SIGNS.values() if sign.tier == "emergency" and sign.label not in said
    ] == []
    lines = wrap(f"Call your emergency number (112, 911, 999, 000) now for: {said}.", 78)
    assert len(lines) <= 6, lines


def test_a_small_terminal_says_the_same_in_few_words(cared_for: World, screen: Screen) -> None:
    """Where the screen holds little: the commonest signs of the list, and where all of it stands; who says
    so beside an answer is named, and what is ours is left to `why`."""
    cared_for.meso("log", "pus")
    wide, narrow = (" ".join(screen(cared_for, "status", columns=columns)) for columns in (80, 48))
    assert "irregular heartbeat" in wide
    assert "irregular heartbeat" not in narrow
    for words in ("infection or hives", "very unwell", "meso urgent"):
        assert words in narrow
    cared_for.meso("log", "pus=no")
    narrow = " ".join(screen(cared_for, "can", "makeup", columns=48))
    assert "our own part: see meso why makeup" in narrow
    assert "Desert Sage" in narrow


def test_a_caution_that_all_of_a_row_share_stands_behind_all_of_it(cared_for: World, screen: Screen) -> None:
    """In brackets, behind names that only commas part, as where a part of the row shares one."""
    for columns in (48, 80):
        said = " ".join(" ".join(screen(cared_for.at(hours=50), "status", columns=columns)).split())
        assert "Retinoids, acids, vit. C, Harsh cleanser (caution to 9 Mar)" in said


@pytest.mark.parametrize("words", ["exercise", "wine", "contact lenses"])
def test_an_emergency_of_another_treatment_makes_everything_wait(world: World, words: str) -> None:
    """It is one person who has to be seen: what is asked about the later treatment waits, too."""
    world.meso("start", "--area", "face")
    world.at(hours=6).meso("log", "fever=39", "pus")
    world.at(days=3).meso("start", "--area", "hands")
    answer = world.at(days=6).meso("can", words)
    assert (answer.code, answer.out.splitlines()[0][:4]) == (1, "CALL")
    assert "Not now" in answer.out
    document = json.loads(world.meso("can", words, "--json").out)
    assert (document["allowed"], document["verdict"], document["not_now"]) == (False, "not-now", True)
    assert world.meso("can", "walk").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["plan"], ["plan", "set", "makeup", "72h"], ["history"], ["why", "makeup"], ["guide", "--day", "3"],
        ["edit", "t1", "--depth", "1.2"], ["start", "--area", "neck", "--another", "--no-input"],
    ],
)  # fmt: skip  # commands side by side
def test_other_answers_begin_with_it_too(cared_for: World, screen: Screen, words: list[str]) -> None:
    """Whatever was asked: the first line says whom to see."""
    cared_for.meso("log", "pus")
    assert screen(cared_for, *words)[0].removeprefix("▌ ") == VERDICT


def test_a_sign_that_is_over_is_shown_with_the_yes_that_it_stands_for(cared_for: World) -> None:
    """Why begins with what was there, and only then says that it was logged as gone."""
    cared_for.meso("log", "breathing")
    cared_for.meso("log", "breathing=no")
    why = cared_for.meso("status").out.partition("Why: ")[2].splitlines()
    assert why[:2] == ["trouble breathing (just now, #2)", "- Later: trouble breathing no (just now, #3)"]
