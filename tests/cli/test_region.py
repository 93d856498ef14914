"""Where somebody is: asked for once, and whose numbers are named."""

import pexpect
import pytest

from meso_cli.guide.words import read_regions
from tests.cli.test_terminal import output, spawn
from tests.conftest import World


@pytest.mark.parametrize("typed", ["", "germany"])
def test_the_region_is_asked_for_once(world: World, typed: str) -> None:
    """The answer, or that it was skipped, stands among the settings, and no start asks again."""
    for area, asked in (("face", True), ("neck", False)):
        child = spawn(world, "start", "--area", area)
        for question in ("When was it", "Device", "depth in mm", "Skin type"):
            child.expect(question)
            child.sendline("")
        assert child.expect(["Country", "Recorded"]) == (0 if asked else 1)
        if asked:
            child.sendline(typed)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
    assert world.config.read_text() == f'region = "{"de" if typed else "none"}"\n'
    answer = world.meso("config", "region")
    assert (answer.out, answer.err) == ("de\n" if typed else "not set\n", "")


def test_the_region_is_never_asked_for_where_nobody_can_answer(world: World) -> None:
    """Neither in a pipe, nor with --no-input, nor where it stands in a setting, understood or not."""
    assert world.meso("start").code == 0
    assert "Country" not in output(world, "start", "--area", "neck", "--no-input")
    assert not world.config.exists()
    world.config.write_text('region = "atlantis"\n')
    child = spawn(world, "start", "--area", "back")
    for question in ("When was it", "Device", "depth in mm", "Skin type"):
        child.expect(question)
        child.sendline("")
    assert child.expect(["Country", "Recorded"]) == 1
    child.expect(pexpect.EOF)
    child.close()
    assert world.config.read_text() == 'region = "atlantis"\n'


def test_settings_that_cannot_be_written_cost_no_treatment(world: World) -> None:
    """The answer holds for this start; one sentence says that it was not kept."""
    world.config.write_text("region\n")
    child = spawn(world, "start")
    for question in ("When was it", "Device", "depth in mm", "Skin type", "Country"):
        child.expect(question)
        child.sendline("")
    child.expect(r"not\s+valid\s+TOML")
    child.expect("Recorded t1")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


# Of each region the number that goes first, and all of them.
NUMBERS = {
    **dict.fromkeys(("uk", "england", "Scotland", "GB", "wales"), ("999", "999")),
    **dict.fromkeys(("usa", "us", "United States"), ("911", "911")),
    "ireland": ("112", "112 or 999"),
}
MEMBERS = """Austria Belgium Bulgaria Croatia Cyprus Czechia Denmark Estonia Finland France Germany Greece
Hungary Ireland Italy Latvia Lithuania Luxembourg Malta Netherlands Poland Portugal Romania Slovakia Slovenia
Spain Sweden at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se"""


@pytest.mark.parametrize("region", NUMBERS)
def test_a_known_region_names_its_numbers(treated: World, region: str) -> None:
    """A warning and `log` name the first number, `urgent` all; unknown, what to look for."""
    unknown = "your local emergency number (112, 911, 999, 000)"
    first, all_of_them = NUMBERS[region]
    assert unknown in " ".join(treated.meso("log", "breathing").out.split())
    assert treated.meso("config", "region", region).code == 0
    for words in (["log", "breathing"], ["status"]):
        shown = " ".join(treated.meso(*words).out.split())
        assert first in shown
        assert unknown not in shown
    assert all_of_them in " ".join(treated.meso("urgent").out.split())


def test_every_member_of_the_european_union_is_known(world: World) -> None:
    """By name and by code; 112 is among its numbers."""
    regions = read_regions()
    for name in MEMBERS.split():
        assert world.meso("config", "region", name).code == 0
        code = world.meso("config", "region").out.strip()
        assert "112" in regions[code].emergency, name
