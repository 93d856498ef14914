"""What README.md tells people to type works as it stands there, from the first line to the last."""

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import World
from tests.pictures.drawing import COMMAND, drawn

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
EXAMPLES = [line for block in BLOCKS for line in block.splitlines() if line.startswith("meso ")]
REFUSED = {
    "meso log": 5,  # a check-in is a talk, and nobody sits here
    'meso log --told "clinic: come in tomorrow"': 3,  # no warning stands
    "meso remind --install": 6,  # this machine has no systemd
}
"""What ends otherwise in a test, and how."""


def typed(line: str) -> tuple[list[str], str | None]:
    """The words of a line, and the file that its output goes to."""
    line = line.partition(";")[0]
    words = shlex.split(line, comments=True)[1:]
    if ">" in words:
        place = words.index(">")
        return words[:place], words[place + 1]
    return [word for word in words if word != "--open" and not word.startswith(">")], None


def test_every_example_runs(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the page, the first block on the evening, all others two days later.

    Each ends in 0, or in 1 for "not yet".
    """
    monkeypatch.setenv("PATH", str(world.folder))
    failed = []
    for number, line in enumerate(EXAMPLES):
        words, target = typed(line)
        answer = world.at(hours=(6 if line in BLOCKS[0] else 54) + number / 60).meso(*words)
        if target is not None and not target.startswith("~"):
            (world.folder / target).write_text(answer.out)
        if answer.code != REFUSED.get(line, 0) and answer.code != 1:
            failed.append((line, answer.code, answer.err))
    assert failed == []


@pytest.mark.parametrize("file", drawn(), ids=lambda path: path.stem)
def test_the_pictures_are_of_this_version(file: Path) -> None:
    """Drawn again they are the same; they load nothing from anywhere, and README shows them."""
    text = drawn()[file]
    assert file.read_text("utf-8") == text, f"look at it, then: {COMMAND}"
    assert set(re.findall(r'(?:src|href|url)[=(]"?(http[^")]*)', text)) == set()
    assert f"](tests/pictures/{file.name})" in README
