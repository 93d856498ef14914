"""A red flag prints its card before anything else, whatever is broken."""

import resource
from pathlib import Path

import pytest

from tests.conftest import Answer, World

CARD = "CALL your local emergency number"


def card_comes_first(answer: Answer, named: str) -> bool:
    return answer.out.startswith(f"You named: {named}.") and CARD in answer.out


def test_without_a_treatment(world: World) -> None:
    """Nothing can be saved: the card, exit 3, what was not saved and the command to repeat."""
    answer = world.meso("log", "breathing")
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code == 3
    assert "Nothing was saved" in answer.err
    assert "meso log breathing" in answer.err


def test_with_a_damaged_file(world: World) -> None:
    """The card, exit 4, the file as it was."""
    world.database.parent.mkdir()
    world.database.write_text("not a database, but somebody's text\n" * 100)
    before = world.database.read_bytes()
    answer = world.meso("log", "breathing")
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code == 4
    assert world.database.read_bytes() == before


def test_on_a_full_disk(treated: World) -> None:
    """The card, exit 6; the records as they were."""
    before = treated.meso("status", "--json").out

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    answer = treated.process("log", "breathing", "--at", "day 0 15:00", preexec_fn=full)
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code == 6, answer.err
    assert "Nothing was saved" in answer.err
    assert treated.meso("status", "--json").out == before


@pytest.mark.parametrize(
    "words",
    [
        ["log", "breathing", "rednes=2"],
        ["log", "breathing", "redness=5"],
        ["log", "breathing", "--at", "03/04"],
        ["log", "breathing", "--att", "now"],
        ["lgo", "breathing"],
        ["log", "breathing=banana"],
        ["log", "brething"],
        ["log", "breathing", "breathing"],
        ["log", "breathing", "--treatment", "t9"],
    ],
)
def test_with_a_typo_beside_it(treated: World, words: list[str]) -> None:
    """A typo in an item, a value, an option or the command itself does not cost the card."""
    answer = treated.meso(*words)
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code in (2, 3)
    assert answer.err.startswith("meso: ")
    assert treated.meso("status", "--brief").out.count("nothing logged") == 1


@pytest.mark.parametrize("value", ["38.5", "38,0", "101.3", "38.0C", "100.4F", "yes", "3"])
def test_a_fever_is_saved_and_read_back(treated: World, value: str) -> None:
    """38 °C and more, or 100.4 °F and more, or a plain yes."""
    answer = treated.at(hours=1).meso("log", f"fever={value}")
    assert answer.code == 0, answer.err
    assert card_comes_first(answer, "fever")
    assert "URGENT" in answer.out


@pytest.mark.parametrize("words", [["no", "fever"], ["fever=37.9"], ["fever=98.6"]])
def test_what_is_no_fever_gets_no_card(treated: World, words: list[str]) -> None:
    """A corrected command and nothing saved; `fever=no` is asked for."""
    answer = treated.meso("log", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "fever=no" in answer.err


def test_no_is_saved_without_a_card(treated: World) -> None:
    """`fever=no` is a check-in like any other."""
    answer = treated.meso("log", "fever=no")
    assert answer.code == 0
    assert CARD not in answer.out


def test_urgent_needs_nothing(world: World) -> None:
    """No database, a broken config: the card all the same."""
    world.config.write_text("region = [broken")
    answer = world.meso("urgent")
    assert answer.code == 0
    assert CARD in answer.out
    assert not world.database.exists()


def test_the_card_stays_without_the_guide(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installation that lost its data still says when to call."""
    from meso_cli.guide import files

    monkeypatch.setattr(files, "guide_folder", lambda: tmp_path / "gone")
    assert "CALL your local emergency number" in world.meso("urgent").out


def test_emergency_is_told_before_a_broken_config(treated: World) -> None:
    """The config is mended later."""
    treated.config.write_text("day_start = 4")
    answer = treated.meso("log", "collapse")
    assert card_comes_first(answer, "fainting or collapse")
    assert answer.code == 2


@pytest.mark.parametrize(
    "word", ["infection", "sepsis", "anaphylaxis", "allergic reaction", "stroke", "help"]
)
def test_a_word_of_alarm_brings_the_card_and_records_nothing(treated: World, word: str) -> None:
    """It is no sign itself: the card, then which signs to look for; exit 2."""
    before = treated.database.read_bytes()
    answer = treated.meso("log", *word.split())
    assert answer.out.startswith("CALL your local emergency number")
    assert answer.code == 2
    assert "log what you see: " in answer.err
    assert treated.database.read_bytes() == before
