"""Recording a treatment, and what it means from now on."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from meso_cli.commands.daily.technique import asked_facts, asked_when, asks, taken
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import has_guide, look
from meso_cli.commands.support.description import Described, description
from meso_cli.commands.support.writes import answering, recorded
from meso_cli.errors import BadValue, NeedsInput, Stopped
from meso_cli.guide.files import data_folder
from meso_cli.model.case import Context
from meso_cli.model.records import ASSUMED_AREA, Description, Treatment, elapsed
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.store.edits import add_treatment
from meso_cli.text import visible
from meso_cli.views.blocks import Document
from meso_cli.views.started import Started, TooSoon, started_document
from meso_cli.when.reading import read_begin
from meso_cli.when.saying import absolute
from meso_cli.wording.values import without_guide

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan

_SAME_SESSION = dt.timedelta(hours=6)


def start(call: Call, words: Sequence[str], said: Described, plan: Path | None, *, another: bool) -> None:
    """Records a treatment at the moment in words, with the clinic's plan in a file; says what lifts when."""
    data_folder()  # an installation that has no guide must not save what it then cannot answer
    clinics = _checked(plan)
    given = description(said, Description())
    try:
        at = _when(words, given, call)
        described = asked_facts(given, call)
    except (KeyboardInterrupt, EOFError) as stop:
        raise Stopped("Stopped; no treatment was recorded.") from stop
    with recorded(call, "start", create=True) as store:
        known = store.treatments()
        if not another:
            meant = _meant(words, said)
            _refuse_double((at, described.area), known, call.now, meant)
        number = add_treatment(store, at, call.zone, described)
        store.command = f"start t{number}"
        if clinics is not None:
            from meso_cli.commands.practitioner.plan_file import load_for

            load_for(store, number, clinics, call)
    with answering(call, f"t{number} was saved"):
        context = look(call, named=f"t{number}")
        started = Started(
            is_first=not known,
            from_settings=taken(given, call.settings),
            from_plan=_from_plan(context),
            too_soon=_too_soon(context.case.treatment, known, call),
        )
        terminal.show(started_document(started, context), call)


def _checked(plan: Path | None) -> "ClinicPlan | None":
    """The clinic's plan, before anything is asked or recorded."""
    if plan is None:
        return None
    from meso_cli.commands.practitioner.plan_file import checked_plan

    return checked_plan(plan)


def _from_plan(context: Context) -> Document:
    plan = context.case.plan
    if plan is None:
        return ()
    from meso_cli.views.plan import added_blocks

    return tuple(added_blocks(plan, context.status))


def _when(words: Sequence[str], given: Description, call: Call) -> dt.datetime:
    """When it was: as typed, else asked for with the other questions, else now."""
    asked = None
    if not words and asks(given, call):
        asked = asked_when(lambda answer: _begun(answer or "now", call), call)
    return asked or _begun(" ".join(words) if words else "now", call)


def _begun(words: str, call: Call) -> dt.datetime:
    now, day_start = call.now, call.settings.day_start
    begun = read_begin(words, at=now, command="meso start", day_start=day_start)
    if elapsed(now, begun) > CLOCK_TOLERANCE:
        raise BadValue(f"{absolute(begun, now)} has not come yet; record a treatment when it is done.")
    return begun


def _on_same_area(area: str | None, known: Iterable[Treatment]) -> list[Treatment]:
    return [other for other in known if (other.area or ASSUMED_AREA) == (area or ASSUMED_AREA)]


def _meant(words: Sequence[str], said: Described) -> str:
    """The option of `edit` that says what was said here."""
    if words:
        return f'--at "{visible(" ".join(words), 40)}"'
    return f"--{said.first_said} ..." if said.first_said else "--at WHEN"


def _refuse_double(
    begun: tuple[dt.datetime, str | None], known: tuple[Treatment, ...], now: dt.datetime, meant: str
) -> None:
    at, area = begun
    for other in _on_same_area(area, known):
        if abs(elapsed(other.at, at)) < _SAME_SESSION:
            raise NeedsInput(
                f"{other.name} is recorded already for {absolute(other.at, now)}; to correct it: "
                f"meso edit {other.name} {meant}; if this was another one, say so: --another"
            )


def _too_soon(begun: Treatment, known: Sequence[Treatment], call: Call) -> TooSoon | None:
    """The treatment before, of the same area if there was one, where its rule did not allow this one yet."""
    same = _on_same_area(begun.area, known)
    others = [row for row in known if row not in same]
    return _still_early(begun, same, call) or _still_early(begun, others, call)


def _still_early(begun: Treatment, known: Sequence[Treatment], call: Call) -> TooSoon | None:
    """The latest of some treatments before, where its rule about the next session was not over yet."""
    before = [row for row in known if elapsed(row.at, begun.at) >= _SAME_SESSION]
    if not before:
        return None
    last = max(before, key=lambda row: (row.at.timestamp(), row.id))
    if not has_guide(last):
        terminal.remark(f"meso: Whether it is early is not known: {without_guide(last)}; update meso.")
        return None
    context = look(call, named=last.name)
    next_session = context.case.guide.rules.next_session
    rule = next(state for state in context.status.restrictions if state.id == next_session)
    is_early = rule.earliest is None or elapsed(begun.at, rule.earliest) > dt.timedelta()
    area = last.area or ASSUMED_AREA
    elsewhere = area if area != (begun.area or ASSUMED_AREA) else None
    return TooSoon(last.name, rule, elsewhere) if is_early else None
