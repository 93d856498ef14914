"""The whole status at one moment: the day, care, trends, silence, what changed and what was not asked."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from meso_cli.model.records import Entry, Instruction, Record
from meso_cli.model.settings import Settings
from meso_cli.model.status import Silence, Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.future_dated import set_apart_future_dated
from meso_cli.recovery.status import as_other, status
from meso_cli.recovery.treatments import concerned
from meso_cli.wording.changes import change_words
from tests.core.making import MINUTE, Said, patient, seen
from tests.core.recoveries import GUIDE, TREATED, case, treatment

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
DAY = 24.0
FOLLOWED_TO = 28 * DAY + 9
"""Day 29 begins here: treated at 14:00, and a night of the first week has an hour less."""
DAILY = {row.id for row in GUIDE.signs.values() if row.ask == "daily"}
ONCE = {"shared-needles", "irregular-heartbeat", "seizure", "heavy-bleeding", "faint", "numbing-reaction"}
LATE = {"dark-patches", "firm-bumps", "grid-marks", "raised-scar", "hollowing", "numbness"}


def found(*said: Said, at: float, **known: object) -> Status:
    return seen(patient(*said, of=treatment(**known)), at)


def clock(*when: int, zone: ZoneInfo = BERLIN) -> Status:
    """The status of an empty record on the wall clock."""
    year, month, day, hour, minute = when
    at = dt.datetime(year, month, day, hour, minute, tzinfo=zone)
    return status(case(Record(treatment())), Settings(), Viewpoint(at))


def looked_at(of: Status, symptom: str) -> tuple[object, ...]:
    row = next(row for row in of.symptoms if row.id == symptom)
    return row.severity, row.expected_max, row.trend


# The day.


@pytest.mark.parametrize(
    ("when", "day", "hours"),
    [
        ((2026, 3, 27, 14, 0), 0, 0),
        ((2026, 3, 27, 23, 59), 0, 9 + 59 / 60),
        ((2026, 3, 28, 0, 0), 1, 10),
        ((2026, 3, 29, 1, 59), 2, 35 + 59 / 60),
        ((2026, 3, 29, 3, 0), 2, 36),
        ((2026, 3, 30, 0, 0), 3, 57),
        ((2026, 4, 24, 23, 59), 28, 28 * 24 + 9 - 1 / 60),
        ((2026, 4, 25, 0, 0), 29, 28 * 24 + 9),
    ],
)
def test_days_go_by_midnights_and_hours_by_the_instant(when: tuple[int, ...], day: int, hours: float) -> None:
    """Day N is N local midnights later; the elapsed hours lose the one that the clocks skip."""
    of = clock(*when)
    assert of.day == day
    assert of.elapsed_hours == pytest.approx(hours)


def test_days_are_counted_where_the_treatment_was() -> None:
    """In Tokyo it is the next morning already, and still day 0."""
    assert clock(2026, 3, 28, 6, 0, zone=TOKYO).day == 0
    assert clock(2026, 3, 28, 8, 0, zone=TOKYO).day == 1


def test_the_start_of_a_day_can_be_moved() -> None:
    """With days from 04:00 the night belongs to the evening before."""
    at = dt.datetime(2026, 3, 28, 3, 59, tzinfo=BERLIN)
    moved = Settings(day_start=dt.timedelta(hours=4))
    assert status(case(Record(treatment())), moved, Viewpoint(at)).day == 0
    assert status(case(Record(treatment())), moved, Viewpoint(at + dt.timedelta(minutes=1))).day == 1


def test_a_start_a_little_ahead_counts_as_zero() -> None:
    """Clocks differ: before the treatment it is day 0, hour 0, and nothing is allowed yet."""
    at = TREATED - dt.timedelta(minutes=5)
    of = status(case(Record(treatment())), Settings(), Viewpoint(at))
    assert (of.day, of.elapsed_hours) == (0, 0)
    assert "allowed" not in {row.state for row in of.restrictions}


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (0, "haemostasis"),
        (1, "inflammation"),
        (2, "inflammation"),
        (3, "proliferation"),
        (20, "proliferation"),
        (21, "remodelling"),
        (400, "remodelling"),
    ],
)
def test_the_phase_goes_by_the_day(day: int, phase: str) -> None:
    """From its first day to the next one's."""
    at = TREATED + dt.timedelta(days=day)
    assert status(case(Record(treatment())), Settings(), Viewpoint(at)).phase.id == phase


def test_what_was_not_recorded_is_assumed() -> None:
    """Named, in order; what was recorded is not."""
    assert found(at=1).assumed == ("area", "device", "depth_mm", "skin_type")
    assert found(at=1, area="neck", skin_type=3).assumed == ("device", "depth_mm")
    assert found(at=1, area="face", device="pen", depth_mm=0.5, skin_type=1).assumed == ()


# Symptoms and their trend.


def test_a_symptom_is_held_against_the_course_at_its_own_hour() -> None:
    """Asked a week later, redness of 20 h is still held against the 3 of that hour."""
    of = found((20, "redness=2"), at=190)
    assert looked_at(of, "redness") == (2, 3, "unknown")
    row = next(row for row in of.symptoms if row.id == "redness")
    assert row.observed_at == treatment().moment(20)


def test_every_symptom_is_listed_and_never_logged_is_null() -> None:
    """No row is not 0."""
    of = found((20, "redness=0"), at=21)
    assert [row.id for row in of.symptoms] == list(GUIDE.symptoms)
    assert looked_at(of, "redness") == (0, 3, "unknown")
    assert looked_at(of, "pain") == (None, None, "unknown")


@pytest.mark.parametrize(
    ("values", "trend"), [((2, 1), "falling"), ((1, 1), "steady"), ((0, 1), "rising"), ((0, 2), "rising")]
)
def test_a_trend_compares_the_last_two_logs(values: tuple[int, int], trend: str) -> None:
    """However old they are now, if they lie within 48 h of each other."""
    first, last = values
    said = ((1, "bruising=4"), (10, f"bruising={first}"), (58, f"bruising={last}"))
    assert looked_at(found(*said, at=500), "bruising")[2] == trend
    later = ((1, "bruising=4"), (10, f"bruising={first}"), (58 + MINUTE, f"bruising={last}"))
    assert looked_at(found(*later, at=500), "bruising")[2] == "unknown"


# Care.


def care(of: Status, id: str) -> tuple[bool, int | None]:
    row = next(row for row in of.care if row.id == id)
    return row.due, row.done_today


def test_care_adds_up_within_the_recovery_day() -> None:
    """Counts of the same day; another day begins at null, which is "not recorded"."""
    said: tuple[Said, ...] = ((2, "water=3"), (9.9, "water=2"), (10, "water=1"))
    assert care(found(*said[:2], at=9.9), "water") == (True, 5)
    assert care(found(*said, at=11), "water") == (True, 1)
    assert care(found(*said, at=40), "water") == (True, None)


def test_a_count_of_zero_is_recorded() -> None:
    """0 is an answer, null is none."""
    assert care(found((30, "spf=0"), at=31), "spf") == (True, 0)
    assert care(found(at=31), "spf") == (True, None)


def test_care_is_due_until_it_is_done() -> None:
    """Cleansing twice a day: due after one, not after two, due again tomorrow."""
    said: tuple[Said, ...] = ((11, "cleanse"), (20, "cleanse"))
    assert care(found(said[0], at=12), "cleanse") == (True, 1)
    assert care(found(*said, at=21), "cleanse") == (False, 2)
    assert care(found(*said, at=40), "cleanse") == (True, None)


def test_the_day_of_care_begins_where_days_begin() -> None:
    """With days from 04:00 a glass at 02:00 belongs to the evening."""
    record = patient((8, "water=1"), (12, "water=2"), (15, "water=4"))
    moved = Settings(day_start=dt.timedelta(hours=4))
    assert care(seen(record, 13, settings=moved), "water") == (True, 3)
    assert care(seen(record, 13), "water") == (True, 6)
    assert care(seen(record, 16, settings=moved), "water") == (True, 4)


def test_advice_is_never_ticked_off() -> None:
    """It is due while its hours last."""
    assert care(found(at=23), "blot-bleeding") == (True, None)
    assert care(found(at=24), "blot-bleeding") == (False, None)


# Not checked.


def test_with_an_empty_log_every_question_of_the_day_is_open() -> None:
    """Daily ones during follow-up, once on day 0-1, late ones from day 7 on."""
    assert set(found(at=1).not_checked) == DAILY | ONCE
    assert set(found(at=40).not_checked) == DAILY
    of = found(at=8 * DAY)
    assert set(of.not_checked) & set(GUIDE.signs) == DAILY | LATE
    assert set(found(at=40 * DAY).not_checked) & set(GUIDE.signs) == LATE


def test_a_yes_and_a_no_are_both_answers() -> None:
    """Listed again 24 h later, in the guide's order."""
    said: tuple[Said, ...] = ((30, "fever=0 pus"),)
    assert {"fever", "pus"} & set(found(*said, at=54 - MINUTE).not_checked) == set()
    assert {"fever", "pus"} <= set(found(*said, at=54).not_checked)
    order = [id for id in (*GUIDE.signs, *GUIDE.symptoms) if id in set(found(at=8 * DAY).not_checked)]
    assert list(found(at=8 * DAY).not_checked) == order


def test_a_symptom_whose_value_is_old_and_above_todays_normal() -> None:
    """Last at 1 or more, older than 24 h, above what is normal now: look again."""
    said = ((20, "redness=3 pain=1 warmth=0 tightness=2"),)
    symptoms = set(GUIDE.symptoms)
    assert set(found(*said, at=43).not_checked) & symptoms == set()
    assert set(found(*said, at=44).not_checked) & symptoms >= {"redness"}
    assert "pain" not in found(*said, at=72 - MINUTE).not_checked
    assert "pain" in found(*said, at=72).not_checked
    assert "warmth" not in found(*said, at=500).not_checked


def test_a_symptom_that_a_restriction_waits_for() -> None:
    """Never logged, and by time allowed but for it: listed, until it is logged once."""
    assert "redness" not in found(at=47).not_checked
    assert {"redness", "flaking", "scabs", "swelling"} & set(
        found((1, "swelling=0"), at=48, device="pen", depth_mm=1.0).not_checked
    ) == {"redness", "flaking", "scabs"}
    assert "bruising" not in found(at=500).not_checked


# Silence and follow-up.


def test_silence_after_a_rise() -> None:
    """The last log was rising, then nothing for 36 h; a warning that stands is "flagged"."""
    said: tuple[Said, ...] = ((2, "redness=1"), (20, "redness=2"))
    assert found(*said, at=56 - MINUTE).silence is None
    assert found(*said, at=56).silence == Silence(treatment().moment(20), "rising")
    flagged: tuple[Said, ...] = ((2, "pus"), (20, "redness=2"))
    assert found(*flagged, at=56).silence == Silence(treatment().moment(20), "flagged")


def test_no_silence_without_a_reason() -> None:
    """Nothing ever logged, falling, or a rise that the last log no longer mentions."""
    assert found(at=200).silence is None
    assert found((20, "redness=2"), at=70).silence is None
    assert found((2, "redness=2"), (20, "redness=2"), at=70).silence is None
    assert found((2, "redness=2"), (20, "redness=1"), at=200).silence is None
    assert found((2, "redness=1"), (20, "redness=2"), (30, "water=1"), at=200).silence is None


def test_a_check_in_is_overdue_after_36_hours() -> None:
    """Since the last log of anything, else since the treatment; while it is followed."""
    assert not found(at=36 - MINUTE).overdue
    assert found(at=36).overdue
    note = Record(treatment(), (Entry(1, "e", treatment().moment(30), (), "looks fine"),))
    assert not seen(note, 66 - MINUTE).overdue
    assert seen(note, 66).overdue
    assert not found(at=FOLLOWED_TO).overdue


def test_followed_to_the_end_of_day_28() -> None:
    """Then no more, but for the late questions."""
    assert found(at=FOLLOWED_TO - MINUTE).in_follow_up
    assert not found(at=FOLLOWED_TO).in_follow_up


def test_followed_longer_while_a_warning_stands() -> None:
    """Beyond day 28, and beyond the end, until it is answered."""
    for known in ({}, {"ended_at": treatment().moment(100)}):
        of = found((50, "rash"), at=FOLLOWED_TO + 500, **known)
        assert of.in_follow_up
        assert of.overdue
        assert set(of.not_checked) >= DAILY
        answered = found((50, "rash"), (FOLLOWED_TO, "rash=0"), at=FOLLOWED_TO + 500, **known)
        assert not answered.in_follow_up


def test_an_ended_treatment_is_followed_no_more() -> None:
    """From the moment it ended; days and restrictions go on."""
    ended = {"ended_at": treatment().moment(100)}
    assert found(at=100 - MINUTE, **ended).in_follow_up
    of = found(at=100, **ended)
    assert (of.in_follow_up, of.overdue) == (False, False)
    assert not DAILY & set(of.not_checked)
    assert {row.id for row in of.restrictions} == set(GUIDE.restrictions)


def test_the_last_entry_is_the_one_observed_last() -> None:
    """Not the one typed last; null when there is none."""
    assert found(at=5).last_entry_at is None
    of = found((30, "redness=1"), (20, "redness=2"), at=31)
    assert of.last_entry_at == treatment().moment(30)


# Changes.


def changes(of: Status) -> list[str]:
    return [change_words(row, GUIDE, of.view) for row in of.changes]


def test_a_value_that_moved_is_said() -> None:
    """In the last 24 h, against the log before it; a first log or the same again is no change."""
    said: tuple[Said, ...] = ((2, "redness=2 pus pain=1"), (20, "redness=1 pus=0 pain=1 fever"), (21, "pus"))
    words = changes(found(*said[:2], at=22))
    assert words == ["Redness 2 to 1", "Pus no longer reported"]
    assert "Pus now reported" in changes(found(*said, at=22))
    assert not any(row.kind == "value" for row in found(*said, at=45).changes)


def test_what_moved_stays_said_when_it_is_logged_again() -> None:
    """For 24 h from when it moved: a second report of pus is no reason to list it less."""
    said: tuple[Said, ...] = ((10, "redness=1 pus=0"), (20, "redness=2 pus"), (22, "redness=2 pus"))
    assert changes(found(*said, at=23)) == ["Redness 1 to 2", "Pus now reported"]
    assert not any(row.kind == "value" for row in found(*said, at=44).changes)


def test_a_restriction_that_moved_is_said() -> None:
    """With the moment, once for all that moved together: eased, then lifted; for a day."""
    calm = ((40, "redness=0 swelling=0 flaking=0 scabs=0 open-sore=0"),)
    of = found(*calm, at=48, device="pen", depth_mm=1.0, skin_type=2)
    # 48 h after Friday 14:00 is Sunday 15:00 on the clock that was put forward.
    moved = [row for row in of.changes if row.kind != "value"]
    assert [(row.kind, len(row.ids), change_words(row, GUIDE, of.view)) for row in moved] == [
        ("lifted", 4, "Allowed since today 15:00: Makeup, New products, Hard exercise, "
                      "Hot shower"),
        ("eased", 2, "With caution since today 15:00: Sauna and steam, Swimming"),
    ]  # fmt: skip  # the sentence reads on
    assert not [row for row in found(*calm, at=71, depth_mm=1.0).changes if row.kind == "value"]
    assert len(found(*calm, at=72 - MINUTE).changes) > 0


def test_what_is_held_is_not_called_allowed() -> None:
    """Time was up, and something still holds it."""
    of = found((40, "redness=2 swelling=0"), at=49, device="pen", depth_mm=1.0)
    held = next(words for words in changes(of) if words.startswith("Time is up, but ask first,"))
    assert held.endswith("Makeup, New products, Hard exercise, Hot shower")


def test_a_change_is_told_for_24_hours() -> None:
    """From the moment it lifts, and no longer."""
    lifted = "Shaving"
    assert not any(lifted in text for text in changes(found(at=120 - MINUTE)))
    assert any(lifted in text for text in changes(found(at=120)))
    assert any(lifted in text for text in changes(found(at=144 - MINUTE)))
    assert not any(lifted in text for text in changes(found(at=144)))


# Several treatments.


def test_another_treatment_in_a_line() -> None:
    """Its day, when its next rule lifts (advisories do not count), its warnings."""
    of = as_other(found((5, "rash"), at=20, device="pen", depth_mm=1.0, skin_type=2))
    assert (of.id, of.day, [row.id for row in of.warnings], of.overdue) == ("t1", 1, ["rash"], False)
    assert of.next_lift == treatment().moment(24)
    assert as_other(found(at=24, device="pen", depth_mm=1.0)).next_lift == treatment().moment(48)
    assert as_other(found(at=24 - MINUTE)).next_lift == treatment().moment(24)
    assert as_other(found(at=100 * DAY)).next_lift is None


def test_what_has_no_end_is_no_next_lift() -> None:
    """An open-ended instruction is passed over."""
    record = patient()._replace(instructions=(Instruction("touching", None, "Dr Vale", None, TREATED),))
    assert as_other(seen(record, 20)).next_lift == treatment().moment(24)
    every = tuple(Instruction(id, None, "Dr Vale", None, TREATED) for id in GUIDE.restrictions)
    assert as_other(seen(record._replace(instructions=every), 20)).next_lift is None


def test_which_treatment_a_moment_is_about() -> None:
    """The latest open one by its instant, whatever its age; else the one ended last; else none."""
    first = treatment()
    second = first._replace(id=2, at=(TREATED + dt.timedelta(days=3)).astimezone(TOKYO))
    ended = first._replace(id=3)
    assert concerned([first, second], ended) == second
    assert concerned([second, first], None) == second
    assert concerned([], ended) == ended
    assert concerned([], None) is None
    same = first._replace(id=7)
    assert concerned([same, first], None) == same


def test_the_answer_stands_in_the_zone_of_the_reader() -> None:
    """The same instants on another clock."""
    at = treatment().moment(30)
    views = (Viewpoint(at.astimezone(zone)) for zone in (TOKYO, BERLIN))
    there, here = (status(case(Record(treatment())), Settings(), view) for view in views)
    for one, other in zip(there.restrictions, here.restrictions, strict=True):
        assert one.until is not None
        assert one.until == other.until
        assert one.until.utcoffset() == dt.timedelta(hours=9)
    assert (there.day, there.elapsed_hours) == (here.day, here.elapsed_hours)


def test_what_the_status_is_about() -> None:
    """The treatment, the guide and its version stand in it."""
    of = found(at=3)
    assert (of.treatment, of.guide, of.guide_version) == (treatment(), "microneedling", GUIDE.version)
    assert of.at == treatment().moment(3)


def test_what_lies_ahead_of_the_clock_begins_after_five_minutes() -> None:
    """Clocks differ and people round: up to there an entry counts as any other."""
    record, now = patient((10, "pus"), (20, "pus=0")), treatment().moment(20)
    assert set_apart_future_dated(record, now - dt.timedelta(minutes=5)) == record
    apart = set_apart_future_dated(record, now - dt.timedelta(minutes=5, seconds=1))
    assert [[entry.id for entry in part] for part in (apart.entries, apart.future_dated)] == [[1], [2]]
