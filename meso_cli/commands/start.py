"""`meso start`."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.configuration import settings
from meso_cli.commands.facts import Facts, asked_facts, asked_when, asks, taken
from meso_cli.commands.keeping.daily import daily_backup
from meso_cli.commands.looking import look
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue, NeedsInput
from meso_cli.guide.reading import read_guide
from meso_cli.model.case import Context
from meso_cli.model.records import ASSUMED_AREA, Description, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.recovery.treatments import AHEAD
from meso_cli.store.records import add_treatment
from meso_cli.store.writing import writing
from meso_cli.views.blocks import Document
from meso_cli.views.started import Started, TooSoon, started_document
from meso_cli.vocabulary import fields
from meso_cli.when.reading import read_past
from meso_cli.when.saying import absolute

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan

_SAME_SESSION = dt.timedelta(hours=6)


def start(
    ctx: typer.Context,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHEN]", help="'today 14:00', '2 days ago 14:00'; now if left out.", show_default=False
        ),
    ] = None,
    area: Annotated[
        str | None, typer.Option(metavar="AREA", help="face (assumed), eyes, lips, scalp, neck, ...")
    ] = None,
    device: Annotated[
        str | None, typer.Option(metavar="KIND", help="pen, roller, stamp, rf or other.")
    ] = None,
    depth: Annotated[str | None, typer.Option(metavar="MM", help="Needle depth in millimetres: 1.0")] = None,
    skin_type: Annotated[str | None, typer.Option(metavar="1-6", help="Fitzpatrick skin type.")] = None,
    history: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FACT", help="cold-sores, keloid, weak-immunity, diabetes, blood-thinners, eczema."
        ),
    ] = None,
    practitioner: Annotated[str | None, typer.Option(metavar="NAME", help="Who did it.")] = None,
    phone: Annotated[str | None, typer.Option(metavar="NUMBER", help="Their number.")] = None,
    out_of_hours: Annotated[str | None, typer.Option(metavar="NUMBER", help="Their number at night.")] = None,
    product: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A product that was used; may be repeated.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note.")] = None,
    plan: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your clinic's plan; see: meso plan --help")
    ] = None,
    another: Annotated[
        bool, typer.Option("--another", help="A second treatment of the same area within 6 hours.")
    ] = False,
) -> None:
    """Record a treatment; see when each restriction lifts.

    \b
    Examples:
      meso start
      meso start "2 days ago 14:00" --device pen --depth 1.0
      meso start "yesterday 10:30" --device rf --skin-type 4 --phone "020 7946 0000"
      meso start --plan clinic.toml
    """
    options = shared(ctx)
    now, own = clock.now(), settings()
    read_guide()  # an installation that has none must not save what it then cannot answer
    clinics = _checked(plan)
    given = Facts(
        fields.area(area), fields.device(device), fields.depth_mm(depth), fields.skin_type(skin_type)
    )
    at = _when(when or (), given, now, own, options)
    facts = asked_facts(given, own, options)
    described = Description(
        area=facts.area,
        device=facts.device,
        depth_mm=facts.depth_mm,
        skin_type=facts.skin_type,
        history=fields.history(history or ()),
        practitioner=fields.practitioner(practitioner, phone, out_of_hours),
        products=fields.products(product or ()),
        note=fields.text(note, "note"),
    )
    with writing(paths.database(options), command="start", now=now, create=True) as store:
        known = store.treatments()
        if not another:
            _refuse_double(at, described.area, known, now)
        number = add_treatment(store, at, clock.zone_name(now), described)
        store.command = f"start t{number}"
        if clinics is not None:
            from meso_cli.commands.planning.plan_file import load_for

            load_for(store, number, clinics, now)
    with saved(f"t{number} was saved"):
        context = look(options, named=f"t{number}")
        started = Started(
            is_first=not known,
            from_settings=taken(given, own),
            from_plan=_from_plan(context),
            too_soon=_too_soon(context.case.treatment, known, options),
        )
        terminal.show(started_document(started, context), options)
    daily_backup(paths.database(options))


def _checked(plan: Path | None) -> "ClinicPlan | None":
    """The clinic's plan, before anything is asked or recorded."""
    if plan is None:
        return None
    from meso_cli.commands.planning.plan_file import checked_plan

    return checked_plan(plan)


def _from_plan(context: Context) -> Document:
    plan = context.case.plan
    if plan is None:
        return ()
    from meso_cli.views.plan import added_blocks

    return tuple(added_blocks(plan, context.status))


def _when(
    words: Sequence[str], given: Facts, now: dt.datetime, own: Settings, options: Shared
) -> dt.datetime:
    """When it was: as typed, else asked for with the other questions, else now."""
    asked = None
    if not words and asks(given, options):
        asked = asked_when(lambda answer: _begun(answer or "now", now, own), options)
    return asked or _begun(" ".join(words) if words else "now", now, own)


def _begun(words: str, now: dt.datetime, own: Settings) -> dt.datetime:
    begun = read_past(words, at=now, command="meso start", repeated="later", day_start=own.day_start)
    if elapsed(now, begun) > AHEAD:
        raise BadValue(f"{absolute(begun, now)} has not come yet; record a treatment when it is done.")
    return begun


def _on_same_area(area: str | None, known: Iterable[Treatment]) -> list[Treatment]:
    return [other for other in known if (other.area or ASSUMED_AREA) == (area or ASSUMED_AREA)]


def _refuse_double(at: dt.datetime, area: str | None, known: tuple[Treatment, ...], now: dt.datetime) -> None:
    for other in _on_same_area(area, known):
        if abs(elapsed(other.at, at)) < _SAME_SESSION:
            raise NeedsInput(
                f"{other.name} is recorded already for {absolute(other.at, now)}; to correct it: "
                f"meso edit {other.name} --depth 1.0; if this was another one, say so: --another"
            )


def _too_soon(begun: Treatment, known: Iterable[Treatment], options: Shared) -> TooSoon | None:
    """The treatment before on the same area, where its rule did not allow this one yet."""
    before = [row for row in _on_same_area(begun.area, known) if elapsed(row.at, begun.at) >= _SAME_SESSION]
    if not before:
        return None
    last = max(before, key=lambda row: (row.at.timestamp(), row.id))
    context = look(options, named=last.name)
    next_session = context.case.guide.rules.next_session
    rule = next(state for state in context.status.restrictions if state.id == next_session)
    is_early = rule.earliest is None or elapsed(begun.at, rule.earliest) > dt.timedelta()
    return TooSoon(last.name, rule) if is_early else None
