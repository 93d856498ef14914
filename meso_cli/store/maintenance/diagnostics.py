"""A thorough look at the database and its backups; nothing is changed.

Slower than any other command: every page, every row and every backup is read.
"""

import datetime as dt
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from meso_cli.errors import Exit, MesoError
from meso_cli.model.checkup import Check, Condition
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.store import schema
from meso_cli.store.errors import SQLITE, NoDatabase, shown, translated
from meso_cli.store.exchange.validation import GuideChecks
from meso_cli.store.file import DatabaseFile, as_it_is
from meso_cli.store.maintenance.backup import Backup, made_backups, newest_first
from meso_cli.store.maintenance.ownership import (
    check_ours,
    drafts,
    files_of,
    real,
    unfinished,
)
from meso_cli.store.maintenance.record_check import check_records
from meso_cli.store.maintenance.schema_check import check_own_objects, unexpected_objects
from meso_cli.store.reading import reading
from meso_cli.store.rows import fetch
from meso_cli.store.timestamps import utc_text
from meso_cli.text import counted, counts_words, visible

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
"""The permissions that nobody but the owner may have."""
# What a rebuilt index repairs, in SQLite's words.
_INDEX_ONLY: Final = re.compile(r"(wrong # of entries in|row \d+ missing from|non-unique entry in) index .*")
_SPACE: Final = 50 * 1024 * 1024
_LEFT_OVER: Final = dt.timedelta(hours=1)
FIX: Final = "`meso doctor --fix` does it."
"""What to do about what the doctor repairs itself."""


def examine(database: DatabaseFile, now: dt.datetime, checks: GuideChecks) -> Iterator[Check]:
    """Everything about the database, the most important first. Nothing is locked between two of them."""
    path = database.path
    found = _tried("records", lambda: _records(database))
    yield found
    if os.path.lexists(path):
        yield _tried("privacy", lambda: _private(path))
    if found.condition == "fine" and path.exists():
        yield _tried("file", lambda: _whole(database))
        yield _tried("rows", lambda: _rows(database, checks))
        yield _tried("schema", lambda: _as_made(database))
        yield _tried("clock", lambda: _clock(database, now))
    yield _tried("left over", lambda: _left_over(path, now))
    yield from _out_of_reach(path)
    yield _tried("disk", lambda: _space(path))
    yield _tried("backups", lambda: _backups(path, now))


def only_indexes(problems: Iterable[str]) -> bool:
    """Whether rebuilding the indexes would repair all that SQLite's check found."""
    return all(_INDEX_ONLY.fullmatch(problem) for problem in problems)


def problems_of(database: DatabaseFile) -> tuple[str, ...]:
    """What SQLite's own full check finds; empty where it finds nothing."""
    with as_it_is(database) as connection, translated(database.path, SQLITE):
        said = [str(row[0]) for row in fetch(connection, "PRAGMA integrity_check(10)")]
    return () if said == ["ok"] else tuple(said)


def too_open(path: Path) -> tuple[Path, ...]:
    """All that belongs to the database, and its folders, as far as others may use them."""
    check_ours(path)
    found = files_of(path)
    ours = (*found.folders, *found.files)
    return tuple(file for file in ours if file.exists() and file.stat().st_mode & OTHERS)


def left_over(path: Path, now: dt.datetime) -> tuple[Path, ...]:
    """Files that an interrupted command on the database left half made."""
    return abandoned(unfinished(path), now)


def abandoned(files: Iterable[Path], now: dt.datetime) -> tuple[Path, ...]:
    """Those that nobody has written to for an hour: no command may still be at work on them."""
    before = (now - _LEFT_OVER).timestamp()
    return tuple(file for file in files if file.stat().st_mtime < before)


def _tried(subject: str, look: Callable[[], Check]) -> Check:
    """The result of a check; an error that prevents the check is a result, too."""
    try:
        return look()
    except MesoError as error:
        condition: Condition = "damaged" if error.exit_code == Exit.DAMAGED else "attention"
        return Check(subject, condition, str(error))
    except OSError as error:
        return Check(subject, "attention", f"cannot be examined: {error.strerror}")


def _records(database: DatabaseFile) -> Check:
    path = database.path
    try:
        with reading(database) as store:
            counts = store.counts()
    except NoDatabase:
        return Check("records", "fine", f"nothing is recorded yet in {shown(path)}")
    where = f"{shown(path)} (a link to {shown(real(path))})" if path.is_symlink() else shown(path)
    return Check("records", "fine", f"{counts_words(counts)} in {where}")


def _private(path: Path) -> Check:
    open_to_others = too_open(path)
    if open_to_others:
        names = ", ".join(shown(file) for file in open_to_others[:3])
        return Check("privacy", "attention", f"others on this machine may use {names}", FIX)
    if path.parent.stat().st_mode & stat.S_IWOTH and not path.parent.stat().st_mode & stat.S_ISVTX:
        todo = "keep the database in a folder of your own (--db or MESO_DB)."
        return Check("privacy", "attention", f"anybody may replace files in {shown(path.parent)}", todo)
    return Check("privacy", "fine", "only you can read the records and their backups")


def _whole(database: DatabaseFile) -> Check:
    problems = problems_of(database)
    if not problems:
        return Check("file", "fine", "every page of it is sound")
    what = visible(problems[0], 100)
    if only_indexes(problems):
        return Check("file", "damaged", f"an index is damaged ({what}); no entry is lost", FIX)
    todo = "go back to a backup (`meso restore` lists them), or export what can be read first."
    return Check("file", "damaged", f"it is damaged in the middle ({what})", todo)


def _as_made(database: DatabaseFile) -> Check:
    path = database.path
    with as_it_is(database) as connection, translated(path, SQLITE):
        check_own_objects(connection, path)
        strange = ", ".join(visible(name, 40) for name in unexpected_objects(connection)[:3])
        current = schema.is_current(connection, path)
    if strange:
        todo = "`meso export` and `meso import` into a new file leave it behind."
        return Check("schema", "attention", f"there is what meso did not make: {strange}", todo)
    if not current:
        return Check("schema", "attention", "of an earlier version; the next write upgrades it", FIX)
    return Check("schema", "fine", f"{schema.MIGRATIONS[-1]}, today's")


def _rows(database: DatabaseFile, checks: GuideChecks) -> Check:
    """Every value can be read, is one that meso writes, and every row has its parent."""
    with as_it_is(database) as connection, translated(database.path, SQLITE):
        orphans = len(fetch(connection, "PRAGMA foreign_key_check"))
    if orphans:
        todo = "go back to a backup, or `meso export` all else and `meso import` it into a new file."
        return Check("rows", "damaged", f"{orphans} rows belong to nothing that is there", todo)
    found = check_records(database, checks)
    if found.invalid:
        name, why, remedy = found.named[0]
        what = f"{counted(found.invalid, 'record')} not understood, such as {name}: {why}"
        todo = remedy or "correct it (`meso edit ID`), or go back to a backup."
        return Check("rows", "attention", what, todo)
    return Check("rows", "fine", f"all {found.records} can be read")


def _clock(database: DatabaseFile, now: dt.datetime) -> Check:
    with reading(database) as store:
        latest, observed = store.latest_update(), store.latest_observation()
    ahead = utc_text(now + CLOCK_TOLERANCE)
    todo = "check the date and the time of this machine."
    if observed is not None and observed > ahead:
        todo += " `meso status` names the entries."
        return Check(
            "clock", "attention", f"an entry is dated {visible(observed)}, which has not come yet", todo
        )
    if latest is None or latest <= ahead:
        return Check("clock", "fine", "no record is ahead of it")
    return Check(
        "clock", "attention", f"a record was written at {visible(latest)}, which has not come yet", todo
    )


def _left_over(path: Path, now: dt.datetime) -> Check:
    found = left_over(path, now)
    if found:
        return Check(
            "left over", "attention", f"{counted(len(found), 'half-made file')} of interrupted commands", FIX
        )
    left = drafts(path)
    if left:
        todo = "say again what they hold with `meso edit`, then remove them."
        return Check("left over", "attention", f"what you left in the editor: {shown(left[0])}", todo)
    return Check("left over", "fine", "no half-made file")


def _out_of_reach(path: Path) -> Iterator[Check]:
    """What `wipe` would leave or refuse for; nothing is said where there is nothing."""
    found = files_of(path)
    why = (
        *(f"{shown(folder)} may not be looked into: check who may use it" for folder in found.closed),
        *(f"{shown(one.path)}: {one.why}" for one in found.left),
    )
    if why:
        yield Check("out of reach", "attention", f"`meso wipe` would not remove all: {why[0]}")


def _space(path: Path) -> Check:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    free = shutil.disk_usage(folder).free
    needed = _SPACE + 3 * (path.stat().st_size if path.exists() else 0)
    if free < needed:
        todo = "free some, or the next entry may be refused."
        return Check("disk", "attention", f"only {free // 1024**2} MiB are free", todo)
    return Check("disk", "fine", f"{free // 1024**2} MiB are free")


def _backups(path: Path, now: dt.datetime) -> Check:
    every = made_backups(path)
    bad = [one.path.name for one in every if one.counts is None]
    if bad:
        todo = "move it away; it is never restored."
        return Check("backups", "attention", f"{visible(bad[0], 40)} cannot be read", todo)
    if not every:
        if not path.exists():
            return Check("backups", "fine", "nothing to back up yet")
        return Check("backups", "attention", "there is none yet", FIX)
    return Check("backups", "fine", _newest(every, now))


def _newest(every: tuple[Backup, ...], now: dt.datetime) -> str:
    newest = newest_first(every)[0]
    holds = counts_words(newest.counts) if newest.counts else "cannot be read"
    age = now.timestamp() - newest.path.stat().st_mtime
    days = max(0, int(age // 86_400))
    when = f"{counted(days, 'day')} ago" if days else "within a day"
    return f"{len(every)}, each opened; the newest, {visible(newest.path.stem, 40)}, was made {when}: {holds}"
