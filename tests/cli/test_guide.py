"""The guide to read: without a record, and with today marked where there is one."""

import re
import sqlite3
from contextlib import closing

import pytest

from meso_cli.errors import Exit
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.store import file
from tests.conftest import World

SUBJECTS = ("restrictions", "symptoms", "signs", "combinations", "care")


def test_the_whole_guide_needs_no_record(world: World) -> None:
    """Course, restrictions, late signs, before you go again, what it is for."""
    answer = world.meso("guide")
    assert answer.code == 0, answer.err
    for part in ("Day by day:", "Restrictions lift after:", "Late signs", "Before you go again:"):
        assert part in answer.out
    assert "today is day" not in answer.out
    assert "does not diagnose" in answer.out
    assert not world.database.exists()


@pytest.mark.parametrize("trouble", ["locked", "damaged", "another program's"])
def test_the_whole_guide_is_told_where_the_record_cannot_be_read(
    treated: World, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same guide without the mark of today, exit 0, and one line that says so; no byte is changed."""
    whole = treated.meso("guide").out.replace(" (today is day 0)", "")
    with closing(sqlite3.connect(treated.database, isolation_level=None)) as other:
        if trouble == "locked":
            monkeypatch.setattr(file, "READ_SECONDS", 0.05)
            other.execute("BEGIN EXCLUSIVE")
        elif trouble == "damaged":
            treated.database.write_bytes(b"dear diary")
        else:
            treated.database.unlink()
            with closing(sqlite3.connect(treated.database)) as cookies, cookies:
                cookies.execute("CREATE TABLE cookies (a)")
        before = treated.database.read_bytes()
        answer = treated.meso("guide")
    assert (answer.code, answer.out) == (0, whole)
    assert answer.err.startswith("meso: today is not marked, because your record could not be read: ")
    assert answer.err.count("\n") == 1
    assert treated.database.read_bytes() == before


def test_today_is_marked(treated: World) -> None:
    """Once, at the row that has begun."""
    assert treated.at(days=8).meso("guide").out.count("today is day 8") == 1


@pytest.mark.parametrize("day", [0, 1, 2, 3, 5, 7, 10, 14, 21, 28, 90, 365])
def test_each_day_can_be_read(world: World, day: int) -> None:
    """Phase, what is usual, what to avoid, what to do."""
    answer = world.meso("guide", "--day", str(day))
    assert answer.code == 0
    assert answer.out.startswith(f"Day {day} · ")
    assert "None" not in answer.out


def test_a_day_that_is_named_needs_no_record(treated: World) -> None:
    """It answers beside a database that cannot be read; what is about today says what is wrong with that."""
    treated.database.write_bytes(b"not a database")
    assert treated.meso("guide", "--day", "3").out.startswith("Day 3 · ")
    assert treated.meso("guide", "--day", "3", "--week").code == 0
    assert treated.meso("guide", "--week").code == Exit.DAMAGED


def test_a_week_is_seven_days(treated: World) -> None:
    """From today on."""
    out = treated.at(days=3).meso("guide", "--week").out
    assert re.findall(r"^Day (\d+) ·", out, re.MULTILINE) == [str(day) for day in range(3, 10)]


@pytest.mark.parametrize("day", ["-1", "366", "x"])
def test_a_day_that_is_not_there(world: World, day: str) -> None:
    """Exit 2."""
    assert world.meso("guide", "--day", day).code == 2


def test_every_fact_of_the_article_can_be_read(world: World) -> None:
    """Each row that carries a fact is printed by `why`, `guide` or `can`."""
    wanted = {
        f"{letter}{number}"
        for letter, last in zip("ABCD", (12, 7, 14, 9), strict=True)
        for number in range(1, last + 1)
    }
    read: set[str] = set()
    for subject in SUBJECTS:
        for id, words in read_words(subject).items():
            if words.facts and world.meso("why", id).code == 0:
                read |= set(words.facts)
    printed = world.meso("guide").out + "".join(
        world.meso("guide", "--day", str(day)).out for day in range(30)
    )
    for subject in ("days", "before", "about", "phases"):
        for words in read_words(subject).values():
            if (words.text or "") in printed:
                read |= set(words.facts)
    assert wanted - read == set()


def test_what_people_ask_is_listed(world: World) -> None:
    """Every topic by the kind of its answer, so that one knows what can be asked."""
    out = " ".join(world.meso("guide").out.split())
    for row in read_guide().topics().values():
        assert row.label in out
