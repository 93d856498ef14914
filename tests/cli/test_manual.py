"""`meso man`: nothing is missing in it, and it is shown to whoever asks, in the form that they can read."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from meso_cli.cli.spec import read_spec
from meso_cli.config.reading import SETTINGS
from meso_cli.errors import Exit
from meso_cli.export.roff import roff
from meso_cli.guide.files import data_folder
from meso_cli.wording import manual
from tests.conftest import World

SPEC = read_spec()
WHOLE = "meso"


def page(name: str) -> str:
    """A page as it is read: without what escapes its signs."""
    text = (data_folder() / "man" / f"{name}.1").read_text("utf-8")
    return text.replace("\\-", "-").replace("\\(aq", "'").replace("\\fB", "").replace("\\fR", "")


def options(command: Mapping[str, Any]) -> Iterator[str]:
    for row in command["options"]:
        yield from row["names"]
    for below in command["commands"].values():
        yield from options(below)


@pytest.mark.parametrize("name", SPEC["commands"])
def test_every_command_and_option_is_in_its_page(name: str) -> None:
    """The command's own, those below it, and what works everywhere."""
    text, command = page(f"meso-{name}"), SPEC["commands"][name]
    everywhere = [one for row in SPEC["everywhere"] for one in row["names"]]
    assert [one for one in (*options(command), *everywhere, "--help") if one not in text] == []
    assert [below for below in command["commands"] if f"meso {name} {below}" not in text] == []
    assert f"meso {name}" in page(WHOLE)


def test_every_code_setting_and_variable_is_in_the_page_of_the_whole() -> None:
    """What a script rests on, and what somebody can set."""
    text = page(WHOLE)
    codes = {value for name, value in vars(Exit).items() if name.isupper()}
    assert set(manual.EXIT_CODES) == codes
    assert [code for code in codes if f".TP\n{code}\n" not in text] == []
    assert set(manual.SETTINGS) == set(SETTINGS)
    variables = [*(row.variable for row in SETTINGS.values()), "MESO_DB", "MESO_CONFIG", "NO_COLOR", "TERM"]
    assert [one for one in variables if one not in text] == []


def test_every_item_is_in_the_page_of_the_whole() -> None:
    """What can be logged, by the words that are typed."""
    text = re.sub(r"\s+", " ", page(WHOLE))
    assert [item for item in SPEC["item_values"] if f"{item} (" not in text] == []


def test_a_pipe_gets_the_source_of_the_page(world: World) -> None:
    """As `man -l -` reads it; no sign that a terminal would act on."""
    out = world.meso("man", "log").out
    assert out == (data_folder() / "man" / "meso-log.1").read_text("utf-8")
    assert "\x1b" not in out
    assert world.meso("man").out.startswith('.TH "MESO" 1')


def test_labelled_lines_for_who_wants_them(world: World) -> None:
    """--plain gives the same page in words."""
    out = world.meso("man", "remind", "--plain").out
    assert out.startswith("meso-remind(1)")
    assert "- --notify: With a message on the desktop; each reason once." in out
    assert "\\" not in out


def test_a_page_that_is_not_there_is_said(world: World) -> None:
    """One sentence with the names that there are."""
    answer = world.meso("man", "elbow")
    assert (answer.code, answer.out) == (3, "")
    assert "There is no page about 'elbow'; commands are start, log," in answer.err


def test_no_line_of_text_can_be_a_command_of_roff() -> None:
    """What begins with a dot or a quote, or holds a backslash, is shown as it stands."""
    words = (manual.Text(".hidden 'x' \\n"), manual.Text("'tis"))
    lines = roff(manual.Page("meso-x", "x", (("A", words),)), "release", "date").splitlines()
    assert "\\&.hidden \\(aqx\\(aq \\en" in lines
    assert not [line for line in lines if line.startswith((".hidden", "'"))]


@pytest.mark.parametrize("words", [["plan", "set"], ["plan set"], ["meso plan set"]])
def test_a_command_below_another_is_on_its_page(world: World, words: list[str]) -> None:
    """`meso man plan set` shows the page of `plan`, which tells of it; what is no command is refused."""
    answer = world.meso("man", *words)
    assert (answer.code, "MESO PLAN SET" in answer.out) == (0, True)
    assert world.meso("man", "plan", "elbow").code == 3
