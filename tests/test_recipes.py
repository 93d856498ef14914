"""The recipes of CONTRIBUTING.md: what a new command or export still needs is said in one sentence."""

from pathlib import Path

from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.commands.share.exports import FORMATS
from tests.cli import test_one_call, test_privacy

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text("utf-8")
FORMATS_TRIED = [
    line[line.index("--format") + 1] for line in test_privacy.LINES["export"] if "--format" in line
] + ["json"]  # fmt: skip  # what is tried, and the format that needs no name


COMMANDS_TRIED = {
    "tests/cli/test_privacy.py": set(test_privacy.LINES),
    "tests/cli/test_one_call.py": set(test_one_call.LINES),
}
"""File -> the commands that it has a line for."""


def missing_of_commands(names: list[str], readme: str, tried: dict[str, set[str]]) -> list[str]:
    """What each command still needs, as sentences."""
    return [
        *(f"`meso {name}` has no line in README.md." for name in names if f"meso {name}" not in readme),
        *(
            f"`{name}` has no line in LINES of {file}."
            for name in names
            for file, known in tried.items()
            if name not in known
        ),
    ]


def missing_of_exports(names: list[str], readme: str, tried: set[str]) -> list[str]:
    """What each format of `export` still needs, as sentences; json is what `export` gives by itself."""
    return [
        *(
            f"`--format {name}` has no line in README.md."
            for name in names
            if name != "json" and f"--format {name}" not in readme
        ),
        *(
            f"`--format {name}` has no line of export in LINES of tests/cli/test_privacy.py."
            for name in names
            if name not in tried
        ),
    ]


def test_every_command_follows_its_recipe() -> None:
    """Nobody has to guess that a command exists; each is watched for the network, and for a second look."""
    assert missing_of_commands(list(CATALOGUE), README, COMMANDS_TRIED) == []


def test_every_export_follows_its_recipe() -> None:
    """A format is described, and tried, like a command."""
    assert missing_of_exports(list(FORMATS), README, set(FORMATS_TRIED)) == []


def test_what_is_missing_is_said() -> None:
    """A recipe half followed fails with the sentence that says what is left to do."""
    assert missing_of_commands(["trends"], "", {"tests/a.py": {"trends"}, "tests/b.py": set()}) == [
        "`meso trends` has no line in README.md.",
        "`trends` has no line in LINES of tests/b.py.",
    ]
    assert missing_of_exports(["pdf"], "--format pdf", set()) == [
        "`--format pdf` has no line of export in LINES of tests/cli/test_privacy.py."
    ]


def test_the_glossary_stays_small() -> None:
    """A reader can hold its concepts: at most forty."""
    words = (PROJECT / "CONTRIBUTING.md").read_text("utf-8").split("## Words")[1].split("## Recipes")[0]
    rows = [line for line in words.splitlines() if line.startswith("| ")][1:]
    assert 20 <= len(rows) <= 40
