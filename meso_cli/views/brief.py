"""The status in one line, for a prompt."""

from meso_cli.model.case import Context
from meso_cli.model.guide import Guide
from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import Status, WarningSign
from meso_cli.text import visible
from meso_cli.when.saying import ago, hours, moment
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
            "nothing logged"
            if status.last_entry_at is None
            else f"logged {ago(status.last_entry_at, status.view)}",
            *([f"check the clock (#{status.ahead[0].id} is dated in the future)"] if status.ahead else []),
        )
    )


def _warnings(context: Context) -> str:
    status = context.status
    all_warnings = [(warning, context.case.guide) for warning in status.warnings]
    for other in status.others:
        all_warnings += [(warning, context.others[other.id].guide) for warning in other.warnings]
    others = [log for other in status.others for log in other.unjudged]
    unjudged = [visible(log.item, _LONGEST_ITEM) for log in (*status.unjudged, *others)]
    if unjudged and not all_warnings:
        return f"nothing can judge: {', '.join(unjudged)}"
    if not all_warnings:
        return "no warning logged" if status.last_entry_at else "warning signs not known"
    worst, its_guide = min(all_warnings, key=lambda row: _leads(row[0]))
    told = " (told)" if worst.acknowledged else ""
    number = len(all_warnings) + len(unjudged)
    more = f" +{number - 1}" if number > 1 else ""
    return f"{worst.tier.upper()}: {label_of(worst.id, its_guide).lower()}{told}{more}"


def _leads(warning: WarningSign) -> tuple[int, bool, int]:
    """The gravest leads; of a tier what nobody was told about, then a sign."""
    tier, kind = warning.place
    return tier, warning.acknowledged is not None, kind


def _restricted(status: Status, guide: Guide) -> str:
    standing = [state for state in status.restrictions if state.kind == "rule" and state.state != "allowed"]
    if not standing:
        return "no restriction by time"
    # What only becomes advice when its time is up is never what comes next.
    lifting = [state for state in standing if guide.restrictions[state.id].then is None]
    ends = [(state.earliest if state.state == "avoid" else state.until, state.id) for state in lifting]
    ahead = sorted((end, id) for end, id in ends if end and elapsed(status.at, end) > 0 * HOUR)
    if not ahead:
        return f"{len(standing)} restricted"
    end, id = ahead[0]
    label = guide.restrictions[id].label.lower()
    return f"{len(standing)} restricted, next {label} {moment(end, status.view)}"
