"""What a reading command looks at: the settings, the guide, the treatment and its status."""

import datetime as dt
import os
import re
from typing import TYPE_CHECKING, NamedTuple

from meso_cli.commands import clock, paths
from meso_cli.commands.shared import Shared
from meso_cli.commands.terminal import remark
from meso_cli.config.reading import read_settings
from meso_cli.errors import BadValue, NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.guide import Guide, Library, Source
from meso_cli.model.records import Record, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.ahead import set_apart
from meso_cli.recovery.status import as_other, guide_of, library_of, status
from meso_cli.recovery.treatments import AHEAD, concerned
from meso_cli.store.reading import Reader, reading
from meso_cli.views.warnings import Callees, callees
from meso_cli.when.saying import absolute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meso_cli.model.plan import ClinicPlan
    from meso_cli.when.reading import WholeDay

HOW_TO_START = 'Record your treatment: meso start "today 14:00" --device pen --depth 1.0'
_NAME = re.compile(r"t?([0-9]{1,18})")


class Moment(NamedTuple):
    """The moment that a command looks from; a bare day is a `whole_day`, seen at its strictest."""

    view: Viewpoint
    whole_day: "WholeDay | None" = None


class Sight(NamedTuple):
    """A status with all that is needed to show it.

    `guide` and `library` are the treatment's own: with what its clinic's `plan` adds. What is
    said of others is worded by theirs (`status.others`).
    """

    status: Status
    guide: Guide
    callees: Callees
    moment: Moment
    record: Record
    library: Library

    @property
    def plan(self) -> "ClinicPlan | None":
        """The clinic's plan in force."""
        return self.record.plan

    @property
    def sources(self) -> "Mapping[str, Source]":
        """Who says so: the guide's sources, and the plan."""
        from meso_cli.guide.words import read_sources

        if self.plan is None:
            return read_sources()
        from meso_cli.recovery.plan import source_of

        source = source_of(self.plan)
        return {**read_sources(), source.id: source}


def settings() -> Settings:
    """The settings of this machine: its environment, then its file."""
    return read_settings(paths.config_file(), os.environ)


def look(shared: Shared, at: str | None = None, named: str | None = None) -> Sight:
    """The status of the treatment concerned (or `named`, "t1") at the moment asked for.

    Raises `NothingFound` where there is no treatment, or not that one.
    """
    own, guide, now = settings(), read_guide(), clock.now()
    with reading(paths.database(shared)) as store:
        chosen = treatment_named(named, store) if named is not None else None
        present = chosen or treatment_at(now, store)
        moment = _moment_of(at, now, present, own)
        treatment = chosen or treatment_at(moment.view.now, store) if moment.view.asked else present
        if treatment is None or elapsed(moment.view.now, treatment.at) > AHEAD:
            treatment, moment = _begun_that_day(chosen, store, moment)
        record = _record(store, treatment, moment, now)
        others = [
            _record(store, other, moment, now)
            for other in store.open_at(moment.view.now)
            if other.id != treatment.id
        ]
    found = status(record, guide, own, moment.view)
    in_a_line = tuple(
        as_other(
            status(other, guide, own, moment.view), guide_of(other, guide), library_of(other, read_words)
        )
        for other in others
    )
    return Sight(
        found._replace(others=in_a_line),
        guide_of(record, guide),
        _whom_to_call(own, treatment),
        moment,
        record,
        library_of(record, read_words),
    )


def _begun_that_day(chosen: Treatment | None, store: Reader, moment: Moment) -> tuple[Treatment, Moment]:
    """The last treatment of a whole day on which none had begun before, from its begin on.

    `NothingFound` where there is none. Where one was recorded for later, that one is named: to
    invite to another start would be to invite a double.
    """
    known = (chosen,) if chosen else store.treatments()
    if (day := moment.whole_day) is not None:
        of_day = [row for row in known if day.start <= row.at < day.end]
        if of_day:
            last = max(of_day, key=lambda row: (row.at.timestamp(), row.id))
            here = last.at.astimezone(moment.view.now.tzinfo)
            return last, moment._replace(view=Viewpoint(here, asked=True))
    asked = moment.view.asked
    if known and asked:
        first = min(known, key=lambda row: (row.at.timestamp(), row.id))
        none = f"{chosen.name} had not" if chosen else "No treatment had"
        begun = absolute(first.at, moment.view.now)
        raise NothingFound(f"{none} begun by then; {first.name} began {begun}.")
    raise NothingFound(f"No treatment {'had begun by then' if asked else 'yet'}. {HOW_TO_START}")


def _record(store: Reader, treatment: Treatment, moment: Moment, now: dt.datetime) -> Record:
    """What was observed after a past moment that was asked for is not known then.

    What is dated after `now` is set apart: it cannot have been seen yet.
    """
    view = moment.view
    is_past = view.asked and elapsed(view.now, now) > dt.timedelta()
    return set_apart(store.record(treatment.id, until=view.now if is_past else None), now)


def treatment_at(at: dt.datetime, store: Reader) -> Treatment | None:
    """The treatment that a moment is about, unless another is named."""
    return concerned(store.open_at(at.astimezone(dt.UTC) + AHEAD), store.last_ended(at))


def treatment_named(name: str, store: Reader) -> Treatment:
    """The treatment called `t1` (or `1`); `NothingFound` otherwise, `BadValue` for a blank name."""
    if not name.strip():
        raise BadValue("The name of the treatment is empty; treatments are called t1, t2, ...")
    match = _NAME.fullmatch(name.strip().lower())
    treatment = store.treatment(int(match[1])) if match else None
    if treatment is None:
        raise NothingFound("There is no such treatment; treatments are called t1, t2, ...")
    return treatment


def _whom_to_call(own: Settings, treatment: Treatment) -> Callees:
    """The numbers of the configured region and of this treatment's practitioner."""
    if own.region is None:
        return callees(None, treatment.practitioner)
    from meso_cli.guide.words import read_regions

    regions = read_regions()
    if own.region not in regions:
        # A typo in the config must not keep anybody from the answer.
        remark(f"meso: The region in your settings is not known; known are {', '.join(regions)}.")
    return callees(regions.get(own.region), treatment.practitioner)


def _moment_of(at: str | None, now: dt.datetime, start: Treatment | None, own: Settings) -> Moment:
    """The moment that `--at` names, looking ahead; without it, now."""
    if at is None:
        return Moment(Viewpoint(now))
    from meso_cli.when.reading import WholeDay, read  # only a moment that is asked for needs words

    read_as = read(at, at=now, toward="future", start=start.at if start else None, day_start=own.day_start)
    if isinstance(read_as, WholeDay):
        is_today = read_as.start <= now < read_as.end
        strictest = now if is_today else read_as.start
        return Moment(Viewpoint(strictest, asked=True), whole_day=read_as)
    return Moment(Viewpoint(read_as.at, asked=True))
