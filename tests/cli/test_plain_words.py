"""Screens in plain words: what a tired new user reads once and understands."""

import re
from contextlib import closing
from typing import Any

import pytest

from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call, Options
from meso_cli.commands.support.context import look
from meso_cli.views.blocks import Grid
from meso_cli.views.logged import Receipt, logged_document
from meso_cli.views.status import status_document
from tests.conftest import BERLIN, World

COINED = re.compile(
    r"by time allowed|\beased\b|outlast|who says so|what it rests on|\bmend|\banew\b|above-course|n\.d\."
    r"|rules: \d|strength [ABC]\b",
    re.IGNORECASE,
)


def test_an_old_value_is_never_now(treated: World) -> None:
    """It is the last one, with its age; beside it stands what is usual today, and no trend."""
    treated.at(hours=20).meso("log", "redness=3")
    treated.at(hours=24).meso("log", "redness=2")
    out = treated.at(days=28).meso("status").out
    assert "- Redness: grade last 2 moderate, usual up to 0 today, logged 27 days ago" in out
    assert "trend" not in out
    assert "now 2" not in out


def test_what_is_allowed_and_what_changed_is_said_plainly(treated: World) -> None:
    """No "by time", no counts of rules."""
    treated.at(hours=20).meso("log", "redness=2", "swelling=0")
    treated.at(hours=44).meso("log", "redness=1", "swelling=0")
    out = treated.at(hours=50).meso("status").out
    assert "Changed since yesterday: redness 2 to 1" in out
    assert "Allowed now: " in out
    assert "Allowed now if no flaking" in out
    assert "Allowed then: " in treated.meso("status", "--at", "day 20 12:00").out


def test_an_entry_and_a_warning_name_their_treatment(treated: World) -> None:
    """Where two are open: in the answer to log, in status and in the brief line; a calm one names itself."""
    treated.at(hours=10).meso("start", "--area", "neck", "--no-input")
    treated.at(hours=60).meso("log", "warmth=1", "--treatment", "t1")
    assert "Logged #2 to t2 · neck: " in treated.meso("log", "redness=1").out
    assert "WATCH: t1 warmth" in treated.meso("status", "--brief").out
    assert "No warning sign in what you logged for t2." in treated.meso("status").out
    assert "- t1: Warmth" in treated.meso("status", "--treatment", "t1").out


def test_a_terminal_asks_which_treatment(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unnamed, with two open; Enter is the latest; what is none of them is asked again; no red flag waits."""
    treated.at(hours=10).meso("start", "--area", "neck", "--no-input")
    asked: list[str] = []
    answers = iter(["t9", "1", ""])

    def ask(question: str, *_: Any) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(terminal, "can_ask", lambda _: True)
    monkeypatch.setattr(terminal, "ask", ask)
    assert "to t1" in treated.meso("log", "redness=1").out
    assert "to t2" in treated.meso("log", "redness=2").out
    assert len(asked) == 3
    assert "(Enter: t2)" in asked[0]
    treated.meso("log", "pus")
    treated.meso("log", "redness=1", "--treatment", "t1")
    assert len(asked) == 3


def test_one_colour_for_one_fact(treated: World) -> None:
    """A grade has the colour of the gravest warning that it is a part of, in log and in status."""
    treated.at(hours=30).meso("log", "warmth=2", "redness=3", "tightness=1")
    with closing(Call(Options(db=str(treated.database)))) as call:
        context = look(call)
    entry = context.case.record.entries[-1]
    documents = (status_document(context), logged_document(Receipt(entry), context))
    grids = [block for document in documents for block in document if isinstance(block, Grid)]
    colours = [{row[0]: role for row, role in zip(grid.rows, grid.roles, strict=True)} for grid in grids]
    assert colours[0] == colours[1] == {"Warmth": "contact", "Redness": "contact", "Tightness": ""}


def test_the_zone_is_said_where_it_differs(treated: World) -> None:
    """In one line; at home it is not."""
    from zoneinfo import ZoneInfo

    treated.at(hours=30).meso("log", "redness=1")
    lines = (
        ["status"], ["can", "makeup"], ["can"], ["why", "makeup"], ["log", "redness=1"], ["history"],
        ["plan"], ["plan", "set", "makeup", "30h"],
    )  # fmt: skip  # commands side by side
    for words in lines:
        assert "Times are shown in" not in treated.meso(*words).out
    treated.now = treated.now.astimezone(ZoneInfo("Asia/Tokyo"))
    for words in lines:
        assert treated.meso(*words).out.count("Times are shown in JST; t1 was recorded in CET.") == 1, words
    treated.now = treated.now.astimezone(BERLIN)


def test_small_answers_say_what_they_are_about(treated: World) -> None:
    """A note on a calm first day is kept; undo says what; an entry that is not there; edit's own option."""
    assert "feels calm" in treated.at(hours=1).meso("log", "--none", "--note", "feels calm").out
    treated.meso("log", "redness=2", "fever=no", "--note", "slept")
    assert 'Took back: log #2 (redness 2 moderate, fever no, "slept").' in treated.meso("undo").out
    assert "There is no entry 99" in treated.meso("edit", "99").err
    assert "meso edit t1 --depth ..." in treated.meso("edit", "1", "--depth", "1").err
    assert 'meso edit t1 --at "3 hours ago"' in treated.at(hours=3).meso("start", "3 hours ago").err


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{id} day {day}", "t1 day 2"),
        ("{hours}h {warning}", "54h CONTACT: rash"),
        ("{next}", "retinoids, acids, vit. C tomorrow 14:00"),
        ("{{}} {day}", "{} 2"),
        ("", ""),
    ],
)
def test_a_line_for_a_prompt(treated: World, template: str, line: str) -> None:
    """Its fields, at most 48 columns."""
    treated.at(hours=54).meso("log", "rash")
    assert treated.meso("status", "--brief", "--format", template).out == f"{line}\n"
    assert treated.meso("status", "--format", "{warning} " * 9).out.rstrip().endswith("…")
    assert len(treated.meso("status", "--format", "{warning} " * 9).out.rstrip()) <= 48


@pytest.mark.parametrize("template", ["{foo}", "{day!r}", "{day:>3}", "{", "{}", "{day.real}"])
def test_a_field_that_there_is_not(treated: World, template: str) -> None:
    """Exit 2, and the list."""
    answer = treated.meso("status", "--brief", "--format", template)
    assert (answer.code, answer.out) == (2, "")
    assert "{day} {hours} {warning} {next} {id}" in answer.err


def test_nothing_stands_above_a_red_flag_card(treated: World) -> None:
    """A remark about the settings comes below the answer."""
    treated.config.write_text('region = "nowhere"\n')
    answer = treated.process("log", "pus", "--at", "day 0 15:00")
    assert answer.out.startswith("SEE A DOCTOR TODAY")
    assert "nowhere" in answer.err


@pytest.mark.parametrize("command", CATALOGUE)
def test_help_has_no_coined_word(world: World, command: str) -> None:
    """Nor an archaic one."""
    assert not COINED.search(world.meso(command, "--help").out)


def test_no_screen_has_a_coined_word(treated: World) -> None:
    """Over days, with warnings and without."""
    for hours, items in (
        (20, "redness=2"),
        (50, "redness=3 rash"),
        (80, "redness=1 scabs=1"),
        (200, "rash=no"),
    ):
        treated.at(hours=hours).meso("log", *items.split())
        for words in (
            ["status"], ["status", "--all"], ["can", "makeup"], ["can", "swim"], ["can"], ["why", "redness"],
            ["why", "makeup"], ["guide", "--week"], ["plan"], ["history"], ["urgent"], ["status", "--brief"],
        ):  # fmt: skip  # commands side by side
            out = treated.meso(*words).out
            assert not COINED.search(out), (words, COINED.search(out))


@pytest.mark.parametrize("columns", [20, 24, 30, 40, 41, 44, 48, 60, 68, 71, 80])
def test_no_word_is_cut_off_by_a_narrow_terminal(
    treated: World, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    """What does not fit is broken, never lost: all letters of the wide screen are on the narrow one."""
    treated.at(hours=30).meso("log", "flaking=2", "redness=3", "itching=1")
    monkeypatch.setattr(terminal, "is_on_stdout", lambda: True)
    monkeypatch.setenv("LINES", "500")

    def letters(width: int) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        shown = "".join(treated.meso(*words).out for words in (["status"], ["history"], ["plan"]))
        return sorted(re.sub(r"[\W▌]", "", shown))

    assert letters(columns) == letters(200)


def test_a_rise_inside_the_usual_range_is_said_as_one(treated: World) -> None:
    """Flaking 0, then 1 on day 8, where up to 2 is usual: a watch that no line of the answer contradicts."""
    treated.at(days=7, hours=2).meso("log", "flaking=0")
    answer = treated.at(days=8).meso("log", "flaking=1")
    assert "up again inside its usual range, when it should only settle" in answer.out
    assert "usual up to 2 at that hour, but up again" in answer.out
    why = treated.meso("why", "flaking").out
    assert "what ends it: a later log of flaking that is down again" in why
    assert "inside the usual range, but up again: a warning stands (watch)" in treated.meso("trend").out
    treated.at(days=8, hours=8).meso("log", "flaking=0")
    assert treated.as_json("status")["warnings"] == []


def test_an_old_sign_says_how_it_ends(treated: World) -> None:
    """What was reported a day ago and more stands until a no: the screen says which command that is."""
    treated.at(hours=30).meso("log", "fever", "rash")
    assert "Gone since then?" not in treated.at(hours=53).meso("status").out
    old = treated.at(hours=54).meso("status").out
    assert "Gone since then? Log it: meso log fever=no" in old
    treated.meso("log", "fever=no")
    assert "Gone since then? Log it: meso log rash=no" in treated.meso("status").out
    treated.at(days=4).meso("log", "breathing")
    treated.at(days=5, hours=2).meso("log", "breathing=no", "rash=no")
    assert "stands" not in treated.meso("status").out
    assert "Gone since then?" not in treated.meso("status").out  # it lingers, and was said
