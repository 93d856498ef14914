"""Reading the guide that ships."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from meso_cli.errors import Damaged
from meso_cli.guide.check import check
from meso_cli.guide.files import data_folder, guide_folder
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_item_names, read_regions, read_sources, read_words
from meso_cli.model.guide import Guide, Restriction, Step
from tests.guide.exhaustive.test_check import TODAY

NUMBERS = (
    "guide", "restrictions", "holds", "symptoms", "signs",
    "combinations", "care", "phases", "modifiers", "rules",
)  # fmt: skip


def keys(name: str) -> list[str]:
    """The table names of a shipped file, in order."""
    return list(tomllib.loads((guide_folder() / f"{name}.toml").read_text()))


def test_the_shipped_guide_reads() -> None:
    """Without a folder, the guide that ships is read, with its version and review."""
    guide = read_guide()
    assert isinstance(guide, Guide)
    assert guide.id == "microneedling"
    assert isinstance(guide.reviewed, dt.date)


def test_the_shipped_guide_has_no_problem() -> None:
    """What ships passes the strict check."""
    assert [str(problem) for problem in check(guide_folder(), TODAY)] == []


@pytest.mark.parametrize("name", ["restrictions", "holds", "symptoms", "signs", "combinations", "care"])
def test_rows_keep_the_order_of_the_file(name: str) -> None:
    """Lists on every screen follow the data files."""
    rows = getattr(read_guide(), name)
    assert list(rows) == keys(name)
    assert [row.id for row in rows.values()] == keys(name)


def test_phases_keep_the_order_of_the_file() -> None:
    """The phases are read in order, each with its id."""
    assert [phase.id for phase in read_guide().phases] == keys("phases")


def test_values_arrive_as_immutable_rows() -> None:
    """Lists become tuples and steps rows, all the way down."""
    guide = read_guide()
    assert all(isinstance(row, Restriction) for row in guide.restrictions.values())
    assert all(isinstance(row.hold_groups, tuple) for row in guide.restrictions.values())
    assert all(isinstance(step, Step) for row in guide.symptoms.values() for step in row.course)
    assert all(
        isinstance(steps, tuple) and all(isinstance(step, Step) for step in steps)
        for row in guide.symptoms.values()
        for steps in row.course_when.values()
    )
    assert all(
        isinstance(clause.history, tuple) for row in guide.combinations.values() for clause in row.clauses
    )


def test_tiers_of_a_combination_are_found_by_number() -> None:
    """TOML's keys are texts; `several` counts."""
    assert read_guide().combinations["inflamed"].early[2] == "contact"


@pytest.mark.parametrize("name", NUMBERS)
def test_a_missing_file_is_damage_in_a_sentence(guide: Path, name: str) -> None:
    """Without a file the installation is damaged: the answer names it and says what to do."""
    (guide / f"{name}.toml").unlink()
    with pytest.raises(Damaged, match=rf"{name}\.toml cannot be read .*Install meso again\.$"):
        read_guide(guide)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_file_that_is_not_toml_is_damage_in_a_sentence(guide: Path, name: str) -> None:
    """A file that was cut short is named, with what was expected."""
    (guide / f"{name}.toml").write_text("[half")
    with pytest.raises(Damaged, match=rf"{name}\.toml cannot be read .*Expected"):
        read_guide(guide)


def test_words_sources_and_names_read() -> None:
    """What is read only when somebody wants to read it has rows of its own types."""
    assert read_words("signs")["fever"].sources
    assert read_words("signs")["fever"].question
    assert set(read_words("restrictions")["sun"].sources) <= set(read_sources())
    assert "peeling" in read_item_names().items["flaking"]
    assert all(region.emergency for region in read_regions().values())
    assert read_guide().topics()["moisturiser"].earliest == 24


def test_the_guide_lies_in_the_data_folder() -> None:
    """One folder holds what ships; the guide is one of its folders."""
    assert guide_folder().parent == data_folder()
    assert (guide_folder() / "guide.toml").is_file()
