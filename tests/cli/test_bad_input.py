"""Bad input gets one clear sentence, its exit code, and nothing is lost."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.errors import Exit
from tests.conftest import Answer, World

CODES = {value for name, value in vars(Exit).items() if name.isupper()} - {Exit.BUG}


def is_one_sentence(answer: Answer) -> bool:
    return answer.err.startswith("meso: ") and answer.err.count("\n") == 1 and "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["log", "rednes=2"], 2, "did you mean redness"),
        (["log", "redness=5"], 2, "grades go from 0 (none) to 4"),
        (["log", "redness=abc"], 2, "grades go from 0 (none) to 4"),
        (["log", "redness=1_0"], 2, "grades go"),
        (["log", "redness=٢"], 2, "grades go"),
        (["log", "redness=+2"], 2, "grades go"),
        (["log", "redness", "2"], 2, "redness=2"),
        (["log", "redness=1", "redness=2"], 2, "twice"),
        (["log", "flaking=1", "peeling=2"], 2, "twice"),
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


def test_none_with_nothing_above_zero_asks_what_was_looked_at(treated: World) -> None:
    """`--none` alone would record nothing: it says what to type, and saves nothing."""
    answer = treated.meso("log", "--none")
    assert (answer.code, answer.out) == (2, "")
    assert "redness=0" in answer.err


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
        connection.execute("UPDATE _sqlite_migrations SET name = 'm999_later'")
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


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("region = ", "not valid TOML"),
        ("colour = 1", "unknown settings: colour"),
        ('day_start = "25:00"', "no time of day"),
        ("region = 7", "no country code"),
        (b"region = '\xff'", "not valid TOML"),
    ],
)
def test_a_config_that_cannot_be_read(treated: World, config: str | bytes, says: str) -> None:
    """Exit 2, naming the file and what to write."""
    treated.config.write_bytes(config if isinstance(config, bytes) else config.encode())
    answer = treated.meso("status")
    assert answer.code == 2
    assert is_one_sentence(answer)
    assert says in answer.err


def test_a_note_from_standard_input_that_is_not_text(treated: World) -> None:
    """Exit 2, nothing saved."""
    before = treated.database.read_bytes()
    for typed in (b"\xff\xfe", b"nul \0 byte"):
        answer = treated.process("log", "redness=1", "--note", "-", typed=typed)
        assert answer.code == 2, answer
        assert is_one_sentence(answer), answer.err
    assert treated.database.read_bytes() == before


WORDS = st.sampled_from(
    [
        "log",
        "status",
        "start",
        "undo",
        "redo",
        "urgent",
        "--at",
        "--note",
        "--none",
        "--json",
        "--brief",
        "--check",
        "redness=2",
        "redness",
        "2",
        "fever",
        "fever=38",
        "no",
        "t1",
        "--treatment",
        "yesterday",
        "day",
        "3",
        "--db",
        "--plain",
        "now",
        "18:00",
        "-",
        "--",
        "--help",
        "--all",
        "--depth",
        "1.0",
        "=",
        ":",
        "--no-input",
    ]
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS | st.text(max_size=8), max_size=6))
def test_no_command_line_ends_in_a_traceback(world: World, words: list[str]) -> None:
    """Any words at all: an exit code of the table, and on an error one sentence."""
    answer = world.at(hours=30).meso(*words)
    assert answer.code in CODES, (words, answer)
    assert "Traceback" not in answer.err
