"""Bad input gets one clear sentence, its exit code, and nothing is lost."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.errors import Exit
from meso_cli.store import file
from tests.conftest import Answer, World
from tests.searching import examples

CODES = {value for name, value in vars(Exit).items() if name.isupper()} - {Exit.BUG}


def is_one_sentence(answer: Answer) -> bool:
    """Below what was not understood one more line says what to call for."""
    lines = [line for line in answer.err.splitlines() if not line.startswith("If it is serious: ")]
    return answer.err.startswith("meso: ") and len(lines) == 1 and "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["log", "rednes=2"], 2, "did you mean redness"),
        (["log", "redness=5"], 2, "grades go from 0 (none) to 4"),
        (["log", "redness=abc"], 2, "grades go from 0 (none) to 4"),
        (["log", "redness=1_0"], 2, "grades go"),
        (["log", "redness=٢"], 2, "grades go"),
        (["log", "redness=+2"], 2, "grades go"),
        (["log", "redness", "2", "zzzz"], 2, "redness=2"),
        (["log", "redness=1", "redness=2"], 2, "two values"),
        (["log", "flaking=1", "peeling=2"], 2, "two values"),
        (["log", "water=lots"], 2, "number from 0"),
        (["log", "redness=1", "--at", "in 2 hours"], 2, "has not come yet"),
        (["log", "redness=1", "--at", "3 days ago 10:00"], 2, "before t1 began"),
        (["log", "redness=1", "--at", "03/04"], 2, "3 apr"),
        (["log", "redness=1", "--at", "10"], 2, "10:00"),
        (["log", "redness=1", "--at", "yesterday"], 2, "whole day"),
        (["log", "redness=1", "--at", ""], 2, ""),
        (["log"], 5, "meso log redness=2"),
        (["log", "--treatment", "t7", "redness=1"], 3, "no such treatment"),
        (["start", "03/04"], 2, "3 apr"),
        (["start", "tomorrow 10:00"], 2, "has not come yet"),
        (["start", "--depth", "0"], 2, "needle depth"),
        (["start", "--depth", "11"], 2, "needle depth"),
        (["start", "--depth", "deep"], 2, "needle depth"),
        (["start", "--skin-type", "7"], 2, "skin type"),
        (["start", "--area", "fcae"], 2, "did you mean face?"),
        (["start", "--device", "laser"], 2, "pen, roller"),
        (["start", "--history", "diabtes"], 2, "did you mean diabetes?"),
        (["status", "--at", "1.12.2026"], 2, "1 dec 2026"),
        (["status", "--at", "10 days ago 10:00"], 3, "had begun by then"),
        (["status", "--nonsense"], 2, "meso status --help"),
        (["staus"], 2, "'status'"),
        (["redo"], 3, "nothing to redo"),
    ],
)
def test_a_value_that_cannot_be_read(treated: World, words: list[str], code: int, says: str) -> None:
    """What is wrong and what to do; the records stay as they were."""
    treated.at(hours=1).meso("log", "redness=2")
    before = treated.database.read_bytes()
    answer = treated.meso(*words)
    assert answer.code == code, answer
    assert answer.out == ""
    assert is_one_sentence(answer), answer.err
    assert says in answer.err
    assert treated.database.read_bytes() == before


def test_status_without_a_treatment_says_how_to_start(world: World) -> None:
    """Exit 3 and the command that begins."""
    answer = world.meso("status")
    assert answer.code == 3
    assert is_one_sentence(answer)
    assert "meso start" in answer.err


def test_a_folder_that_cannot_be_written(world: World) -> None:
    """Exit 6; here the folder would have to lie inside a file."""
    (world.folder / "file").write_text("in the way")
    answer = world.meso("start", "--db", str(world.folder / "file" / "meso.db"))
    assert answer.code in (Exit.SYSTEM, Exit.USAGE)
    assert is_one_sentence(answer)


def broken_files(world: World) -> dict[str, bytes]:
    """A real database, spoiled in the ways that happen."""
    world.meso("start")
    whole = world.database.read_bytes()
    other, newer = world.folder / "other.db", world.folder / "newer.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE things (id INTEGER)")
    connection.close()
    newer.write_bytes(whole)
    with sqlite3.connect(newer) as connection:
        columns, values = "migration_set, name, applied_at", "'meso', 'm999_later', '2030'"
        connection.execute(f"INSERT INTO _sqlite_migrations ({columns}) VALUES ({values})")
    connection.close()
    return {
        "text": b"dear diary\n" * 500,
        "empty": b"",
        "another program's": other.read_bytes(),
        "newer": newer.read_bytes(),
        "cut at a page": whole[: len(whole) // 2 // 4096 * 4096],
        "cut in a page": whole[: len(whole) // 2 + 100],
    }


def test_a_database_that_is_damaged_or_not_ours(world: World) -> None:
    """Every command refuses with exit 4 and a way out; the bytes stay as they were."""
    for what, spoiled in broken_files(world).items():
        path = world.folder / f"{what}.db".replace(" ", "-")
        path.write_bytes(spoiled)
        for words in (
            ["status"],
            ["log", "redness=1"],
            ["start", "--another"],
            ["undo"],
            ["status", "--json"],
            [],
        ):
            answer = world.meso("--db", str(path), *words)
            assert answer.code == Exit.DAMAGED, (what, words, answer)
            assert is_one_sentence(answer), (what, words, answer)
            assert path.read_bytes() == spoiled, (what, words)


HOSTILE_NOTES = {
    "markup": "sore [bold]here[/bold] [/] [red",
    "escape": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "bidi": "abc \u202e\u2066gnp.exe\u2069",
    "emoji": "better 🙂 👩🏽\u200d⚕️",
    "newlines": "one\ntwo\r\nthree\u2028four",
    "long": "x" * 100_000,
    "quotes": "Robert'); DROP TABLE entries;--",
}


@pytest.mark.parametrize("name", HOSTILE_NOTES)
def test_a_note_is_kept_whole_and_shown_harmless(treated: World, name: str) -> None:
    """The words are stored as typed; on the screen nothing acts on the terminal."""
    answer = treated.at(hours=1).meso("log", "redness=1", "--note", HOSTILE_NOTES[name])
    assert answer.code == 0, answer.err
    assert not set(answer.out) & {"\x1b", "\x9b", "\u202e", "\u2066", "\r", "\x07"}
    assert len(answer.out) < 3000
    with sqlite3.connect(treated.database) as connection:
        assert connection.execute("SELECT note FROM entries").fetchone() == (HOSTILE_NOTES[name],)
    connection.close()


@pytest.mark.parametrize(
    "words",
    [
        [b"log", b"redn\xffess=1"],
        [b"log", b"redness=1", b"--note", b"caf\xe9"],
        [b"log", b"redness=1", b"--at", b"\xff"],
        [b"start", b"--area", b"\xe9"],
        [b"\xff"],
        [b"log", b"redness=1", b"--n\xff"],
    ],
)
def test_arguments_that_are_not_utf8(treated: World, words: list[bytes]) -> None:
    """Exit 2 and a sentence; nothing saved, no traceback."""
    before = treated.database.read_bytes()
    answer = treated.process(*words)
    assert answer.code == 2, answer
    assert is_one_sentence(answer), answer.err
    assert treated.database.read_bytes() == before


def test_a_closed_pipe_is_no_error(treated: World) -> None:
    """`meso status | head -0`: exit 0 and silence."""
    read, write = os.pipe()
    os.close(read)
    environment = {**os.environ, **treated.environment}
    command = [sys.executable, "-m", "meso_cli", "status", "--at", "day 2 18:00"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", [["status", "--at", "day 2 18:00"], ["--help"], ["urgent"], ["--version"]])
def test_an_output_that_is_full(treated: World, words: list[str]) -> None:
    """/dev/full: exit 6 and a sentence."""
    environment = {**os.environ, **treated.environment}
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "meso_cli", *words]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == Exit.SYSTEM, done.stderr
    assert done.stderr.startswith(b"meso: ")
    assert done.stderr.count(b"\n") == 1


def test_a_note_without_an_end_is_refused(treated: World) -> None:
    """Not before its limit is read, and not long after: a million characters of any script."""
    before = treated.database.read_bytes()
    answer = treated.shell("set +o pipefail; yes | meso log --note -")
    assert (answer.code, "longer than 1,000,000 characters" in answer.err) == (2, True)
    longest = "\U00010400" * 1_000_000  # a letter of four bytes
    assert treated.meso("log", "--note", "-", typed=longest + "a").code == 2
    assert treated.database.read_bytes() == before
    assert treated.meso("log", "--note", "-", typed=longest).code == 0


def test_a_note_from_standard_input_that_is_not_text(treated: World) -> None:
    """Exit 2, nothing saved."""
    before = treated.database.read_bytes()
    for typed in (b"\xff\xfe", b"nul \0 byte"):
        answer = treated.process("log", "redness=1", "--note", "-", typed=typed)
        assert answer.code == 2, answer
        assert is_one_sentence(answer), answer.err
    assert treated.database.read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        "meso status",
        "meso",
        "meso status --json",
        "meso status --brief",
        "meso urgent",
        "meso --version",
        "meso demo",
    ],
)
def test_an_output_that_was_closed(treated: World, line: str) -> None:
    """`>&-`: exit 6 and a sentence, never a traceback."""
    answer = treated.at(hours=50).shell(f"{line} >&-")
    assert answer.code == Exit.SYSTEM, answer
    assert is_one_sentence(answer), answer.err


def test_messages_never_turn_to_the_output(treated: World) -> None:
    """With stderr closed or full, the exit code must do: nothing but data goes to stdout."""
    for line, code in (
        ("meso statsu", 2),
        ("meso log redness=5", 2),
        ("meso status --treatment t9", 3),
        ("meso status --json", 0),
    ):
        for where in ("2>&-", "2>/dev/full"):
            answer = treated.shell(f"{line} {where}")
            assert answer.code == code, (line, where, answer)
            assert bool(answer.out) == (code == 0), (line, where, answer)


def test_standard_input_that_was_closed(treated: World) -> None:
    """A note cannot come from it: exit 5, nothing saved; `start` asks nothing and goes on."""
    before = treated.database.read_bytes()
    answer = treated.shell("meso log redness=1 --note - <&-")
    assert answer.code == Exit.NEEDS_INPUT, answer
    assert is_one_sentence(answer)
    assert treated.database.read_bytes() == before
    assert treated.shell("meso start --area neck <&-").code == 0


@pytest.mark.parametrize(
    ("made", "code"),
    [
        ("mkdir place", Exit.USAGE),
        ("mkfifo place", Exit.USAGE),
        ("ln -s gone place", Exit.SYSTEM),
        ("ln -s place place", Exit.SYSTEM),
        ("touch place", Exit.DAMAGED),
    ],
)
def test_a_place_that_holds_no_database(world: World, made: str, code: int) -> None:
    """A folder, a pipe, a link to nowhere or to itself, an empty file: refused, and left as it is."""
    world.shell(made)
    place = world.folder / "place"
    before = os.lstat(place)
    for words in (["status"], ["start"], ["log", "redness=1"], ["undo"], []):
        answer = world.meso("--db", "place", *words)
        assert answer.code == code, (words, answer)
        assert is_one_sentence(answer), (words, answer)
    after = os.lstat(place)
    assert (after.st_ino, after.st_mode, after.st_size) == (before.st_ino, before.st_mode, before.st_size)


@pytest.mark.parametrize("instruction", ["nonsense", "complete_nonsense", "nonsense_bash"])
def test_a_completion_that_is_nonsense(world: World, instruction: str) -> None:
    """The code of a bad value: 1 would say "not allowed" to a script that asks `can`."""
    answer = world.shell(f"_MESO_COMPLETE={instruction} meso can swim")
    assert answer.code == Exit.USAGE
    assert answer.out == ""


def test_an_empty_meso_db_means_the_usual_place(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """As everywhere: an empty variable is no variable."""
    monkeypatch.setenv("MESO_DB", "")
    assert world.meso("start").code == 0
    assert (world.folder / "xdg-data" / "meso" / "meso.db").is_file()


@pytest.mark.parametrize("zone", ["", ":", "UTC0", "Etc/UTC"])
def test_a_time_zone_of_the_system_is_taken_without_a_word(
    world: World, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None at all, or a rule without a name."""
    monkeypatch.setitem(world.environment, "TZ", zone)
    assert world.process("start", "yesterday 08:00")[::2] == (0, "")


@pytest.mark.parametrize(
    "zone",
    [
        "Mars/Olympus",
        "Europe/Berln",
        "../../etc/passwd",
        "\udcff",
        "Europe",
        "XYZ24",
        "XYZ-24",
        "XYZ99",
        "XYZ23:59:59",
    ],
)
def test_a_time_zone_that_cannot_be_used_is_said_once(
    world: World, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UTC is taken, and nothing is refused for it: a red flag is recorded and seen."""
    monkeypatch.setitem(world.environment, "TZ", zone)
    for words, code in (
        (["start", "yesterday 08:00"], 0),
        (["log", "breathing"], 0),
        (["status", "--check"], 12),
    ):
        answer = world.process(*words)
        assert (answer.code, answer.err.count("\n"), "UTC is taken" in answer.err) == (code, 1, True), answer
    found = json.loads(world.process("status", "--json").out)
    assert found["treatment"]["at"].endswith("T08:00:00+00:00")


def test_a_database_that_somebody_keeps_locked(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 6 and what to do; nothing is half written."""
    for patience in ("READ_SECONDS", "WRITE_SECONDS"):
        monkeypatch.setattr(file, patience, 0.05)
    with closing(sqlite3.connect(treated.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for words in (["status"], ["log", "redness=1"], ["start", "--another"], ["undo"]):
            answer = treated.meso(*words)
            assert answer.code == Exit.SYSTEM, (words, answer)
            assert is_one_sentence(answer)
            assert "locked" in answer.err
        other.execute("ROLLBACK")
    assert "nothing logged" in treated.meso("status", "--brief").out


def test_hostile_words_about_the_practitioner_are_harmless(world: World) -> None:
    """Every field that a person may fill is shown without markup, codes or turned text."""
    hostile = "".join(HOSTILE_NOTES[name] for name in ("markup", "escape", "bidi", "newlines", "quotes"))
    fields = ("--practitioner", "--phone", "--out-of-hours", "--product", "--note")
    words = [part for field in fields for part in (field, hostile)]
    for answer in (
        world.meso("start", *words),
        world.meso("log", "rash", "pus", "--note", hostile),
        world.meso("status"),
        world.meso("status", "--all"),
    ):
        assert answer.code == 0, answer.err
        assert "Robert" in answer.out or "Recorded" in answer.out
        assert not set(answer.out) & {"\x1b", "\x9b", "\u202e", "\u2066", "\r", "\x07", "\u2028"}
    said = json.loads(world.meso("status", "--json").out)["treatment"]["practitioner"]
    assert said == {"name": hostile, "phone": hostile, "out_of_hours": hostile}


LONG = "9" * 100_000


@pytest.mark.parametrize(
    "words",
    [
        ["log", LONG],
        ["log", f"redness={LONG}"],
        ["log", f"fever={LONG}"],
        ["log", f"pus={LONG}"],
        ["log", f"water={LONG}"],
        ["log", "redness=1", "--at", LONG],
        ["log", "redness=1", "--at", f"{LONG} days ago"],
        ["log", "redness=1", "--treatment", LONG],
        ["start", LONG],
        ["start", "--depth", LONG],
        ["start", "--skin-type", LONG],
        ["start", "--area", LONG],
        ["start", "--history", LONG],
        ["status", "--at", f"day {LONG}"],
        ["status", "--treatment", LONG],
        [LONG],
        [f"--{LONG}"],
    ],
)
def test_a_very_long_word_gets_a_short_answer(treated: World, words: list[str]) -> None:
    """Refused at once, in a sentence that a screen holds."""
    before = treated.database.read_bytes()
    answer = treated.meso(*words)
    assert answer.code in (Exit.USAGE, Exit.NOTHING_FOUND), answer.code
    assert is_one_sentence(answer)
    assert len(answer.err) < 1000
    assert treated.database.read_bytes() == before


TYPED = """
redness redness=2 redness=5 swelling=0 itch:mild pus=no fever fever=38 fever=banana breathing water=2
scabs= flaking no 2 3 severe t1 t9 #1 12 day yesterday now 18:00 03/04 makeup sauna use walk = : - --
--at --note --none --json --brief --check --all --db --plain --no-color --no-input --debug --help
--version --treatment --depth 1.0 --area neck --device rf --skin-type 4 --history --another --week --day
"""
# A slash would let a database be made anywhere on this machine; no system passes a NUL.
TEXT = st.text(max_size=8).filter(lambda text: not set(text) & set("/\0"))
WORDS = st.sampled_from([*CATALOGUE, *TYPED.split()]) | TEXT


@settings(
    max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(command=st.sampled_from([*CATALOGUE, "log", "start", "status", ""]), words=st.lists(WORDS, max_size=5))
def test_no_command_line_ends_in_a_traceback(world: World, command: str, words: list[str]) -> None:
    """Any words at all: an exit code of the table, and on an error one sentence."""
    answer = world.at(hours=30).meso(*filter(None, [command]), *words)
    assert answer.code in CODES, (words, answer)
    assert "Traceback" not in answer.err
    if answer.code in (Exit.USAGE, Exit.DAMAGED, Exit.NEEDS_INPUT, Exit.SYSTEM):
        assert is_one_sentence(answer), answer


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--db", "", "status"], "database is blank"),
        (["status", "--db", ""], "database is blank"),
        (["status", "--db", "  "], "database is blank"),
        (["start", ""], "no time was given"),
        (["start", " "], "no time was given"),
        (["log", "redness=1", "--treatment", ""], "treatment is empty"),
        (["status", "--treatment", ""], "treatment is empty"),
        (["can", "swim", "--treatment", " "], "treatment is empty"),
        (["log", "redness=1", "--at", ""], "no time was given"),
    ],
)
def test_an_empty_value_is_refused_not_ignored(treated: World, words: list[str], says: str) -> None:
    """Somebody's variable was empty: what they meant is not what is there by default."""
    before = treated.database.read_bytes()
    answer = treated.meso(*words)
    assert (answer.code, answer.out) == (2, ""), answer
    assert says in answer.err
    assert answer.err.count("\n") == 1
    assert treated.database.read_bytes() == before


def test_a_red_flag_with_an_empty_database_name_gets_its_card(treated: World) -> None:
    """The card does not wait for the name."""
    for words in (["log", "pus", "--db", ""], ["--db", "", "log", "pus"], ["edit", "1", "pus", "--db", ""]):
        answer = treated.meso(*words)
        assert "You named: pus." in answer.out.partition("\n")[0]
        assert answer.code == 2
    assert treated.meso("urgent", "--db", "").code == 0


def test_the_database_of_the_environment(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """MESO_DB="" counts as unset, as everywhere; blanks are no name."""
    monkeypatch.setenv("MESO_DB", "   ")
    answer = treated.meso("status")
    assert (answer.code, answer.out) == (2, "")
    assert "MESO_DB" in answer.err
    assert treated.meso("status", "--db", str(treated.database)).code == 0
    monkeypatch.setenv("MESO_DB", "")
    answer = treated.meso("status")
    assert answer.code == 3
    assert "xdg-data" in answer.err or "No treatment" in answer.err or "recorded yet" in answer.err
