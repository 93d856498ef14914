"""A guide that the check calls complete is shown by every command, however little is in it."""

import datetime as dt
import json
from functools import partial
from pathlib import Path

import pytest

from meso_cli.guide import files
from meso_cli.guide.check import check
from meso_cli.model.guide import Hold
from meso_cli.model.records import HOUR
from tests.conftest import World
from tests.guide.changing import (
    NUMBERS,
    WORDS,
    Rewrite,
    Tables,
    changed,
    done,
    every_screen,
    forget,
    put,
    without,
)

ROWS = (
    "care",
    "combinations",
    "days",
    "holds",
    "phases",
    "restrictions",
    "signs",
    "symptoms",
)


def without_modifiers(tables: Tables, *modifiers: str) -> None:
    """Restrictions that these modifiers extend no longer."""
    for row in tables.values():
        kept = {name: hours for name, hours in row.pop("extended", {}).items() if name not in modifiers}
        row.update({"extended": kept} if kept else {})
        if unknown := set(row.pop("unknown_extends", ())) - {*modifiers}:
            row["unknown_extends"] = sorted(unknown)


@pytest.mark.parametrize(
    "modifiers", [("deep",), ("rf",), ("pih_prone",), ("deep", "rf", "pih_prone")], ids="-".join
)
def test_nothing_need_last_longer(
    shipped: Path, rewrite: Rewrite, world: World, modifiers: tuple[str, ...]
) -> None:
    """What was not recorded is named, and only what would differ stands beside it."""
    changed(shipped, rewrite, "restrictions", by=lambda tables: without_modifiers(tables, *modifiers))
    start, *screens = every_screen(world)
    assumed = next(line for line in start.splitlines() if line.startswith("Not recorded, so assumed: "))
    assert assumed.count("last longer") == 3 - len(modifiers)
    assert all(screens)


def test_one_row_that_lasts_longer_is_not_called_more(shipped: Path, rewrite: Rewrite, world: World) -> None:
    """ "+ 0 more" says nothing."""

    def all_but_makeup(tables: Tables) -> None:
        without_modifiers({id: row for id, row in tables.items() if id != "makeup"}, "deep")

    changed(shipped, rewrite, "restrictions", by=all_but_makeup)
    assert "under 1.5 mm (else makeup lasts longer)" in " ".join(done(world, "start").split())


def test_the_next_session_is_named_by_the_guide(shipped: Path, rewrite: Rewrite, world: World) -> None:
    """A start that comes too soon says so, whatever the restriction is called."""

    def rename(tables: Tables) -> None:
        tables["again"] = tables.pop("needling")

    def lead_there(tables: Tables) -> None:
        tables["names"] = {ids.replace("needling", "again"): words for ids, words in tables["names"].items()}

    rewrite(shipped / "restrictions.toml", rename)
    rewrite(shipped / "words/restrictions.toml", rename)
    rewrite(shipped / "activities.toml", lead_there)
    changed(shipped, rewrite, "rules", by=lambda tables: tables["lists"].update(next_session="again"))
    done(world, "start")
    world.at(days=3)
    assert "Needling again was 'not yet' until" in done(world, "start")


def test_skin_types_are_said_by_their_number(shipped: Path, rewrite: Rewrite, world: World) -> None:
    """Where the guide has them begin earlier, every sentence says so."""
    changed(shipped, rewrite, "modifiers", by=lambda tables: tables["pih_prone"].update(at_least=3))
    assert "skin type 3 to 6" in done(world, "why", "sun")
    assert "skin type unknown (3-6: " in " ".join(done(world, "start").split())


@pytest.mark.parametrize(
    ("modifier", "fact"), [("deep", "depth"), ("rf", "device"), ("pih_prone", "skin type")]
)
def test_what_is_not_known_is_said_by_its_name(
    shipped: Path, rewrite: Rewrite, world: World, modifier: str, fact: str
) -> None:
    """The longer time counts where the fact behind its modifier is missing."""
    changed(
        shipped,
        rewrite,
        "restrictions",
        by=lambda tables: tables["sun"].update(unknown_extends=[modifier], extended={modifier: 700}),
    )
    assert f"Where the {fact} is not known, the longer time counts." in done(world, "why", "sun")


NEW = {
    "very_deep": {"looks_at": "depth_mm", "at_least": 2.5},
    "legs": {"looks_at": "area", "any_of": ["legs"]},
}
WORDS_OF_NEW = {id: {"title": id, "text": f"About {id}.", "sources": ["seed"]} for id in NEW}


def test_a_modifier_is_data_alone(shipped: Path, rewrite: Rewrite, world: World) -> None:
    """Needling beyond some depth, and on some area: it lengthens what names it, and all say so."""

    def longer(tables: Tables) -> None:
        tables["sauna"]["extended"]["very_deep"] = 240
        tables["swimming"]["extended"]["legs"] = 216

    rewrite(shipped / "restrictions.toml", longer)
    rewrite(shipped / "symptoms.toml", lambda tables: tables["redness"]["slower_first_step"].update(legs=30))
    rewrite(shipped / "words/modifiers.toml", lambda tables: tables.update(WORDS_OF_NEW))
    changed(shipped, rewrite, "modifiers", by=lambda tables: tables.update(NEW))

    assert "Until 10 days with needling at 2.5 mm or more." in done(world, "why", "sauna")
    assert "Until 9 days with needling on legs." in done(world, "why", "swimming")
    assert "The first step lasts 30 h longer on legs." in done(world, "why", "redness")
    general = " ".join(done(world, "guide", "--day", "10").split())
    named = (
        "After radio-frequency or deep needling or needling at 2.5 mm or more, or on skin type 4 to 6 or legs"
    )
    assert f"{named}: " in general, general
    assumed = " ".join(done(world, "start").split())
    assert "assumed: face (else swimming lasts longer), not radio-frequency (else " in assumed

    world.meso("start", "--another", "--depth", "2.5", "--area", "legs")
    rows = {row["id"]: row for row in json.loads(done(world, "status", "--json"))["restrictions"]}
    ends = [dt.datetime.fromisoformat(rows[id]["until"]) - world.now for id in ("sauna", "swimming")]
    assert [end / HOUR for end in ends] == [240, 216]


def test_of_several_modifiers_the_stricter_holds() -> None:
    """What a second one adds takes nothing from the first, in whatever order they stand."""
    light, dark = {"warmth": 2, "pain": 2}, {"warmth": 1}
    for both in ({"light": light, "dark": dark}, {"dark": dark, "light": light}):
        hold = Hold("heat", {"redness": 2}, both)
        assert hold.lowest_with(frozenset(both)) == {"redness": 2, "warmth": 1, "pain": 2}


def test_something_ends(shipped: Path, rewrite: Rewrite) -> None:
    """Counted back from an event there is a day for the session: not all that is restricted lasts."""

    def endless(tables: Tables) -> None:
        for row in tables.values():
            row.update({"then": "advisory"} if row["kind"] == "rule" else {})

    rewrite(shipped / "restrictions.toml", endless)
    (problem,) = check(shipped)
    assert problem.what == "no restriction is a rule that ends, beside the next session"


@pytest.mark.full
@pytest.mark.parametrize("name", ROWS)
def test_no_row_of_a_complete_guide_is_needed(
    shipped: Path, rewrite: Rewrite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Each row is taken out with all that mentions it; where that is complete still, it is shown."""
    whole = {file: files.read_toml(shipped / f"{file}.toml") for file in (*NUMBERS, *WORDS)}
    shown = 0
    for id in whole[name]:
        for file, tables in whole.items():
            rewrite(shipped / f"{file}.toml", partial(put, without(id, tables)))
        if not check(shipped):
            forget()
            (tmp_path / id).mkdir()
            assert all(every_screen(World(tmp_path / id, monkeypatch))), id
            shown += 1
    assert shown
