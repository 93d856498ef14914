"""The status in one line, for a prompt."""

import datetime as dt
from collections.abc import Callable

from meso_cli.errors import BadValue
from meso_cli.model.case import Context
from meso_cli.model.guide import Guide
from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import StandingWarning, Status
from meso_cli.text import inside, visible
from meso_cli.when.saying import ago, hours, moment, span
from meso_cli.wording.values import label_of

_LONGEST_ITEM = 40


def brief(context: Context) -> str:
    """Day, the most serious warning of all treatments, how much is restricted, the last check-in."""
    status = context.status
    return " · ".join(
        (
            f"Day {status.day} ({hours(status.elapsed_hours)})",
            _warnings(context),
            _restricted(status, context.case.guide),
            _logged(status, context.case.guide),
            *(
                [f"check the clock (#{status.future_dated[0].id} is dated in the future)"]
                if status.future_dated
                else []
            ),
        )
    )


def _logged(status: Status, guide: Guide) -> str:
    """The last check-in, and the treatments beside it for which one is missing."""
    last = status.last_entry_at
    said = "nothing logged" if last is None else f"logged {ago(last, status.view)}"
    silent = [other.id for other in status.others if other.overdue]
    if not silent:
        return said
    return f"{status.treatment.name} {said}, {' and '.join(silent)} not for {span(guide.rules.silent_after)}"


FIELDS = ("day", "hours", "warning", "next", "id")
WIDEST = 48


def formatted(context: Context, template: str) -> str:
    """The fields of a template filled in, at most `WIDEST` cells; `{warning}` is empty where none stands.

    Raises `BadValue` for a field that there is not, with the list.
    """
    from string import Formatter

    status = context.status
    values: dict[str, Callable[[], str]] = {
        "day": lambda: str(status.day),
        "hours": lambda: str(int(status.elapsed_hours)),
        "warning": lambda: _warnings(context, calm=""),
        "next": lambda: _next(status, context.case.guide),
        "id": lambda: status.treatment.name,
    }
    try:
        parts = [(text, name, spec or turn) for text, name, spec, turn in Formatter().parse(template)]
    except ValueError:
        raise BadValue(f"'{visible(template, 40)}' has an unmatched brace", _KNOWN) from None
    said = ""
    for text, name, rest in parts:
        if name is not None and (name not in values or rest):
            raise BadValue(f"There is no field {{{visible(name, 20)}}}", _KNOWN)
        said += text + (values[name]() if name is not None else "")
    return visible(said, WIDEST)


_KNOWN = f"the fields are {' '.join(f'{{{name}}}' for name in FIELDS)}"


def _next(status: Status, guide: Guide) -> str:
    """What lifts next: "makeup tomorrow 14:00"; empty where nothing does."""
    ends = _upcoming_ends(status, guide)
    if not ends:
        return ""
    end, id = ends[0]
    return f"{inside(guide.restrictions[id].label)} {moment(end, status.view)}"


def _warnings(context: Context, calm: str | None = None) -> str:
    status = context.status
    own = f"{status.treatment.name} " if status.others or context.not_judged else ""
    all_warnings = [(warning, context.case.guide, own) for warning in status.warnings]
    for other in status.others:
        its_guide = context.others[other.id].guide
        all_warnings += [(warning, its_guide, f"{other.id} ") for warning in other.warnings]
    others = [log for other in status.others for log in other.unrecognised]
    unrecognised = [visible(log.item, _LONGEST_ITEM) for log in (*status.unrecognised, *others)]
    unrecognised += [f"{other.name} (update meso)" for other in context.not_judged]
    if unrecognised and not all_warnings:
        return f"nothing can judge: {', '.join(unrecognised)}"
    if not all_warnings:
        unknown = "no warning logged" if status.last_entry_at else "warning signs not known"
        return unknown if calm is None else calm
    worst, its_guide, of = min(all_warnings, key=lambda row: _leads(row[0]))
    told = " (told)" if worst.acknowledged else ""
    number = len(all_warnings) + len(unrecognised)
    more = f" +{number - 1}" if number > 1 else ""
    return f"{worst.tier.upper()}: {of}{inside(label_of(worst.id, its_guide))}{told}{more}"


def _leads(warning: StandingWarning) -> tuple[int, bool, int]:
    """The gravest leads; of a tier what nobody was told about, then a sign."""
    tier, kind = warning.place
    return tier, warning.acknowledged is not None, kind


def _restricted(status: Status, guide: Guide) -> str:
    standing = [row for row in status.restrictions if row.kind == "rule" and row.verdict != "allowed"]
    if any(state.not_now for state in status.restrictions):
        return "everything else waits"
    if not standing:
        return "nothing restricted"
    following = _next(status, guide)
    return f"{len(standing)} restricted" + (f", next {following}" if following else "")


def _upcoming_ends(status: Status, guide: Guide) -> list[tuple[dt.datetime, str]]:
    """The ends to come; none while everything waits.

    What only becomes advice when its time is up is never what comes next.
    """
    standing = [
        row for row in status.restrictions if row.kind == "rule" and row.verdict in ("not-yet", "caution")
    ]
    lifting = [state for state in standing if guide.restrictions[state.id].then is None]
    ends = [(state.earliest if state.state == "avoid" else state.until, state.id) for state in lifting]
    return sorted((end, id) for end, id in ends if end and elapsed(status.at, end) > 0 * HOUR)
