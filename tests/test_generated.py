"""What is generated and committed is what its sources give now."""

from pathlib import Path

import pytest

from meso_cli.cli.generate import COMMAND, generated
from meso_cli.cli.spec import DYNAMIC, read_spec

GENERATED = generated()


@pytest.mark.parametrize("file", GENERATED, ids=lambda path: path.name)
def test_nothing_generated_is_stale(file: Path) -> None:
    """An option, a name or a number was changed: one command brings everything up to date."""
    assert file.read_text("utf-8") == GENERATED[file], f"{file.name} is out of date; run: {COMMAND}"


def test_the_spec_names_only_kinds_that_it_has() -> None:
    """Completion offers what the spec says: a kind without values would offer nothing."""
    spec = read_spec()
    commands = [*spec["commands"].values()]
    commands += [below for command in commands for below in command["commands"].values()]
    places = [place for command in commands for place in (*command["options"], *command["arguments"])]
    kinds = {kind for place in (*places, *spec["everywhere"]) for kind in place["kinds"]}
    assert kinds <= {*spec["values"], *DYNAMIC, "files", "commands", "assignments"}
    assert set(spec["item_values"]) == set(spec["values"]["items"])
    assert set(spec["item_values"].values()) <= set(spec["values"])
