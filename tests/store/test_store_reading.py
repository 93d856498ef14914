"""What was recorded comes back as it was meant."""

import datetime as dt
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.errors import Damaged, NothingFound
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Acknowledgement, Description, Entry, Instruction, Observation, Record
from meso_cli.store import edits, timestamps
from meso_cli.store.file import DatabaseFile, snapshot
from meso_cli.store.reading import reading
from meso_cli.store.writing import writing
from tests.searching import examples
from tests.store.conftest import Write

BERLIN = ZoneInfo("Europe/Berlin")
UTC = dt.UTC


def read(path: Path, treatment: int = 1, until: dt.datetime | None = None) -> Record:
    """One treatment's record."""
    with reading(path) as reader:
        return reader.record(treatment, until)


def test_treatment_comes_back_whole(path: Path, write: Write, now: dt.datetime) -> None:
    """Every column of a treatment is read as it was given, and stands in its own zone."""
    given = Description(
        area="face",
        device="rf",
        depth_mm=1.5,
        skin_type=4,
        history=("keloid", "cold-sores"),
        practitioner=Practitioner("Dr Żółć", "+49 1", None),
        products=("crème, light", "a\nb"),
        note="[bold] \x1b[31m \u202e 🙂 'quoted\"",
    )
    write(lambda tx: edits.add_treatment(tx, now, "Europe/Berlin", given))
    treatment = read(path).treatment
    assert Description(*(getattr(treatment, name) for name in Description._fields)) == given
    assert (treatment.id, treatment.at, treatment.at.tzinfo, treatment.ended_at) == (1, now, BERLIN, None)
    assert len(treatment.uuid) == 36


def test_nothing_recorded_is_none(path: Path, write: Write, now: dt.datetime) -> None:
    """What was not said is None or empty, never a default; only the guide has one."""
    write(lambda tx: edits.add_treatment(tx, now))
    treatment = read(path).treatment
    assert treatment[3:-1] == (None, None, None, None, (), None, (), None, None)
    assert treatment.guide == "microneedling"


@pytest.mark.parametrize(
    ("at", "zone", "wall", "tomorrow"),
    [
        (dt.datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN), "Europe/Berlin", "02:30+02:00", "02:30+01:00"),
        (
            dt.datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
            "Europe/Berlin",
            "02:30+01:00",
            "02:30+01:00",
        ),
        (dt.datetime(2026, 3, 28, 9, 0, tzinfo=BERLIN), "Europe/Berlin", "09:00+01:00", "09:00+02:00"),
        (dt.datetime(2026, 3, 28, 9, 0, tzinfo=BERLIN), None, "09:00+01:00", "09:00+01:00"),
        (dt.datetime(2026, 3, 28, 9, 0, tzinfo=BERLIN), "Mars/Olympus", "09:00+01:00", "09:00+01:00"),
        (dt.datetime(2026, 3, 28, 9, 0, tzinfo=BERLIN), "../../etc/passwd", "09:00+01:00", "09:00+01:00"),
        (dt.datetime(2026, 3, 28, 9, 0, tzinfo=BERLIN), "Europe", "09:00+01:00", "09:00+01:00"),
        (
            dt.datetime(2026, 3, 28, 9, tzinfo=dt.timezone(-dt.timedelta(hours=3, minutes=30))),
            None,
            "09:00-03:30",
            "09:00-03:30",
        ),
    ],
)
def test_zone_of_a_treatment(
    path: Path, write: Write, at: dt.datetime, zone: str | None, wall: str, tomorrow: str
) -> None:
    """A treatment stands in its zone, clock changes included; unknown there, at its offset."""
    write(lambda tx: edits.add_treatment(tx, at, zone))
    found = read(path).treatment.at
    assert found.astimezone(UTC) == at.astimezone(UTC)
    assert found.isoformat()[11:16] + found.isoformat()[19:] == wall
    assert (found + dt.timedelta(days=1)).isoformat()[11:16] + (found + dt.timedelta(days=1)).isoformat()[
        19:
    ] == tomorrow


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
items = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True)
observations = st.dictionaries(
    items,
    st.tuples(st.integers(0, 2**63 - 1), st.none() | st.decimals(30, 113, places=2).map(float)),
    max_size=4,
)
FIRST, LAST = dt.datetime.fromisoformat("1900-01-02"), dt.datetime.fromisoformat("2200-01-01")
times = st.datetimes(FIRST, LAST, timezones=st.timezones())


@settings(
    max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(times, observations, st.none() | words), max_size=4))
def test_entries_come_back(
    tmp_path_factory: pytest.TempPathFactory,
    now: dt.datetime,
    logged: list[tuple[dt.datetime, dict[str, tuple[int, float | None]], str | None]],
) -> None:
    """Whatever is logged is read the same: moment, items with values and readings, any text."""
    path = tmp_path_factory.mktemp("round") / "meso.db"
    expected = []
    with writing(path, command="start t1", now=now, create=True) as tx:
        edits.add_treatment(tx, now)
        for at, seen, note in logged:
            found = [Observation(item, value, reading) for item, (value, reading) in seen.items()]
            entry_id = edits.add_entry(tx, 1, at, str(at.tzinfo), edits.Seen(found, note))
            moment = at.astimezone(UTC).replace(microsecond=0)
            expected.append((moment.replace(second=0), entry_id, moment, tuple(sorted(found)), note))
    entries = read(path).entries
    assert [(e.at.replace(second=0), e.id, e.at, e.observations, e.note) for e in entries] == sorted(expected)
    assert all(type(entry) is Entry for entry in entries)
    assert len({entry.uuid for entry in entries}) == len(logged)


def test_order(started: Path, write: Write, now: dt.datetime) -> None:
    """Entries go by the minute observed; within one minute, by number, whatever the seconds."""
    minutes = [(5, 0), (2, 50), (2, 10), (-3, 0), (2, 30)]
    for minute, second in minutes:
        at = now + dt.timedelta(minutes=minute, seconds=second)
        write(partial(edits.add_entry, treatment_id=1, at=at))
    assert [entry.id for entry in read(started).entries] == [5, 1, 3, 4, 6, 2]


def test_until(started: Path, write: Write, now: dt.datetime) -> None:
    """With `until`, only what was observed by then counts, that moment included."""
    for second in (-1, 1, 60, 61):
        write(partial(edits.add_entry, treatment_id=1, at=now + dt.timedelta(seconds=second)))
    by_then = [
        len(read(started, until=now + dt.timedelta(seconds=second)).entries) for second in (-2, -1, 0, 60, 99)
    ]
    assert by_then == [0, 1, 2, 4, 5]
    assert len(read(started, until=now.astimezone(ZoneInfo("Asia/Tokyo"))).entries) == 2


def test_entries_are_in_utc(started: Path) -> None:
    """Entries stand in UTC, so that hours between them are real hours on a DST night as well."""
    (entry,) = read(started).entries
    assert entry.at.tzinfo is UTC


def test_deleted_is_gone_and_its_number_taken(started: Path, write: Write, now: dt.datetime) -> None:
    """What was deleted is read nowhere, and its number is never given again."""
    write(lambda tx: edits.add_entry(tx, 1, now, None, edits.Seen([Observation("pain", 1)])))
    write(lambda tx: tx.delete("entries", 2))
    with reading(started) as reader:
        assert [entry.id for entry in reader.record(1).entries] == [1]
        assert reader.entry(2) is None
        assert reader.counts() == {"treatments": 1, "entries": 1}
    assert write(lambda tx: edits.add_entry(tx, 1, now)) == 3
    write(lambda tx: tx.delete("treatments", 1))
    with reading(started) as reader:
        assert (reader.treatments(), reader.treatment(1), reader.entry(1), reader.open_at(now)) == (
            (),
            None,
            None,
            (),
        )
        with pytest.raises(NothingFound, match="no treatment t1"):
            reader.record(1)


def test_one_entry(started: Path) -> None:
    """An entry is found by its number, with the treatment that it belongs to."""
    with reading(started) as reader:
        assert reader.entry(1) == (1, reader.record(1).entries[0])


@pytest.mark.parametrize("number", [0, -1, 7, 2**63, 10**40])
def test_no_such_number(started: Path, number: int) -> None:
    """A number that nothing has is None, however large."""
    with reading(started) as reader:
        assert (reader.treatment(number), reader.entry(number)) == (None, None)


def test_open_and_ended(path: Path, write: Write, now: dt.datetime) -> None:
    """A treatment is open from its start until its end; of the ended ones, the last end counts."""
    day = dt.timedelta(days=1)
    for start, end in [(0, 5), (1, None), (2, 3), (9, None)]:
        number = write(partial(edits.add_treatment, at=now + start * day))
        if end is not None:
            ended_at = now + end * day
            write(partial(edits.end_treatment, treatment_id=number, at=ended_at, zone="Europe/Berlin"))

    def found(after: int) -> tuple[list[int], int | None]:
        with reading(path) as reader:
            ended = reader.last_ended(now + after * day)
            return [t.id for t in reader.open_at(now + after * day)], ended and ended.id

    assert [found(after) for after in (-1, 0, 2, 3, 5, 9)] == [
        ([], None),
        ([1], None),
        ([1, 2, 3], None),
        ([1, 2], 3),
        ([2], 1),
        ([2, 4], 1),
    ]
    with reading(path) as reader:
        assert [treatment.id for treatment in reader.treatments()] == [1, 2, 3, 4]
        assert reader.record(1).treatment.ended_at == now + 5 * day


def test_plan_and_acknowledgements(started: Path, write: Write, now: dt.datetime) -> None:
    """The practitioner's words and what was told come back, in their order, until taken back."""
    later = now + dt.timedelta(hours=1)
    makeup, sun = (
        Instruction("makeup", 72.0, "Dr A", "no [b]", now),
        Instruction("sun", None, None, None, later),
    )
    told = Acknowledgement("fever", "urgent", 1, later, "called Dr A")
    write(lambda tx: edits.set_instruction(tx, 1, sun))
    write(lambda tx: edits.set_instruction(tx, 1, makeup, "Europe/Berlin"))
    write(lambda tx: edits.add_acknowledgement(tx, 1, told))
    record = read(started)
    assert (record.instructions, record.acknowledgements) == ((makeup, sun), (told,))
    write(lambda tx: edits.set_instruction(tx, 1, makeup._replace(hours=0.0, at=later)))
    assert [(i.restriction, i.hours) for i in read(started).instructions] == [("sun", None), ("makeup", 0.0)]
    until = now + dt.timedelta(hours=30)
    write(lambda tx: edits.set_instruction(tx, 1, makeup._replace(hours=30.0, until=until)))
    write(lambda tx: edits.correct_treatment(tx, 1, later, None, edits.NOTHING_SAID))
    assert next((i.hours, i.until) for i in read(started).instructions) == (29.0, until), "a moment stays"
    assert write(lambda tx: edits.clear_instruction(tx, 1, "makeup"))
    assert not write(lambda tx: edits.clear_instruction(tx, 1, "makeup"))
    assert [i.restriction for i in read(started).instructions] == ["sun"]


def test_one_snapshot(started: Path) -> None:
    """What another process writes meanwhile does not appear half-way through a read."""
    with reading(started) as reader:
        assert reader.counts()["entries"] == 1
        with closing(sqlite3.connect(started, timeout=0)) as other:
            other.execute("UPDATE entries SET deleted_at = created_at")
            with pytest.raises(sqlite3.OperationalError):
                other.commit()
        assert reader.counts()["entries"] == 1


def test_reading_cannot_write(started: Path) -> None:
    """A read cannot change the file even if it tried."""
    with (
        closing(DatabaseFile(started)) as file,
        snapshot(file) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM entries")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE treatments SET history = '[1'",
        "UPDATE treatments SET history = '[' || x'00' || ']'",
        "UPDATE observations SET item = 'redness=one'",
        "UPDATE observations SET item = 'a b'",
        "UPDATE entries SET observed_at = 'last week'",
        "UPDATE treatments SET at_offset = 5000, at_zone = NULL",
        "ALTER TABLE entries RENAME COLUMN note TO words",
        "ALTER TABLE treatments RENAME COLUMN guide TO words",
    ],
)
def test_unreadable_values(started: Path, change: str) -> None:
    """Values that our checks would never let in are told as damage."""
    with closing(sqlite3.connect(started)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(change)
        connection.commit()
    with pytest.raises(Damaged) as raised:
        read(started)
    assert "SECRET" not in str(raised.value)


def test_naive_moments_are_refused(now: dt.datetime) -> None:
    """A moment without a zone is a mistake in the program, and never stored."""
    with pytest.raises(ValueError, match="aware"):
        timestamps.utc_text(now.replace(tzinfo=None))
