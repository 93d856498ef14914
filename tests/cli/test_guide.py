"""The guide to read: without a record, and with today marked where there is one."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.errors import Exit
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.store import file
from tests.conftest import World


@pytest.fixture
def worlds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], World]:
    """A function that gives a new machine each time."""
    numbers = iter(range(10_000))

    def new() -> World:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        return World(folder, monkeypatch)

    return new


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
    """It answers beside a database that cannot be read, and says so; what is about today is refused."""
    treated.database.write_bytes(b"not a database")
    found = treated.meso("guide", "--day", "3")
    assert found.out.startswith("Day 3 · ")
    assert "your record could not be read" in found.err
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


def _part(out: str, title: str) -> set[str]:
    """The labels below each title of a day that begins so."""
    found = re.findall(rf"^{title}[^\n]*:\n((?:- .*\n?)+)", out, re.MULTILINE)
    parts = re.split(r" · |: |\n", "\n".join(found).replace("- ", ""))
    return {re.sub(r" \(until .*\)", "", part) for part in parts if part}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    device=st.sampled_from(["pen", "rf", "roller", None]),
    depth=st.sampled_from(["0.5", "2.5", None]),
    skin=st.sampled_from(["2", "6", None]),
    hour=st.integers(0, 23),
    day=st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 28, 42]),
    now=st.integers(0, 300),
    logged=st.lists(
        st.tuples(st.integers(1, 200), st.sampled_from(["scabs=1", "redness=2", "rash"])), max_size=2
    ),
)
def test_a_day_never_allows_what_a_moment_of_it_forbids(
    worlds: Callable[[], World],
    device: str | None,
    depth: str | None,
    skin: str | None,
    hour: int,
    day: int,
    now: int,
    logged: list[tuple[int, str]],
) -> None:
    """Whatever the device, depth, skin type and hour, whenever it is asked, whatever was logged."""
    world = worlds()
    facts = (("--device", device), ("--depth", depth), ("--skin-type", skin))
    given = [part for name, value in facts if value for part in (name, value)]
    world.meso(
        "start", f"today {hour:02}:00" if hour <= 14 else f"yesterday {hour:02}:00", *given, "--no-input"
    )
    for after, item in sorted(logged):
        if after <= now:
            world.at(hours=after).meso("log", item)
    world.at(hours=now)
    out = world.meso("guide", "--day", str(day)).out
    labels = {row.id: row.label for row in read_guide().restrictions.values()}
    allowed = _part(out, "Allowed")
    named = set().union(
        *(_part(out, title) for title in ("Allowed", "Not yet", "With caution", "Ask your", "Not now"))
    )
    assert {*labels.values()} <= named
    for clock in ("00:00", "06:30", "12:00", "18:15", "23:59"):
        answer = world.meso("status", "--at", f"day {day} {clock}", "--json")
        if answer.code == 0:
            states = json.loads(answer.out)["restrictions"]
            assert not [
                row["id"] for row in states if row["state"] != "allowed" and labels[row["id"]] in allowed
            ]


def test_a_day_knows_the_treatment(world: World) -> None:
    """What lasts longer after radio-frequency is not left out; without a record both are shown."""
    general = world.meso("guide", "--day", "20").out
    assert "After radio-frequency or deep needling, or on skin type 4 to 6: " in general
    world.meso("start", "--device", "rf", "--depth", "2.5", "--skin-type", "6")
    out = world.at(hours=30).meso("guide", "--day", "20").out
    assert {"Direct sun", "Facials, peels, laser"} <= _part(out, "With caution")
    assert "After radio-frequency" not in out
    assert "Hard exercise (until 14:00)" in world.meso("guide", "--day", "6").out


def test_counting_back_from_an_event(world: World) -> None:
    """The last day for a session, and what would still apply; of a recorded treatment, that day."""
    out = world.meso("guide", "--before", "28 mar").out
    assert out.startswith("Before Sat 28 Mar 2026 (in 26 days)")
    assert "be treated by Fri 13 Mar 2026" in out
    assert "skin type 4 to 6: by Fri 27 Feb 2026" in out
    assert "- Wed 25 Mar: " in out
    world.meso("start", "--device", "pen", "--depth", "1.0", "--skin-type", "2")
    assert "Day 26 · " in world.meso("guide", "--before", "28 mar").out


@pytest.mark.parametrize(
    ("day_start", "here", "event", "day"),
    [
        ("00:00", "Europe/Berlin", "8 mar", 7),
        ("04:00", "Europe/Berlin", "8 mar", 8),
        ("04:00", "Europe/Berlin", "8 mar 02:00", 7),
        ("00:00", "Pacific/Kiritimati", "8 mar", 6),
    ],
)
def test_an_event_is_on_the_day_that_every_command_counts(
    world: World, day_start: str, here: str, event: str, day: int
) -> None:
    """Counted from the treatment in its zone, by the reader's `day_start`; a bare day is its noon."""
    world.config.write_text(f'day_start = "{day_start}"\n')
    world.meso("start", "1 mar 01:00", "--device", "pen", "--depth", "0.5", "--skin-type", "2")
    world.now = world.now.astimezone(ZoneInfo(here))
    noon = event if ":" in event else f"{event} 12:00"
    assert world.as_json("status", "--at", noon)["day"] == day
    assert f"\nDay {day} · " in world.meso("guide", "--before", event).out
    assert world.as_json("guide", "--before", event)["day"]["day"] == day


@pytest.mark.parametrize(
    "words",
    [
        ["--before", "yesterday"],
        ["--before", "today"],
        ["--before", "03/04"],
        ["--before", "soon"],
        ["--before", "28 mar", "--week"],
    ],
)
def test_what_is_no_day_ahead(world: World, words: list[str]) -> None:
    """Exit 2, with what to say."""
    assert world.meso("guide", *words).code == 2


def test_a_scare_is_said_first(treated: World) -> None:
    """Also where only a day is read."""
    treated.at(hours=30).meso("log", "pus")
    for words in ([], ["--day", "3"], ["--week"], ["--before", "28 mar"]):
        assert treated.meso("guide", *words).out.startswith("SEE A DOCTOR TODAY")
    assert "Not now, until you have been seen" in treated.meso("guide", "--day", "3").out
