"""What a reading command looks at: the settings, the guide, the treatment and its status."""

import datetime as dt
from typing import TYPE_CHECKING

from meso_cli.commands.support.call import Call
from meso_cli.commands.support.treatment_choice import treatment_at, treatment_named
from meso_cli.errors import Damaged, NothingFound
from meso_cli.guide import files
from meso_cli.guide.files import folder_of
from meso_cli.guide.reading import guide_called, read_guide
from meso_cli.guide.words import words_of
from meso_cli.model.case import Case, Context
from meso_cli.model.records import Record, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.cases import case_of
from meso_cli.recovery.future_dated import set_apart_future_dated
from meso_cli.recovery.status import as_other, status, with_others
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.store.reading import Reader, reading
from meso_cli.values import NamedTuple
from meso_cli.when.saying import absolute

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from meso_cli.model.guide import Region
    from meso_cli.model.words import Source
    from meso_cli.when.reading import WholeDay

HOW_TO_START = 'Record your treatment: meso start "today 14:00" --device pen --depth 1.0'


class NotJudged(Damaged):
    """This version does not have the guide that a treatment follows; `others` are open, and it has theirs."""

    others: "Sequence[Treatment]" = ()


class _Moment(NamedTuple):
    """The moment that a command looks from, and the bare day that was named, where one was."""

    view: Viewpoint
    day: "WholeDay | None" = None


def sources_of(case: Case) -> "Mapping[str, Source]":
    """Who says so: the guide's sources, and the plan."""
    from meso_cli.guide.words import read_sources

    sources = read_sources(folder_of(case.treatment.guide))
    if case.plan is None:
        return sources
    from meso_cli.recovery.plan import source_of

    source = source_of(case.plan)
    return {**sources, source.id: source}


def look(call: Call, at: str | None = None, named: str | None = None) -> Context:
    """The status of the treatment concerned (or `named`, "t1") at the moment asked for, in its context.

    Raises `NothingFound` where there is no treatment, or not that one; `NotJudged` without its guide.
    """
    own, now = call.settings, call.now
    with reading(call.database) as store:
        chosen = treatment_named(named, store) if named is not None else None
        present = chosen or treatment_at(now, store)
        moment = _moment_of(at, now, present, own)
        view = moment.view
        treatment = chosen or treatment_at(view.now, store) if view.asked else present
        if treatment is None or elapsed(view.now, treatment.at) > CLOCK_TOLERANCE:
            treatment, view = _begun_that_day(chosen, store, moment)
        also = [other for other in beside(store, view.now) if other.id != treatment.id]
        judged = [other for other in also if has_guide(other)]
        refuse_without_guide(treatment, judged)
        record = _record(store, treatment, view, now)
        records = [_record(store, other, view, now) for other in judged]
    case, cases = own_case(record), {other.treatment.name: own_case(other) for other in records}
    lines = (as_other(status(other, own, view)) for other in cases.values())
    others = tuple(other for other in lines if other.is_open or other.is_serious)
    found = with_others(status(case, own, view), others, case.guide)
    not_judged = tuple(other for other in also if not has_guide(other) and not other.has_ended(view.now))
    return Context(found, case, {other.id: cases[other.id] for other in others}, _region(own), not_judged)


def beside(store: Reader, at: dt.datetime) -> tuple[Treatment, ...]:
    """The treatments open at `at`, and those that ended lately: a warning may go on standing."""
    lately = at - dt.timedelta(days=read_guide().rules.follow_up_days)
    return (*store.open_at(at), *store.ended_between(lately, at))


def own_case(record: Record) -> Case:
    """A record with the guide that its treatment follows; `NotJudged` where this version does not have it."""
    refuse_without_guide(record.treatment)
    id = record.treatment.guide
    return case_of(record, guide_called(id), words_of(id))


def has_guide(treatment: Treatment) -> bool:
    """Whether this version has the guide that the treatment follows: a later one recorded it, where not."""
    return treatment.guide in files.GUIDES


def refuse_without_guide(treatment: Treatment, others: "Sequence[Treatment]" = ()) -> None:
    """Raises `NotJudged` for a treatment whose guide this version does not have; it names the `others`."""
    if not has_guide(treatment):
        from meso_cli.wording.values import without_guide  # hardly ever

        alone = "".join(f"{other.name} alone: --treatment {other.name}. " for other in others)
        error = NotJudged(without_guide(treatment), "update meso", f"{alone}If it is serious: meso urgent")
        error.others = others
        raise error


def _begun_that_day(chosen: Treatment | None, store: Reader, moment: _Moment) -> tuple[Treatment, Viewpoint]:
    """The last treatment of a whole day on which none had begun before, from its begin on.

    `NothingFound` where there is none. Where one was recorded for later, that one is named: to
    invite to another start would be to invite a double.
    """
    known = (chosen,) if chosen else store.treatments()
    if (day := moment.day) is not None:
        of_day = [row for row in known if day.start <= row.at < day.end]
        if of_day:
            last = max(of_day, key=lambda row: (row.at.timestamp(), row.id))
            here = last.at.astimezone(moment.view.now.tzinfo)
            return last, moment.view._replace(now=here)
    asked = moment.view.asked
    if known and asked:
        first = min(known, key=lambda row: (row.at.timestamp(), row.id))
        none = f"{chosen.name} had not" if chosen else "No treatment had"
        begun = absolute(first.at, moment.view.now)
        raise NothingFound(f"{none} begun by then; {first.name} began {begun}.")
    raise NothingFound(f"No treatment {'had begun by then' if asked else 'yet'}. {HOW_TO_START}")


def _record(store: Reader, treatment: Treatment, view: Viewpoint, now: dt.datetime) -> Record:
    """What was observed after a past moment that was asked for is not known then.

    What is dated after `now` is set apart: it cannot have been seen yet.
    """
    is_past = view.asked and elapsed(view.now, now) > dt.timedelta()
    return set_apart_future_dated(store.record(treatment.id, until=view.now if is_past else None), now)


def _region(own: Settings) -> "Region | None":
    """The configured region, whose numbers are shown."""
    if own.region is None:
        return None
    from meso_cli.guide.words import read_regions

    return read_regions()[own.region]


def _moment_of(at: str | None, now: dt.datetime, start: Treatment | None, own: Settings) -> _Moment:
    """The moment that `--at` names, looking ahead; without it, now."""
    if at is None:
        return _Moment(Viewpoint(now))
    from meso_cli.when.reading import WholeDay, read  # only a moment that is asked for needs words

    read_as = read(at, at=now, toward="future", start=start.at if start else None, day_start=own.day_start)
    if isinstance(read_as, WholeDay):
        is_today = read_as.start <= now < read_as.end
        strictest = now if is_today else read_as.start
        return _Moment(Viewpoint(strictest, asked=True, whole_day=True), read_as)
    return _Moment(Viewpoint(read_as.at, asked=True))
