"""`meso completion`: static scripts, with the person's own numbers asked for alone."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from meso_cli.cli.spec import read_spec
from meso_cli.commands.more.completion import OWN, SCRIPTS
from meso_cli.export.shells.places import tree
from meso_cli.guide.files import data_folder
from tests.conftest import World

PROJECT = Path(__file__).parents[2]
TREE = tree(read_spec())


def replies(line: str, *, own: str = "", program: str = "") -> list[str]:
    """What the script for bash answers to TAB at the end of a line.

    `own` is what the program would say, `program` what it does.
    """
    words = line.replace("=", " = ").split(" ")
    if line.endswith("="):
        words.pop()
    quoted = " ".join(f"'{word}'" for word in words)
    script = f"""
. {data_folder() / "completion" / "meso"}
meso() {{ {program or f"printf '{own}'"}; }}
COMP_WORDS=({quoted})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_meso
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_each_shell_gets_its_script(world: World, shell: str) -> None:
    """As it was generated; nothing is installed, and no file of a shell is touched."""
    answer = world.meso("completion", shell)
    assert answer.out == (data_folder() / "completion" / SCRIPTS[shell]).read_text("utf-8")
    assert list(world.folder.iterdir()) == []


@pytest.mark.parametrize("shell", SCRIPTS)
def test_every_name_is_in_the_script(shell: str) -> None:
    """Commands, options and values of every kind: none is asked for when TAB is pressed."""
    text = (data_folder() / "completion" / SCRIPTS[shell]).read_text("utf-8")
    values = [value for rows in TREE.values.values() for value in rows]
    options = [row.name.lstrip("-") for place in TREE.places for row in place.options]
    assert [word for word in (*values, *options, *TREE.paths) if word not in text] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("meso log red", ["red-streaks=", "redness="]),
        ("meso log redness=", ["0", "1", "2", "3", "4"]),
        ("meso log spf fever=n", ["no"]),
        ("meso log --at now redness=2 sw", ["swelling="]),
        ("meso config region us", ["us"]),
        ("meso config accessible y", ["yes"]),
        ("meso plan se", ["set"]),
        ("meso plan set sau", ["sauna"]),
        ("meso start --device s", ["stamp"]),
        ("meso start --device=s", ["stamp"]),
        ("meso --db x.db undo --pl", ["--plain"]),
        ("meso trend redn", ["redness"]),
        ("meso man trend x", []),
        ("meso history 12 x", []),
        ("meso nonsense x", []),
    ],
)
def test_bash_offers_what_can_stand_there(line: str, expected: list[str]) -> None:
    """By the place in the line; options with their values are no words of the command."""
    assert sorted(replies(line)) == expected


def test_numbers_are_asked_for_where_one_is_wanted() -> None:
    """Only there: the program is called with the kind, and the words after a tab are left out."""
    assert replies("meso edit ", own="12\\tredness=2\\n") == ["12", "12"]
    assert replies("meso log fev", own="never") == ["fever="]


@pytest.mark.parametrize("line", ["meso --db my.db edit ", "meso edit --db=my.db ", "meso edit --db my.db "])
def test_numbers_are_of_the_records_that_are_named(line: str) -> None:
    """The line says `--db`, so the ids that are offered are of that file, not of the usual one."""
    assert "completion entries --db my.db" in " ".join(replies(line, program='echo "$*"'))


def test_a_persons_own_numbers(treated: World) -> None:
    """The latest entry first, with what it says; silent where nothing is recorded or can be read."""
    treated.at(hours=20).meso("log", "redness=2")
    treated.at(hours=30).meso("log", "--note", "a\tb")
    lines = treated.meso("completion", "entries").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["2", "1"]
    assert lines[1] == "1\t03 Mar 10:00 redness=2"
    assert treated.meso("completion", "treatments").out == "t1\t2026-03-02 face, pen\n"
    assert treated.meso("completion", "backups").out == "2026-03-02\n2026-03-03\n"
    treated.database.write_bytes(b"nonsense")
    for kind in OWN[:2]:
        assert treated.meso("completion", kind) == (0, "", "")


def test_an_unknown_shell_is_said(world: World) -> None:
    """One sentence, exit 2."""
    answer = world.meso("completion", "tcsh")
    assert (answer.code, answer.out) == (2, "")
    assert "'tcsh' is not a shell that meso knows; say bash, zsh, fish" in answer.err


def test_the_wheel_puts_them_where_shells_and_man_look() -> None:
    """An installation is enough; and the typed option that would edit a shell's file is off."""
    found = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["setuptools"]["data-files"]
    assert found["share/bash-completion/completions"] == ["data/completion/meso"]
    assert found["share/zsh/site-functions"] == ["data/completion/_meso"]
    assert found["share/fish/vendor_completions.d"] == ["data/completion/meso.fish"]
    assert found["share/man/man1"] == ["data/man/*.1"]
    assert "--install-completion" not in {row.name for row in TREE.places[0].options}
