"""The first line of the card says what the named signs come to together, with what was logged before."""

import itertools
import sqlite3
from contextlib import closing

import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.signs.named import gravest_of
from meso_cli.store import file
from tests.conftest import World

GUIDE = read_guide()
RED_FLAGS = tuple(sign.id for sign in GUIDE.signs.values() if sign.is_red_flag)
PAIRS = [
    (row, one, other)
    for row in GUIDE.combinations.values()
    if row.kind == "together" and row.tier == "emergency"
    for one in row.any_of
    for other in row.with_any
]
CALL, DOCTOR = "CALL your local emergency number", "SEE A DOCTOR TODAY"


def first_line(world: World, *line: str) -> str:
    return world.meso("log", *line).out.splitlines()[0]


@pytest.mark.parametrize(("row", "one", "other"), PAIRS, ids=lambda value: getattr(value, "id", value))
def test_a_combination_is_an_emergency_before_it_is_recorded(world: World, row, one: str, other: str) -> None:  # type: ignore[no-untyped-def]  # the row is for its id
    """Also with no treatment: fever and pus together are a call, not a doctor today."""
    assert gravest_of((one, other), GUIDE) == row.tier
    assert first_line(world, one, other).startswith(CALL)


@pytest.mark.parametrize("sign", RED_FLAGS)
def test_a_sign_alone_is_of_its_own_tier(sign: str) -> None:
    """Nothing is made graver than the guide makes it."""
    assert gravest_of((sign,), GUIDE) == GUIDE.signs[sign].tier


def test_any_two_come_to_what_the_guide_says() -> None:
    """Two of them are an emergency only where one is, or a combination says so."""
    together = {frozenset(pair[1:]) for pair in PAIRS}
    for pair in itertools.combinations(RED_FLAGS, 2):
        grave = frozenset(pair) in together or any(GUIDE.signs[id].tier == "emergency" for id in pair)
        assert gravest_of(pair, GUIDE) == ("emergency" if grave else "urgent"), pair


@pytest.mark.parametrize(("row", "one", "other"), PAIRS, ids=lambda value: getattr(value, "id", value))
def test_what_was_logged_before_counts(treated: World, row, one: str, other: str) -> None:  # type: ignore[no-untyped-def]  # as above
    """Pus in the morning and fever at noon: the card of the fever says CALL, and with what."""
    treated.meso("log", one)
    first = first_line(treated, other)
    assert first.startswith(CALL), row
    if GUIDE.signs[other].tier != "emergency":
        assert f"Logged before: {GUIDE.signs[one].label[:1].lower()}" in first


def test_a_no_beside_it_counts(treated: World) -> None:
    """Whoever says that the fever is gone is not called an emergency for it."""
    treated.meso("log", "fever")
    assert first_line(treated, "fever=no", "pus").startswith(DOCTOR)


def test_a_lock_or_damage_costs_nothing_but_what_was_before(
    treated: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is named alone is judged, at once, where the records cannot be read."""
    treated.meso("log", "pus")
    monkeypatch.setattr(file, "WRITE_SECONDS", 0.1)
    with closing(sqlite3.connect(treated.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert first_line(treated, "fever").startswith(DOCTOR)
        assert first_line(treated, "fever", "pus").startswith(CALL)
    treated.database.write_bytes(b"not a database")
    assert first_line(treated, "fever").startswith(DOCTOR)
    assert first_line(treated, "fever", "pus").startswith(CALL)


def test_the_first_line_has_the_practitioner(world: World) -> None:
    """As the last has, where the treatment names one."""
    world.meso("start", "today 9:00", "--practitioner", "Dr Lee", "--phone", "0201")
    assert "Dr Lee 0201" in first_line(world, "pus")
