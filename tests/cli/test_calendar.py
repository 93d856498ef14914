"""The calendar file: read back by icalendar, the same to the byte, moved and never doubled."""

import datetime as dt
import stat
from typing import Any

import icalendar
import pytest

from tests.conftest import TREATED, World

UTC = dt.UTC


def events(text: str) -> dict[str, Any]:
    """The events of a file by their UID; each is one that an independent reader understands."""
    calendar = icalendar.Calendar.from_ical(text)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def by_title(text: str) -> dict[str, Any]:
    return {str(event["SUMMARY"]): event for event in events(text).values()}


@pytest.fixture
def treated_plainly(world: World) -> World:
    assert world.meso("start", "--device", "pen", "--depth", "0.5", "--skin-type", "2").code == 0
    return world.at(hours=3)


def test_each_end_is_an_event(treated_plainly: World) -> None:
    """An event where caution begins, one where a restriction ends, the next session, a check-in a day."""
    found = by_title(treated_plainly.meso("calendar", "--detailed").out)
    after = {title: event.start - TREATED.astimezone(UTC) for title, event in found.items() if event.start}
    assert after["Makeup: from now with caution"] == dt.timedelta(hours=24)
    assert after["Makeup: time is up, check first"] == dt.timedelta(hours=48)
    assert "Hard exercise: from now with caution" not in found, "it has no time of caution"
    assert after["Earliest next session"] == dt.timedelta(days=28)
    check_in = found["Check-in: how is your skin?"]
    assert check_in.start.isoformat() == "2026-03-02T20:00:00+01:00", "the evening of that day"
    assert str(check_in["DTSTART"].params["TZID"]) == "Europe/Berlin"
    # Day 28 at 20:00 on the wall, when summer time has begun.
    assert check_in["RRULE"].to_ical() == b"FREQ=DAILY;UNTIL=20260330T180000Z"
    (alarm,) = check_in.subcomponents
    assert (alarm.name, alarm["TRIGGER"].dt) == ("VALARM", dt.timedelta())


def test_nothing_about_the_body_unless_asked(treated_plainly: World) -> None:
    """Whoever sees the phone sees a care reminder; nothing is busy, public or of no length; no METHOD."""
    text = treated_plainly.meso("calendar").out
    assert {str(event["SUMMARY"]) for event in events(text).values()} == {"Care reminder"}
    assert "METHOD" not in text
    assert "makeup" not in text.lower()
    for event in events(text).values():
        assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PRIVATE")
        assert event.end - event.start == dt.timedelta(minutes=15)
        assert "@" not in event["UID"]


def test_the_same_to_the_byte(treated_plainly: World) -> None:
    """Nothing changed, nothing differs: not by the clock, a look, an entry."""
    before = treated_plainly.meso("calendar").out
    treated_plainly.at(days=9).meso("log", "redness=1")
    assert treated_plainly.meso("calendar").out == before


def test_a_corrected_time_moves_the_events(treated_plainly: World) -> None:
    """The same UIDs at other times, with a higher SEQUENCE and a later DTSTAMP; an undo counts on."""
    first = events(treated_plainly.meso("calendar").out)
    assert treated_plainly.at(hours=5).meso("edit", "t1", "--at", "today 10:00").code == 0
    second = events(treated_plainly.meso("calendar").out)
    assert treated_plainly.at(hours=5).meso("undo").code == 0
    third = events(treated_plainly.meso("calendar").out)
    assert first.keys() == second.keys() == third.keys()
    for uid, event in first.items():
        if "RRULE" not in event:
            assert event.start - second[uid].start == dt.timedelta(hours=4)
            assert event.start == third[uid].start
        sequence = [calendar[uid]["SEQUENCE"] for calendar in (first, second, third)]
        stamps = [calendar[uid]["DTSTAMP"].dt for calendar in (first, second, third)]
        assert sequence == sorted(set(sequence))
        assert stamps == sorted(set(stamps))


def test_the_practitioner_moves_them_too(treated_plainly: World) -> None:
    """Their word governs; what is open has no date."""
    treated_plainly.meso("plan", "set", "sauna", "10d")
    treated_plainly.meso("plan", "set", "makeup", "open")
    found = by_title(treated_plainly.meso("calendar", "--detailed").out)
    sauna = found["Sauna and steam: time is up, check first"]
    assert sauna.start - TREATED.astimezone(UTC) == dt.timedelta(days=10)
    assert int(sauna["SEQUENCE"]) > 0
    assert not [title for title in found if title.startswith("Makeup")]


def test_an_ended_treatment_has_no_check_ins(treated_plainly: World) -> None:
    """Its dates stay: they are of the skin, not of the follow-up."""
    before = len(events(treated_plainly.meso("calendar").out))
    assert treated_plainly.meso("end", "--yes").code == 0
    text = treated_plainly.meso("calendar").out
    assert "RRULE" not in text
    assert "VTIMEZONE" not in text
    assert len(events(text)) == before - 1


def test_the_check_in_is_when_it_is_due(treated_plainly: World) -> None:
    """At the hour of the settings, from the first one after the treatment on."""
    assert treated_plainly.meso("config", "checkin_at", "08:30").code == 0
    (check_in,) = [e for e in events(treated_plainly.meso("calendar").out).values() if "RRULE" in e]
    assert check_in.start.isoformat() == "2026-03-03T08:30:00+01:00"


def test_a_zone_without_a_name(world: World) -> None:
    """A check-in stands in UTC where the zone is an offset alone."""
    world.now = TREATED.astimezone(dt.timezone(dt.timedelta(hours=1)))
    world.meso("start", "--device", "pen")
    (check_in,) = [event for event in events(world.meso("calendar").out).values() if "RRULE" in event]
    assert check_in["DTSTART"].to_ical() == b"20260302T190000Z"


def test_a_private_file_that_replaces_nothing(treated_plainly: World) -> None:
    """As an export: 0600, refused where something is; the answer says what calendars do."""
    file = treated_plainly.folder / "care.ics"
    answer = treated_plainly.meso("calendar", "-o", str(file))
    assert (answer.code, stat.S_IMODE(file.stat().st_mode)) == (0, 0o600)
    assert "Google Calendar" in answer.out
    before = file.read_bytes()
    assert b"\r\n" in before
    refused = treated_plainly.meso("calendar", "--detailed", "-o", str(file))
    assert (refused.code, file.read_bytes() == before, "--force" in refused.err) == (2, True, True)
    assert treated_plainly.meso("calendar", "--detailed", "-o", str(file), "--force").code == 0
    assert file.read_bytes() != before


def test_nothing_to_put_in(world: World) -> None:
    """No treatment: what to do, and no file."""
    answer = world.meso("calendar", "-o", "care.ics")
    assert (answer.code, "meso start" in answer.err) == (3, True)
    assert not (world.folder / "care.ics").exists()


def test_check_ins_go_on_while_a_warning_stands(treated_plainly: World) -> None:
    """As follow-up does: without an end, which is said; with none standing they end with it again."""
    treated_plainly.at(days=31).meso("log", "pus")
    answer = treated_plainly.at(days=35).meso("calendar", "-o", "care.ics")
    assert "the check-ins go on without an end" in answer.out
    (check_in,) = (e for e in events(treated_plainly.meso("calendar").out).values() if "RRULE" in e)
    assert check_in["RRULE"].to_ical() == b"FREQ=DAILY"
    treated_plainly.meso("log", "pus=no")
    assert "RRULE:FREQ=DAILY;UNTIL=20260330T180000Z" in treated_plainly.meso("calendar").out


def test_what_is_said_of_an_ended_treatment(treated_plainly: World) -> None:
    """Sentences that can be read: where it was written, then why there are no check-ins."""
    treated_plainly.meso("end", "--yes")
    out = " ".join(treated_plainly.meso("calendar", "-o", "end.ics").out.split())
    assert "dates of t1 to end.ics. Titles are neutral" in out
    assert "t1 was ended: it has no check-ins any more." in out


@pytest.mark.parametrize("name", ["-", ""])
@pytest.mark.parametrize("command", [["calendar"], ["report"], ["export"]])
def test_no_name_is_no_file(treated_plainly: World, command: list[str], name: str) -> None:
    """Refused in a sentence, nothing written: neither a file called "-" nor one without a name."""
    answer = treated_plainly.meso(*command, "-o", name)
    assert (answer.code, "-o takes the name of a file" in answer.err) == (2, True)
    assert not (treated_plainly.folder / "-").exists()
