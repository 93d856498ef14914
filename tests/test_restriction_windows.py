"""The windows of every restriction, to the minute: the table that people are promised.

The numbers stand here a second time on purpose: whoever moves a boundary in `data/` by a minute
must move it here, too, and say why.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.guide import Guide
from meso_cli.model.records import Record, Treatment
from meso_cli.model.settings import Settings
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.cases import case_of
from meso_cli.recovery.status import status

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
MINUTE = dt.timedelta(minutes=1)
DAY = 24

# id: kind, earliest, until, {modifier: extended until}; in hours. LATER_START: the modifiers of `earliest`.
TABLE: dict[str, tuple[str, int, int, dict[str, int]]] = {
    "touching": ("rule", 24, 24, {}),
    "makeup": ("rule", 24, 48, {"deep": 4 * DAY, "rf": 4 * DAY}),
    "new-products": ("rule", 24, 48, {"deep": 7 * DAY, "rf": 7 * DAY}),
    "sunscreen": ("rule", 24, 24, {}),
    "sun": ("rule", 7 * DAY, 7 * DAY, {"pih_prone": 28 * DAY, "rf": 28 * DAY, "unknown_skin": 28 * DAY}),
    "exfoliation": ("rule", 7 * DAY, 7 * DAY, {"deep": 14 * DAY, "rf": 14 * DAY, "pih_prone": 14 * DAY}),
    "actives": ("rule", 3 * DAY, 7 * DAY, {"deep": 14 * DAY, "rf": 14 * DAY, "pih_prone": 14 * DAY}),
    "harsh-cleanser": ("rule", 3 * DAY, 7 * DAY, {}),
    "exercise": ("rule", 48, 48, {"deep": 72, "rf": 6 * DAY}),
    "hot-shower": ("rule", 48, 48, {"deep": 72, "rf": 72}),
    "sauna": ("rule", 48, 5 * DAY, {"deep": 7 * DAY, "rf": 7 * DAY}),
    "swimming": ("rule", 48, 5 * DAY, {"deep": 7 * DAY, "rf": 7 * DAY}),
    "picking": ("rule", 10 * DAY, 10 * DAY, {}),
    "shaving": ("rule", 5 * DAY, 5 * DAY, {}),
    "hair-removal": ("rule", 5 * DAY, 14 * DAY, {}),
    "facials": ("rule", 14 * DAY, 14 * DAY, {"rf": 28 * DAY, "pih_prone": 28 * DAY}),
    "needling": ("rule", 28 * DAY, 28 * DAY, {"rf": 42 * DAY, "pih_prone": 42 * DAY}),
    "home-roller": ("rule", 28 * DAY, 28 * DAY, {"rf": 42 * DAY, "pih_prone": 42 * DAY}),
    "anti-inflammatories": ("advisory", 0, 14 * DAY, {}),
    "alcohol": ("advisory", 0, 24, {}),
    "blood-donation": ("advisory", 0, 124 * DAY, {}),
}
LATER_START = {"makeup": {"deep": 48, "rf": 48}}
ENDLESS = {"home-roller"}
"""Advice without an end when their time is up: caution, and never allowed."""
# What was recorded about the treatment, and the modifiers that count then.
TREATMENTS: dict[str, tuple[dict[str, object], tuple[str, ...]]] = {
    "ordinary": ({"device": "pen", "depth_mm": 1.49, "skin_type": 3}, ()),
    "deep": ({"device": "roller", "depth_mm": 1.5, "skin_type": 1}, ("deep",)),
    "rf": ({"device": "rf", "depth_mm": 0.5, "skin_type": 2}, ("rf",)),
    "brown skin": ({"device": "stamp", "depth_mm": 1.0, "skin_type": 4}, ("pih_prone",)),
    "all of it": ({"device": "rf", "depth_mm": 3.0, "skin_type": 6}, ("deep", "rf", "pih_prone")),
    "nothing known": ({}, ("unknown_skin",)),
}
# The night of the change lies inside the first days; later boundaries lie behind it.
BEGINNINGS = {
    "spring in Berlin": dt.datetime(2026, 3, 28, 14, 0, tzinfo=BERLIN),
    "autumn in Berlin": dt.datetime(2026, 10, 24, 14, 0, tzinfo=BERLIN),
    "spring in New York": dt.datetime(2026, 3, 7, 9, 30, tzinfo=NEW_YORK),
    "autumn in New York": dt.datetime(2026, 10, 31, 1, 30, tzinfo=NEW_YORK),
}


def expected_state(id: str, earliest: float, until: float, hours: float) -> tuple[str, str]:
    """The kind and the state at that hour."""
    kind = TABLE[id][0]
    if hours < earliest:
        return kind, "avoid"
    if hours < until:
        return kind, "caution"
    return ("advisory", "caution") if id in ENDLESS else (kind, "allowed")


def window(id: str, modifiers: tuple[str, ...]) -> tuple[int, int]:
    _, earliest, until, extended = TABLE[id]
    later = LATER_START.get(id, {})
    return (
        max([earliest, *(later[name] for name in modifiers if name in later)]),
        max([until, *(extended[name] for name in modifiers if name in extended)]),
    )


def differences(
    guide: Guide, treatment: Treatment, modifiers: tuple[str, ...], ids: Iterable[str] = TABLE
) -> Iterator[str]:
    """Where the guide's states differ from the table, a minute around each boundary."""
    for id in ids:
        earliest, until = window(id, modifiers)
        for boundary in sorted({earliest, until}):
            for minutes in (-1, 0, 1):
                instant = treatment.at.astimezone(dt.UTC) + dt.timedelta(hours=boundary, minutes=minutes)
                case = case_of(Record(treatment), guide, read_words)
                found = status(case, Settings(), Viewpoint(instant.astimezone(BERLIN)))
                state = next(state for state in found.restrictions if state.id == id)
                wanted = expected_state(id, earliest, until, max(0, boundary + minutes / 60))
                if (state.kind, state.state) != wanted:
                    yield f"{id} at {boundary} h {minutes:+} min: {state.kind} {state.state}, not {wanted}"


@pytest.mark.parametrize("beginning", BEGINNINGS)
@pytest.mark.parametrize("known", TREATMENTS)
def test_each_state_a_minute_before_at_and_after_each_boundary(beginning: str, known: str) -> None:
    """Avoid before `earliest`, caution before `until`, then allowed, whatever the clocks do."""
    described, modifiers = TREATMENTS[known]
    treatment = Treatment(1, "", BEGINNINGS[beginning], **described)  # type: ignore[arg-type]  # as in the table
    assert list(differences(read_guide(), treatment, modifiers)) == []


def test_the_table_names_every_restriction_and_every_extension_of_the_guide() -> None:
    """Nothing in the guide is left unpromised, nothing promised is missing."""
    in_guide = {row.id: (row.kind, row.earliest, row.until) for row in read_guide().restrictions.values()}
    assert in_guide == {id: row[:3] for id, row in TABLE.items()}
    extended = {row.id: dict(row.extended) for row in read_guide().restrictions.values()}
    promised = {
        id: {name: until for name, until in row[3].items() if name != "unknown_skin"}
        for id, row in TABLE.items()
    }
    assert extended == promised
    guide = read_guide().restrictions.values()
    assert {row.id: row.extended_earliest for row in guide if row.extended_earliest} == LATER_START
    assert {row.id for row in guide if row.then == "advisory"} == ENDLESS


def test_a_roller_at_home_is_never_allowed_by_time() -> None:
    """Once its time is up it is advice: caution, with no end that anybody knows."""
    treatment = Treatment(1, "", BEGINNINGS["spring in Berlin"], skin_type=2)
    for hours, kind, has_end in ((28 * DAY - 1, "rule", True), (28 * DAY, "advisory", False)):
        view = Viewpoint(treatment.moment(hours).astimezone(BERLIN))
        found = status(case_of(Record(treatment), read_guide(), read_words), Settings(), view)
        state = next(state for state in found.restrictions if state.id == "home-roller")
        assert (state.kind, state.until is not None) == (kind, has_end)
        assert state.earliest is not None


def moved_by_a_minute() -> Iterator[tuple[str, tuple[str, Guide]]]:
    """A restriction, and the guide with one of its boundaries a minute later, for each boundary there is."""
    guide = read_guide()
    for id, row in guide.restrictions.items():
        changes = {
            "earliest": row._replace(earliest=row.earliest + 1 / 60),
            "until": row._replace(until=row.until + 1 / 60),
        }
        for name, earliest in row.extended_earliest.items():
            later = {**row.extended_earliest, name: earliest + 1 / 60}
            changes[f"extended earliest by {name}"] = row._replace(extended_earliest=later)
        for name, until in row.extended.items():
            changes[f"extended by {name}"] = row._replace(extended={**row.extended, name: until + 1 / 60})
        for what, changed in changes.items():
            yield f"{id} {what}", (id, guide._replace(restrictions={**guide.restrictions, id: changed}))


MOVED = dict(moved_by_a_minute())


@pytest.mark.parametrize("moved", MOVED)
def test_a_boundary_that_moves_by_a_minute_is_noticed(moved: str) -> None:
    """The check above fails for any single boundary that is a minute off, in some treatment."""
    id, guide = MOVED[moved]

    def is_noticed(described: dict[str, object], modifiers: tuple[str, ...]) -> bool:
        treatment = Treatment(1, "", BEGINNINGS["spring in Berlin"], **described)  # type: ignore[arg-type]  # as in the table
        return any(differences(guide, treatment, modifiers, [id]))

    assert any(is_noticed(*known) for known in TREATMENTS.values()), f"{moved}: nothing noticed"


def test_times_are_shown_in_the_zone_of_the_reader() -> None:
    """A treatment in Berlin, read in New York: the lift is the same instant on the reader's clock."""
    treatment = Treatment(1, "", BEGINNINGS["spring in Berlin"], skin_type=2)
    view = Viewpoint(dt.datetime(2026, 3, 29, 8, 0, tzinfo=NEW_YORK))
    found = status(case_of(Record(treatment), read_guide(), read_words), Settings(), view)
    makeup = next(state for state in found.restrictions if state.id == "makeup")
    # 48 h after 14:00 in Berlin is 15:00 there, because the night lost an hour.
    assert makeup.until == dt.datetime(2026, 3, 30, 15, 0, tzinfo=BERLIN).astimezone(dt.UTC)
    assert str(makeup.until) == "2026-03-30 09:00:00-04:00"
