"""The guide day by day: what is usual, what to avoid and what to do."""

import datetime as dt
from collections.abc import Iterator, Mapping

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.errors import BadValue, Damaged, NothingFound, SystemRefused
from meso_cli.guide.files import folder_of
from meso_cli.guide.reading import guide_called, read_guide
from meso_cli.guide.words import read_days, read_words, words_of
from meso_cli.model.case import Context
from meso_cli.model.guide import Guide
from meso_cli.model.words import Library
from meso_cli.recovery.days import DayOf
from meso_cli.recovery.strictest import strictest
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Block, Document, Say
from meso_cli.views.guide import before_document, day_document, general_day_document, whole_document
from meso_cli.views.scare import verdict_first
from meso_cli.when.reading import Moment, WholeDay, read
from meso_cli.wording.values import treatment_words

_LAST_DAY = 365
_MINUTE = dt.timedelta(minutes=1)


class Days(NamedTuple):
    """What somebody wants to read: one recovery day, seven, or the days before an event; nothing: all."""

    first: int | None = None
    week: bool = False
    before: str | None = None


def show(call: Call, days: Days, *, json: bool = False) -> None:
    """The part of the guide that was asked for."""
    if days.before is not None:
        if days.week or days.first is not None:
            raise BadValue("--before goes without --day and --week")
        _show_before(call, days.before, json=json)
    elif days.week or days.first is not None:
        _show_days(call, days.first, number=7 if days.week else 1, json=json)
    else:
        context = _recorded_if_readable(call, "today is not marked")
        if json:
            from meso_cli.export.guide_json import whole_json

            terminal.write_document(whole_json(*_followed(context), _seen(call, context)))
            return
        today = context.status.day if context else None
        document = whole_document(*_followed(context), today)
        terminal.show((*(verdict_first(context) if context else ()), *document), call)


def _show_days(call: Call, first: int | None, number: int, *, json: bool) -> None:
    """So many days from the first on, or from today where none is named."""
    if first is not None and not 0 <= first <= _LAST_DAY:
        raise BadValue(f"Day {first} is not in the guide; it goes from day 0 to {_LAST_DAY}.")
    general = "this is for no treatment of yours"
    context = _recorded(call) if first is None else _recorded_if_readable(call, general)
    begin = first if first is not None else context.status.day if context else 0
    if json:
        from meso_cli.export.guide_json import days_json, general_days_json

        days = range(begin, begin + number)
        if context is None:
            terminal.write_document(general_days_json(days, read_guide(), read_words, read_days(), call.now))
        else:
            terminal.write_document(
                days_json([_day_of(call, context, day) for day in days], context, _days(context))
            )
        return
    blocks: list[Block] = [*(verdict_first(context) if context else ())]
    for day in range(begin, begin + number):
        blocks += _recorded_day(call, context, day) if context else _general_day(day)
    terminal.show(blocks, call)


def _recorded(call: Call) -> Context | None:
    """The treatment that it is about, where one is recorded."""
    try:
        return look(call)
    except NothingFound:
        return None


def _recorded_if_readable(call: Call, without: str) -> Context | None:
    """The guide itself needs no record: one that is locked or damaged costs what is said to be missing."""
    try:
        return _recorded(call)
    except (Damaged, SystemRefused) as error:
        terminal.remark(f"meso: {without}, because your record could not be read: {error}")
        return None


def _general_day(day: int) -> Document:
    return general_day_document(day, read_guide(), read_words, read_days())


def _recorded_day(call: Call, context: Context, day: int) -> Document:
    return day_document(_day_of(call, context, day), context.case, context.status.view, _days(context))


def _followed(context: Context | None) -> tuple[Guide, Library, Mapping[str, int]]:
    """The guide that the treatment follows, without what its plan adds; without a treatment the default."""
    if context is None:
        return read_guide(), read_words, read_days()
    id = context.case.treatment.guide
    return guide_called(id), words_of(id), _days(context)


def _days(context: Context) -> Mapping[str, int]:
    return read_days(folder_of(context.case.treatment.guide))


def _day_of(call: Call, context: Context, day: int) -> DayOf:
    """A day of a treatment, at its strictest: whatever `can` forbids at some moment of it is not allowed."""
    span = _span(call, context, day)
    name = context.case.treatment.name
    seen = [look(call, moment.isoformat(), name) for moment in _moments(span, context, call.now)]
    states = strictest(found.status.restrictions for found in seen)
    return DayOf(day, span.start, span.end, states)


def _span(call: Call, context: Context, day: int) -> WholeDay:
    """The local day, from the treatment on."""
    treatment = context.case.treatment
    found = read(
        f"day {day}", at=call.now, toward="future", start=treatment.at, day_start=call.settings.day_start
    )
    assert isinstance(found, WholeDay)
    return found._replace(start=max(found.start, treatment.at.astimezone(found.start.tzinfo)))


def _moments(span: WholeDay, context: Context, now: dt.datetime) -> Iterator[dt.datetime]:
    """Its begin, each entry of it, and its last minute: time loosens, what is logged can tighten."""
    yield span.start
    yield from (entry.at for entry in context.case.record.entries if span.start < entry.at < span.end)
    yield min(max(span.end - _MINUTE, span.start), max(now, span.start))


def _seen(call: Call, context: Context | None) -> tuple[dt.datetime, Context | None]:
    """The moment that a document is about, and the treatment, where there is one."""
    return (context.status.at if context else call.now), context


def _show_before(call: Call, words: str, *, json: bool) -> None:
    """Counted back from an event: until when to be treated; what of a recorded treatment still applies."""
    event = read(words, at=call.now, toward="future", start=None, day_start=call.settings.day_start)
    date = (event.start if isinstance(event, WholeDay) else event.at).date()
    if date <= call.now.date():
        raise BadValue(f"{date:%d.%m.%Y} is not ahead; name a day to come: --before '12 dec'")
    context = _recorded(call)
    day = _day_at(event, context, call) if context else None
    if json:
        from meso_cli.export.guide_json import before_json

        then = None if context is None or day is None else _day_of(call, context, day)
        guide, _, days = _followed(context)
        terminal.write_document(before_json(date, guide, days, _seen(call, context), then))
        return
    blocks: list[Block] = [*(verdict_first(context) if context else ())]
    blocks += before_document(date, call.now.date(), _followed(context)[0])
    if context and day is not None:
        blocks.append(Say(f"For {treatment_words(context.case.treatment)} it is this day then:"))
        blocks += _recorded_day(call, context, day)
    terminal.show(blocks, call)


def _day_at(event: Moment | WholeDay, context: Context, call: Call) -> int | None:
    """The recovery day at an event, a bare day's at its noon; None beyond the last day of the guide."""
    at = event.at if isinstance(event, Moment) else event.start.replace(hour=12, minute=0)
    day = context.case.treatment.day(at, call.settings.day_start)
    return day if day <= _LAST_DAY else None
