"""What was reported and neither the guide nor the treatment's plan knows: named, never "no warning sign"."""

import json
from typing import Any

import jsonschema
import pytest

from meso_cli.errors import Exit
from meso_cli.guide.files import data_folder
from tests.conftest import World

EXAMPLE = str(data_folder() / "plans" / "example.toml")
SCHEMA = json.loads((data_folder() / "schema" / "status.schema.json").read_text("utf-8"))


def status(world: World) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(world.meso("status", "--json").out)
    jsonschema.validate(found, SCHEMA)
    return found


@pytest.fixture
def taken_back(treated: World) -> World:
    """A sign of the clinic's plan was reported, then the plan was taken back."""
    assert treated.meso("plan", "load", EXAMPLE).code == 0
    assert treated.at(hours=5).meso("log", "lost-dressing", "redness=1").code == 0
    assert treated.meso("plan", "clear", "--loaded").code == 0
    return treated


def test_it_is_named_everywhere(taken_back: World) -> None:
    """Screen, brief line, JSON and exit code; nothing speaks of "no warning"."""
    assert [(row["item"], row["entry"]) for row in status(taken_back)["unjudged"]] == [("lost-dressing", 1)]
    out = taken_back.meso("status").out
    assert "Reported, and nothing here can judge it: lost-dressing (#1). Ask your practitioner." in out
    assert "No warning sign" not in out
    brief = taken_back.meso("status", "--check")
    assert (brief.code, "nothing can judge: lost-dressing" in brief.out) == (Exit.CHECK_CONTACT, True)
    assert "no warning" not in brief.out


def test_beside_a_warning_it_is_counted(taken_back: World) -> None:
    """The graver thing leads; a red flag keeps its own exit code."""
    taken_back.meso("log", "pus")
    brief = taken_back.meso("status", "--check")
    assert (brief.code, "URGENT: pus +1" in brief.out) == (Exit.CHECK_URGENT, True)
    assert "nothing here can judge it: lost-dressing" in taken_back.meso("status").out


def test_of_another_treatment(taken_back: World) -> None:
    """An older one that is still open is named with its item."""
    taken_back.at(days=30).meso("start", "--area", "neck")
    taken_back.meso("log", "redness=1")
    out = taken_back.meso("status").out
    assert "nothing here can judge it: t1: lost-dressing (#1)" in out
    assert "No warning sign" not in out
    assert taken_back.meso("status", "--check").code == Exit.CHECK_CONTACT
    assert [row["item"] for row in status(taken_back)["others"][0]["unjudged"]] == ["lost-dressing"]


def test_it_is_over_when_it_is_known_again_or_taken_out(taken_back: World) -> None:
    """The plan loaded again judges it."""
    taken_back.meso("plan", "load", EXAMPLE)
    assert status(taken_back)["unjudged"] == []
    assert [row["id"] for row in status(taken_back)["warnings"]] == ["lost-dressing"]
    taken_back.meso("log", "lost-dressing=no")
    taken_back.meso("plan", "clear", "--loaded")
    assert status(taken_back)["unjudged"] == []
    assert taken_back.meso("status", "--check").code == Exit.FINE
