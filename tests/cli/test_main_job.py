"""Start, log, status: what a person does every day, through the real command line."""

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
import zipapp
from pathlib import Path
from typing import Any

import pytest

import meso_cli
from meso_cli.cli import item_list
from meso_cli.cli.item_list import item_lines
from meso_cli.errors import Damaged, Exit
from meso_cli.guide.reading import read_guide
from meso_cli.model.guide import Guide
from tests.conftest import BERLIN, World


def as_json(world: World, *words: str) -> dict[str, Any]:
    return world.as_json("status", *words)


def states(status: dict[str, Any]) -> dict[str, str]:
    return {row["id"]: row["state"] for row in status["restrictions"]}


def test_start_log_status_on_day_two(world: World) -> None:
    """Day 2: restrictions with their ends, no warning, the last check-in, what was not checked."""
    world.at(hours=48)
    assert world.meso("start", "2 days ago 14:00", "--depth", "1.0").code == 0
    assert world.meso("log", "redness=1", "flaking=1").code == 0
    answer = world.meso("status")
    assert answer.code == 0
    assert "Day 2 · 48 h" in answer.out
    assert "No warning sign in what you logged. Last check-in just now." in answer.out
    assert "Not checked today: fever, pus" in answer.out
    assert "- Mon 9 Mar 14:00: Scrubs" in answer.out or "- Mon 9 Mar 14:00: Direct sun" in answer.out
    assert "Redness: now 1 mild, usual up to 2, logged just now" in answer.out


def test_a_treatment_without_a_log_is_not_called_free_of_warnings(treated: World) -> None:
    """No data is not "no warning": it says that nothing is known."""
    answer = treated.at(hours=20).meso("status")
    assert "nothing is known about warning signs" in answer.out
    assert "No warning sign" not in answer.out


def test_a_sign_stands_until_it_is_logged_no(treated: World) -> None:
    """Pus on day 1 stands on day 3 after two logs that do not mention it, and on day 45."""
    treated.at(hours=20).meso("log", "pus")
    treated.at(hours=44).meso("log", "redness=1")
    treated.at(hours=68).meso("log", "flaking=1")
    for hours in (70, 45 * 24):
        found = as_json(treated.at(hours=hours))
        assert [(row["id"], row["tier"]) for row in found["warnings"]] == [("pus", "urgent")]
        assert "allowed" not in states(found).values()
    treated.meso("log", "pus=no")
    found = as_json(treated)
    assert found["warnings"] == []
    assert states(found)["makeup"] == "allowed"


def test_each_write_can_be_undone_and_redone(treated: World) -> None:
    """Undo takes back one command per step, the start of the treatment too; redo brings it back."""
    treated.at(hours=20).meso("log", "fever")
    before = as_json(treated)
    assert "Took back: log #1" in treated.meso("undo").out
    assert as_json(treated)["warnings"] == []
    assert "Brought back: log #1" in treated.meso("redo").out
    assert as_json(treated) == before
    assert treated.meso("undo").code == 0
    assert "start t1" in treated.meso("undo").out
    assert treated.meso("status").code == 3
    assert treated.meso("undo").code == 3
    assert treated.meso("redo").code == 0
    assert treated.meso("status").code == 0


def test_a_backdated_log_goes_to_the_treatment_of_that_time(treated: World) -> None:
    """Before the latest treatment: to the earlier one, named in the answer; before the first: refused."""
    treated.at(days=30).meso("start", "--area", "neck")
    answer = treated.at(days=31).meso("log", "flaking=1", "--at", "20 days ago 10:00")
    assert answer.code == 0
    assert "to t1" in answer.out
    refused = treated.meso("log", "flaking=1", "--at", "60 days ago 10:00")
    assert refused.code == 2
    assert "before t1 began" in refused.err


def test_warnings_of_another_open_treatment_join_the_top(treated: World) -> None:
    """The other treatment's urgent warning is shown with its name, in the screen and in `others`."""
    treated.at(hours=20).meso("log", "pus")
    treated.at(days=30).meso("start", "--area", "neck")
    answer = treated.meso("status")
    assert "t1: " in answer.out
    found = as_json(treated)
    assert found["treatment"]["id"] == "t2"
    assert [(row["id"], [w["id"] for w in row["warnings"]]) for row in found["others"]] == [("t1", ["pus"])]
    assert as_json(treated, "--treatment", "t1")["treatment"]["id"] == "t1"
    assert treated.meso("status", "--treatment", "t9").code == 3


@pytest.mark.parametrize(
    ("logged", "hours", "code"),
    [
        ("redness=1", 20, 0),
        ("rash", 20, 10),
        ("pus", 20, 11),
        ("breathing", 20, 12),
        ("redness=1", 20 + 36, 13),
        ("breathing", 20 + 40, 12),
    ],
)
def test_check_tells_by_its_exit_code(treated: World, logged: str, hours: int, code: int) -> None:
    """10 contact, 11 urgent, 12 emergency, 13 silent for 36 h; the more serious one wins."""
    treated.at(hours=20).meso("log", logged)
    answer = treated.at(hours=hours).meso("status", "--check")
    assert answer.code == code
    assert answer.out.count("\n") == 1


def test_a_line_says_which_treatment_is_silent(treated: World) -> None:
    """Exit 13 beside "logged just now" would contradict itself: the other treatment is named."""
    treated.at(hours=20).meso("log", "redness=1")
    treated.at(hours=50).meso("start", "--area", "neck")
    treated.at(hours=60).meso("log", "redness=1")
    answer = treated.meso("status", "--check")
    assert (answer.code, answer.out.strip().split(" · ")[-1]) == (13, "t2 logged just now, t1 not for 36 h")
    assert "t1 is on day 3, no check-in for long" in treated.meso("status").out
    treated.meso("log", "redness=0", "--treatment", "t1")
    answer = treated.meso("status", "--check")
    assert (answer.code, answer.out.strip().split(" · ")[-1]) == (0, "logged just now")


def test_another_moment_can_be_asked_for(treated: World) -> None:
    """`--at` looks ahead; a bare day is shown when it is strictest."""
    treated.at(hours=20).meso("log", "redness=1", "scabs=0", "flaking=0", "open-sore=no")
    assert states(as_json(treated, "--at", "tomorrow 14:00"))["makeup"] == "allowed"
    assert states(as_json(treated, "--at", "tomorrow 13:59"))["makeup"] == "caution"
    day = treated.meso("status", "--at", "day 2")
    assert "strictest" in day.out
    assert states(as_json(treated, "--at", "day 2"))["makeup"] == "caution"
    assert "scabs" not in as_json(treated, "--at", "tomorrow 14:00")["not_checked"]


def test_what_was_observed_later_is_not_known_yet(treated: World) -> None:
    """Looking back shows what had been observed by then."""
    treated.at(hours=20).meso("log", "redness=1")
    treated.at(hours=30).meso("log", "pus")
    treated.at(hours=40)
    assert as_json(treated, "--at", "15 h ago")["warnings"] == []
    assert as_json(treated)["warnings"] != []


def test_none_turns_only_what_was_above_zero_to_zero(treated: World) -> None:
    """`--none`: symptoms above 0 become 0, an explicit item wins, signs are not touched."""
    treated.at(hours=20).meso("log", "redness=2", "swelling=1", "scabs=0", "fever")
    assert treated.at(hours=44).meso("log", "--none", "redness=1").code == 0
    found = {row["id"]: row["severity"] for row in as_json(treated)["symptoms"]}
    assert (found["redness"], found["swelling"], found["scabs"], found["pain"]) == (1, 0, 0, None)
    assert [row["id"] for row in as_json(treated)["warnings"]] == ["fever"]


@pytest.mark.parametrize(
    ("logged", "kept"),
    [
        ([], {"redness": 0, "swelling": 0, "warmth": 0, "pain": 0}),
        (["itching=0", "redness=0", "fever=no"], {"redness": 0, "itching": 0}),
    ],
)
def test_none_on_a_calm_day_is_a_check_in(treated: World, logged: list[str], kept: dict[str, int]) -> None:
    """Nothing above 0 before: still an entry, said back with what it leaves unknown; one undo."""
    if logged:
        treated.at(hours=20).meso("log", *logged)
    before = as_json(treated.at(hours=60))
    answer = treated.meso("log", "--none")
    assert answer.code == 0, answer.err
    assert "No symptom was above 0, so 0 was recorded for what" in answer.out
    assert "fever and other signs stay unknown" in answer.out
    found = as_json(treated)
    now = {row["id"]: row["severity"] for row in found["symptoms"] if row["observed_at"] == found["at"]}
    assert (now, found["last_entry_at"]) == (kept, found["at"])
    assert "fever" in found["not_checked"] or logged
    treated.meso("undo")
    assert as_json(treated) == before


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        (["day 3 and still pink"], 66),
        (["day 3 and still pink", "--at", "3h ago"], 63),
        (["red this morning", "--at", "3h ago"], None),
        (["day 2 and still pink"], None),
        (["day 2 and still pink", "--at", "3h ago"], None),
        (["red at 3am", "--at", "3h ago"], None),
    ],
)
def test_a_day_that_is_said_holds_the_moment(treated: World, words: list[str], hour: int | None) -> None:
    """Today's day is now, and the day of `--at` is no second time; any other time beside it is refused."""
    answer = treated.at(hours=66).meso("log", *words)  # day 3, 08:00
    if hour is None:
        assert (answer.code, answer.out) == (2, "")
    else:
        assert f"{hour} h after the treatment" in answer.out, answer.err


def test_calm_words_are_repeated_with_their_moment(treated: World) -> None:
    """Piped, "all fine" saves nothing; the command that would keeps the time that was given."""
    answer = treated.at(hours=60).meso("log", "all fine", "--at", "3h ago")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith("repeat: meso log --none --at '3h ago'\n")


def test_a_note_alone_is_an_entry_and_may_come_from_standard_input(treated: World) -> None:
    """`--note -` keeps the words out of the shell's history."""
    assert treated.at(hours=1).meso("log", "--note", "-", typed="hot to the touch\n").code == 0
    assert as_json(treated)["last_entry_at"] == "2026-03-02T15:00:00+01:00"


def test_care_counts_add_up_within_the_day(treated: World) -> None:
    """Water twice is added; another day begins at null, which is "not recorded"."""
    treated.at(hours=1).meso("log", "water=3")
    treated.at(hours=2).meso("log", "water=2")
    water = next(row for row in as_json(treated)["care"] if row["id"] == "water")
    assert water["done_today"] == 5
    water = next(row for row in as_json(treated.at(hours=20))["care"] if row["id"] == "water")
    assert water["done_today"] is None


def test_the_config_moves_the_start_of_a_day_and_names_the_number(treated: World) -> None:
    """`day_start` moves midnight; `region` names whom to call."""
    treated.at(hours=12)  # 02:00 at night
    assert as_json(treated)["day"] == 1
    treated.config.write_text('region = "gb"\nday_start = "04:00"\n')
    assert as_json(treated)["day"] == 0
    assert "999" in treated.meso("urgent").out
    assert "NHS 111" in treated.meso("log", "fever").out


def test_an_unknown_region_is_remarked_and_answered(treated: World) -> None:
    """A typo in the config does not keep anybody from the answer."""
    treated.config.write_text('region = "xx"\n')
    answer = treated.meso("status")
    assert answer.code == 0
    assert "say a country, such as UK or Germany" in answer.err


def test_meso_alone(world: World) -> None:
    """Without data three lines, with data the status; exit 0 both times."""
    first = world.meso()
    assert (first.code, first.out.count("\n")) == (0, 3)
    world.meso("start")
    assert "Day 0" in world.meso().out


def test_the_intended_use_is_said_at_the_first_start_alone(world: World) -> None:
    """One sentence, once."""
    assert "does not diagnose" in world.meso("start").out
    assert "does not diagnose" not in world.at(days=40).meso("start").out


def test_a_second_start_within_six_hours_asks(treated: World) -> None:
    """The same area within 6 h needs --another; another area does not."""
    again = treated.at(hours=5).meso("start")
    assert again.code == 5
    assert "--another" in again.err
    assert treated.meso("start", "--area", "neck").code == 0
    assert treated.meso("start", "--another").code == 0


def test_demo_touches_nothing(world: World) -> None:
    """Six days of a made-up recovery in a throwaway file."""
    answer = world.meso("demo")
    assert answer.code == 0
    assert "Day 6" in answer.out or "Day 5" in answer.out
    assert not world.database.exists()


def test_version_names_every_part(world: World) -> None:
    """Program, guide, schema and SQLite."""
    assert [line.split()[0] for line in world.meso("--version").out.splitlines()] == [
        "meso",
        "guide",
        "schema",
        "SQLite",
    ]


def test_global_options_work_before_and_after_the_command(treated: World) -> None:
    """`--db` on either side; a flag beats the environment."""
    elsewhere = str(treated.folder / "elsewhere.db")
    for words in (("--db", elsewhere, "status"), ("status", "--db", elsewhere)):
        assert treated.meso(*words).code == 3
    assert treated.meso("--db", str(treated.database), "status").code == 0


def test_the_ends_of_restrictions_are_told_by_start_and_status(world: World) -> None:
    """In plain words with their moments: what lifts at 48 h stands there as tomorrow, then as today."""
    answer = world.at(hours=24).meso("start", "yesterday 14:00", "--depth", "1.0")
    assert "- tomorrow 14:00: Hard exercise" in answer.out
    assert "- today 14:00" in world.at(hours=46).meso("status").out
    assert "Hard exercise" in world.at(hours=48).meso("status").out.partition("Allowed now")[2]


def test_while_a_sign_stands_the_screen_allows_nothing_either(treated: World) -> None:
    """Not a word of what is allowed: everything waits until somebody has looked."""
    for sign in ("pus", "breathing"):
        treated.at(hours=20).meso("log", sign)
        for hours in (26, 70, 45 * 24):
            out = treated.at(hours=hours).meso("status").out
            assert "allowed" not in out
            assert "Everything else waits until you have been seen: meso status --all" in out
        treated.meso("undo")


@pytest.mark.parametrize(
    ("words", "at", "day"),
    [
        ("day 3", "2026-03-05T00:00:00+01:00", 3),
        ("day 3 18:00", "2026-03-05T18:00:00+01:00", 3),
        ("in 2 days", "2026-03-05T00:00:00+01:00", 3),
        ("today", "2026-03-03T12:00:00+01:00", 1),
        ("thu 9am", "2026-03-05T09:00:00+01:00", 3),
        ("2026-03-05T18:00", "2026-03-05T18:00:00+01:00", 3),
        ("2026-03-05T18:00Z", "2026-03-05T19:00:00+01:00", 3),
        ("18:00", "2026-03-03T18:00:00+01:00", 1),
        ("20 apr 18:00", "2026-04-20T18:00:00+02:00", 49),
        ("yesterday 20:15", "2026-03-02T20:15:00+01:00", 0),
    ],
)
def test_words_for_another_moment(treated: World, words: str, at: str, day: int) -> None:
    """Read ahead from now (Tue 3 Mar 12:00): the absolute moment is in the answer."""
    found = as_json(treated.at(hours=22), "--at", words)
    assert (found["at"], found["day"]) == (at, day)


@pytest.mark.parametrize("at", ["2026-10-25T02:30+01:00", "2026-10-25T01:30Z"])
def test_the_second_of_two_equal_hours_is_asked_about(world: World, at: str) -> None:
    """In the night that the clocks go back, 02:30 comes twice: the offset says which one is meant."""
    world.now = dt.datetime(2026, 10, 26, 12, tzinfo=BERLIN)
    assert world.meso("start", "2026-10-24T10:00+02:00").code == 0
    assert world.meso("log", "redness=1", "--at", "2026-10-25T02:20+01:00").code == 0
    found = as_json(world, "--at", at)
    assert (found["at"], found["elapsed_hours"]) == ("2026-10-25T02:30:00+01:00", 17.5)
    assert found["last_entry_at"] == "2026-10-25T02:20:00+01:00"
    assert "10 min before" in world.meso("status", "--at", at).out


def test_before_the_treatment_there_is_no_status(treated: World) -> None:
    """A moment before it began: nothing found, and the answer says so."""
    answer = treated.at(hours=50).meso("status", "--at", "5 days ago 10:00")
    assert answer.code == 3
    assert "No treatment had begun by then" in answer.err


def test_a_log_without_a_treatment_says_how_to_begin(world: World) -> None:
    """Nothing is lost in silence: exit 3, what to type, and no file made."""
    answer = world.meso("log", "redness=1")
    assert (answer.code, answer.out) == (3, "")
    assert "meso start" in answer.err
    assert not world.database.exists()


def test_an_entry_is_read_back_with_its_moment_and_its_number(treated: World) -> None:
    """Absolute time, elapsed hours, the value in words, the way back."""
    out = (
        treated.at(hours=22).meso("log", "redness:moderate", "itchy", "pus=no", "--at", "yesterday 20:15").out
    )
    assert "Logged #1: Mon 2 Mar 2026 20:15 CET, 6 h after the treatment." in out
    assert "- Redness: 2 moderate" in out
    assert "- Itching: 1 mild" in out
    assert "- Pus: no" in out
    assert "meso undo" in out


def test_what_was_logged_late_does_not_outdo_what_was_seen_later(treated: World) -> None:
    """Entries count by when they were observed, not by when they were typed."""
    treated.at(hours=22).meso("log", "redness=1", "pus=no")
    treated.meso("log", "redness=3", "pus", "--at", "yesterday 20:15")
    found = as_json(treated)
    assert {row["id"]: row["severity"] for row in found["symptoms"]}["redness"] == 1
    assert found["warnings"] == []


def test_day_45_still_answers(treated: World) -> None:
    """Follow-up is over, logging and status go on; what was never logged stays unknown."""
    out = treated.at(days=45).meso("status").out
    assert "Day 45" in out
    assert "Nothing logged yet" in out
    assert treated.meso("log", "dark-patches").code == 0
    assert [row["id"] for row in as_json(treated)["warnings"]] == ["dark-patches"]


def test_demo_leaves_nothing_behind(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's records keep every byte, and the throwaway folder is gone."""
    temporary = treated.folder / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = treated.database.read_bytes()
    assert treated.meso("demo").code == 0
    assert treated.database.read_bytes() == before
    assert list(temporary.iterdir()) == []


def test_a_database_is_its_owners_alone(treated: World) -> None:
    """The file 0600, the folder that was made for it 0700."""
    assert treated.database.stat().st_mode & 0o777 == 0o600
    assert treated.database.parent.stat().st_mode & 0o777 == 0o700


def test_reading_changes_no_byte(treated: World) -> None:
    """Every way to look leaves the file as it was."""
    treated.at(hours=20).meso("log", "redness=1")
    before = treated.database.read_bytes()
    for words in (
        "status",
        "status --json",
        "status --brief",
        "status --check",
        "status --all",
        "",
        "urgent",
    ):
        treated.meso(*words.split())
    assert treated.database.read_bytes() == before


def test_a_temperature_is_shown_wherever_the_fever_is(treated: World) -> None:
    """On the status, in `why` and in the history; in JSON as `reading`, null where none was typed."""
    treated.at(hours=5).meso("log", "fever=101.3F", "pus")
    assert "Why: fever, 38.5 °C" in treated.meso("status").out
    assert "fever, 38.5 °C (just now, #1)" in treated.meso("why", "fever").out
    assert "fever, 38.5 °C · pus yes" in treated.meso("history").out
    because = {log["item"]: log["reading"] for row in as_json(treated)["warnings"] for log in row["because"]}
    assert because == {"fever": 38.5, "pus": None}


def test_a_fever_without_a_temperature_is_a_yes(treated: World) -> None:
    """Nothing is made up."""
    treated.at(hours=5).meso("log", "fever")
    assert "Why: fever (just now, #1)" in treated.meso("status").out


def test_what_changed_says_of_what(treated: World) -> None:
    """ "4 lifted" alone could be anything."""
    treated.at(hours=40).meso("log", "redness=0", "swelling=0", "flaking=0", "scabs=0", "open-sore=no")
    assert (
        "Changed since yesterday: 4 more allowed, 2 now with caution"
        in treated.at(hours=49).meso("status").out
    )


def test_a_second_treatment_that_comes_too_soon_is_said(treated: World) -> None:
    """It was done, so it is recorded; it may be a correction that was meant.

    Of another area it is said in one line that its time still runs; not later.
    """
    said = "Needling again was 'not yet' until Mon 30 Mar"
    soon = treated.at(days=3).meso("start", "--depth", "1.5")
    assert soon.code == 0
    assert said in soon.out
    assert "If you meant to correct t1: meso undo, then meso edit t1" in soon.out
    treated.meso("undo")
    neck = treated.meso("start", "--area", "neck")
    other = "The next session on the face (t1) is 'not yet' until Mon 30 Mar 15:00 by the guide"
    assert (neck.code, neck.out.count("not yet'")) == (0, 1)
    assert f"{other}; this is another area." in neck.out
    treated.meso("undo")
    assert "not yet'" not in treated.at(days=29).meso("start", "--depth", "1.5").out


def test_a_second_start_of_the_same_session_names_both_ways_out(treated: World) -> None:
    """Correcting the first is as likely as another one."""
    answer = treated.at(hours=1).meso("start", "--depth", "1.5")
    assert answer.code == 5
    assert "meso edit t1 --depth" in answer.err
    assert "--another" in answer.err


def test_the_day_of_the_treatment_answers_from_its_begin(treated: World) -> None:
    """Asked about yesterday, when it began at 14:00: no invitation to record it a second time."""
    treated.at(hours=24)
    for words in ("yesterday", "day 0"):
        answer = treated.meso("status", "--at", words)
        assert answer.code == 0, answer.err
        assert "Shown as at 14:00 on Mon 2 Mar 2026" in answer.out
    assert treated.meso("can", "swim", "--at", "yesterday").code == 1


def test_before_the_treatment_its_begin_is_named(treated: World) -> None:
    """Not "record your treatment": there is one."""
    answer = treated.at(hours=24).meso("status", "--at", "3 days ago 10:00")
    assert answer.code == 3
    assert "No treatment had begun by then; t1 began Mon 2 Mar 2026 14:00 CET." in answer.err
    assert "meso start" not in answer.err


def test_an_installation_without_its_guide_saves_nothing(world: World) -> None:
    """A zip of the code alone: one sentence, exit 4, and no database that nothing could be said about."""
    code = world.folder / "code"
    shutil.copytree(
        Path(meso_cli.__file__).parent, code / "meso_cli", ignore=shutil.ignore_patterns("__pycache__")
    )
    zipapp.create_archive(code, world.folder / "meso.pyz", main="meso_cli.__main__:main")
    done = subprocess.run(
        [sys.executable, world.folder / "meso.pyz", "start", "now"],
        capture_output=True,
        text=True,
        env={**os.environ, **world.environment},
        check=False,
    )
    assert (done.returncode, done.stdout) == (Exit.DAMAGED, "")
    assert done.stderr.startswith("meso: This installation of meso has no guide")
    assert not world.database.exists()


def test_the_help_of_log_lists_all_that_can_be_logged(world: World) -> None:
    """Every symptom, sign and counted care, by its id: what a refusal points to is there."""
    guide = read_guide()
    counted = [row.id for row in guide.care.values() if row.per_day is not None]
    listed = world.meso("log", "--help").out.split()
    assert [id for id in (*guide.symptoms, *guide.signs, *counted) if id not in listed] == []


def test_a_symptom_of_the_guide_is_in_the_help_without_code() -> None:
    """The list is the guide's: whole names, in lines that fit a terminal."""
    guide = read_guide()
    added = guide.symptoms["redness"]._replace(id="weeping-where-it-was-treated", label="Weeping")
    lines = item_lines(guide._replace(symptoms={**guide.symptoms, added.id: added}))
    assert added.id in " ".join(lines).split()
    assert max(map(len, lines)) <= 60


def test_the_help_of_log_is_given_without_a_guide(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is said; the options and examples are there."""

    def unreadable() -> Guide:
        raise Damaged("The guide cannot be read")

    monkeypatch.setattr(item_list, "read_guide", unreadable)
    answer = world.meso("log", "--help")
    assert (answer.code, "--none" in answer.out, "meso doctor" in answer.out) == (0, True, True)
