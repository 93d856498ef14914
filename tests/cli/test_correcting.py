"""Correct the past: history, edit, delete, end; each can be undone exactly."""

import datetime as dt
import sqlite3
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from meso_cli.store import journal
from tests.cli.test_main_job import as_json
from tests.conftest import World

TOKYO, LOS_ANGELES = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/Los_Angeles")


def history(world: World, *words: str) -> dict[str, Any]:
    return world.as_json("history", *words)


@pytest.fixture
def logged(treated: World) -> World:
    """Two entries: redness and a note on day 0, fever on day 1."""
    treated.at(hours=6).meso("log", "redness=2", "swelling=1", "--note", "hot")
    treated.at(hours=22).meso("log", "fever", "redness=1")
    return treated.at(hours=30)


def test_history_lists_treatments_and_entries(logged: World) -> None:
    """Every treatment, and the entries of the present one, by number, day and hours."""
    answer = logged.meso("history")
    assert "t1 · face · pen · 1 mm" in answer.out
    assert '"hot"' in answer.out
    found = history(logged)
    assert [(row["id"], row["day"], row["hours"]) for row in found["entries"]] == [(1, 0, 6.0), (2, 1, 22.0)]
    assert found["entries"][0]["observations"] == {"redness": 2, "swelling": 1}
    assert [row["id"] for row in history(logged, "--item", "fever")["entries"]] == [2]
    assert [row["id"] for row in history(logged, "--since", "12 h ago")["entries"]] == [2]
    assert [row["id"] for row in history(logged, "#1")["entries"]] == [1]
    assert logged.meso("history", "--item", "nothing").code == 2
    assert logged.meso("history", "7").code == 3


def test_an_entry_is_corrected_in_place(logged: World) -> None:
    """ITEM=VALUE sets, ITEM= takes out, --at moves, an empty --note removes; nothing else changes."""
    assert logged.meso("edit", "2", "fever=", "flaking=1").code == 0
    assert logged.meso("edit", "#1", "--at", "20 h ago", "--note", "").code == 0
    first, second = history(logged)["entries"]
    assert (second["id"], second["observations"]) == (2, {"redness": 1, "flaking": 1})
    assert (first["note"], first["hours"], first["observations"]) == (
        None,
        10.0,
        {"redness": 2, "swelling": 1},
    )
    assert as_json(logged)["warnings"] == []


def test_a_corrected_note_keeps_the_zone_of_its_entry(logged: World) -> None:
    """Where it was observed is part of the record."""
    logged.meso("edit", "1", "--note", "hotter")
    with sqlite3.connect(logged.database) as connection:
        row = connection.execute("SELECT observed_zone, observed_offset, note FROM entries WHERE id = 1")
        assert row.fetchone() == ("Europe/Berlin", 60, "hotter")
    connection.close()


def test_correcting_the_time_of_a_treatment_moves_every_end(logged: World) -> None:
    """It prints what moves; nothing computed was stored."""
    answer = logged.meso("edit", "t1", "--at", "yesterday 18:00")
    assert answer.code == 0, answer.err
    assert (
        "Makeup: today 14:00, caution to tomorrow 14:00 → today 18:00, caution to tomorrow 18:00"
        in answer.out
    )
    makeup = next(row for row in as_json(logged)["restrictions"] if row["id"] == "makeup")
    assert makeup["until"] == "2026-03-04T18:00:00+01:00"
    deeper = logged.meso("edit", "t1", "--depth", "2", "--practitioner", "Dr B", "--phone", "1")
    assert "Makeup: " in deeper.out
    assert "Facials" not in deeper.out
    assert as_json(logged)["treatment"]["practitioner"] == {
        "name": "Dr B",
        "phone": "1",
        "out_of_hours": None,
    }
    assert logged.meso("edit", "t1", "--phone", "", "--depth", "").code == 0
    assert as_json(logged)["treatment"]["depth_mm"] is None


WRITES = [
    ["log", "redness=3", "--note", "x"],
    ["edit", "2", "fever=no", "redness=", "--at", "9 h ago", "--note", "new"],
    ["edit", "t1", "--depth", "2.5", "--at", "yesterday 13:00", "--history", "diabetes,eczema"],
    ["delete", "1"],
    ["delete", "t1", "--yes"],
    ["end", "--yes"],
    ["start", "--area", "neck"],
]


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_each_write_is_undone_and_redone_exactly(logged: World, words: list[str]) -> None:
    """Undo gives back what was there before, redo what was there after."""

    def everything() -> str:
        return logged.meso("history", "t1", "--json").out + logged.meso("status", "--json").out

    before = everything()
    assert logged.meso(*words).code == 0
    after = everything()
    assert after != before
    assert logged.meso("undo").code == 0
    assert everything() == before
    assert logged.meso("redo").code == 0
    assert everything() == after


def test_a_warning_goes_on_standing_after_the_end(logged: World) -> None:
    """`end` says so and asks; logging and status go on."""
    asked = logged.meso("end")
    assert (asked.code, asked.out) == (5, "")
    assert "fever" in asked.err
    assert logged.meso("end", "--yes").code == 0
    assert [row["id"] for row in as_json(logged.at(days=3))["warnings"]] == ["fever"]
    assert logged.meso("end").code == 3
    answer = logged.meso("log", "fever=no")
    assert "to t1" in answer.out
    assert as_json(logged)["in_follow_up"] is False


def test_a_deleted_number_is_not_used_again(logged: World) -> None:
    """The next entry gets a new number."""
    assert logged.meso("delete", "2").code == 0
    assert "Logged #3" in logged.meso("log", "redness=1").out
    assert logged.meso("edit", "2", "redness=1").code == 3


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["edit", "1"], 5, "Say what to correct"),
        (["edit", "t1"], 5, "Say what to correct"),
        (["edit", "x1", "redness=1"], 2, "is not an entry or treatment"),
        (["edit", "9", "redness=1"], 3, "no entry 9"),
        (["edit", "t9", "--depth", "1"], 3, "no such treatment"),
        (["edit", "t1", "redness=1"], 2, "entries go by number"),
        (["edit", "1", "--depth", "1"], 2, "belongs to a treatment"),
        (["edit", "1", "redness=9"], 2, "grades go from"),
        (["edit", "1", "rednes="], 2, "did you mean redness"),
        (["edit", "2", "fever=", "redness="], 2, "meso delete 2"),
        (["edit", "1", "--at", "in 2 hours"], 2, "has not come yet"),
        (["edit", "1", "--at", "5 days ago 10:00"], 2, "before t1 began"),
        (["edit", "t1", "--at", "today 08:00"], 2, "was observed before that"),
        (["delete", "t1"], 5, "--yes"),
        (["delete", "77"], 3, "no entry 77"),
    ],
)
def test_a_correction_that_cannot_be_made(logged: World, words: list[str], code: int, says: str) -> None:
    """One sentence, its exit code, and the file as it was; of what was not understood, a line more."""
    before = logged.database.read_bytes()
    answer = logged.meso(*words)
    assert (answer.code, answer.out) == (code, ""), answer
    assert says in answer.err
    lines = answer.err.splitlines()
    assert [line for line in lines[1:] if not line.startswith("If it is serious: ")] == []
    assert logged.database.read_bytes() == before


def test_a_red_flag_in_a_correction_gets_its_card(logged: World) -> None:
    """As in `log`; taking a sign out does not."""
    assert "You named: collapse." in logged.meso("edit", "1", "collapse").out.splitlines()[0]
    assert "CALL" not in logged.meso("edit", "1", "collapse=").out


def test_a_value_is_told_against_the_course_at_its_own_hour(treated: World) -> None:
    """Redness 1 at 70 h, where up to 2 is usual: a later log of the same value does not change that."""
    assert "usual up to 2 at that hour" in treated.at(hours=70).meso("log", "redness=1").out
    assert "usual up to 1 at that hour" in treated.at(hours=100).meso("log", "redness=1").out
    corrected = treated.meso("edit", "1", "--note", "x").out
    assert "70 h after the treatment" in corrected
    assert "usual up to 2 at that hour" in corrected
    assert "usual up to 2 at that hour" in treated.meso("edit", "1", "redness=2").out
    assert "usual up to 2 at that hour" in treated.meso("log", "redness=0", "--at", "2026-03-05T10:00").out


@pytest.fixture
def travelled(world: World) -> World:
    """Treated in Tokyo on 2 March at 22:00, looked at from Los Angeles on the 5th."""
    world.now = dt.datetime(2026, 3, 2, 22, 0, tzinfo=TOKYO)
    assert world.meso("start", "--device", "pen", "--depth", "1.0", "--skin-type", "2").code == 0
    world.now = dt.datetime(2026, 3, 5, 1, 0, tzinfo=LOS_ANGELES)
    assert as_json(world)["day"] == 3
    return world


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("2 mar 04:00", 3, "2026-03-02T21:00:00+09:00"),  # read by the clock of here
        ("2026-03-02T12:00Z", 3, "2026-03-02T21:00:00+09:00"),  # an instant, and no place
        ("2026-03-02T21:00+09:00", 3, "2026-03-02T21:00:00+09:00"),
        ("2026-03-01T22:00-08:00", 4, "2026-03-01T22:00:00-08:00"),  # it was here after all
        ("2026-03-02T13:00+01:00", 3, "2026-03-02T13:00:00+01:00"),
    ],
)
def test_a_treatment_keeps_its_zone(travelled: World, words: str, day: int, at: str) -> None:
    """Its days go by the place where it was done; only an offset that is typed says another place."""
    assert travelled.meso("edit", "t1", "--at", words).code == 0
    found = as_json(travelled)
    assert (found["day"], found["treatment"]["at"]) == (day, at)


@pytest.mark.parametrize("words", [("1", "redness=1"), ("t1", "--depth", "1.5"), ("1", "--note", "calm")])
def test_the_same_correction_again_changes_nothing(logged: World, words: tuple[str, ...]) -> None:
    """It offers no undo: that would take back the first."""
    assert "To take it back" in logged.meso("edit", *words).out
    again = logged.meso("edit", *words)
    assert again.code == 0
    assert "Nothing changed in " in again.out
    assert "Corrected" not in again.out
    assert "meso undo" not in again.out


def test_so_many_steps_can_be_taken_back(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal has an end: the latest steps, each of them, and then a sentence."""
    monkeypatch.setattr(journal, "KEPT", 3)
    for grade in (1, 2, 1, 2, 1):
        treated.meso("log", f"redness={grade}")
    assert [treated.meso("undo").code for _ in range(4)] == [0, 0, 0, 3]
    assert [treated.meso("redo").code for _ in range(4)] == [0, 0, 0, 3]
    assert len(treated.as_json("history", "t1")["entries"]) == 5
