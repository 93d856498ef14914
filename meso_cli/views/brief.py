"""The status in one line, for a prompt."""

from meso_cli.model.guide import Guide
from meso_cli.model.status import Status
from meso_cli.model.tiers import rank
from meso_cli.views.warnings import label_of
from meso_cli.when.saying import ago, hours, moment


def brief(status: Status, guide: Guide) -> str:
    """Day, the most serious warning of all treatments, how much is restricted, the last check-in."""
    return " · ".join(
        (
            f"Day {status.day} ({hours(status.elapsed_hours)})",
            _warnings(status, guide),
            _restricted(status, guide),
            "nothing logged"
            if status.last_entry_at is None
            else f"logged {ago(status.last_entry_at, status.at)}",
        )
    )


def _warnings(status: Status, guide: Guide) -> str:
    all_warnings = [(warning, guide) for warning in status.warnings]
    for other in status.others:
        all_warnings += [(warning, other.guide) for warning in other.warnings]
    if not all_warnings:
        return "no warning logged" if status.last_entry_at else "warning signs not known"
    worst, its_guide = max(all_warnings, key=lambda row: (rank(row[0].tier), row[0].acknowledged is None))
    told = " (told)" if worst.acknowledged else ""
    more = f" +{len(all_warnings) - 1}" if len(all_warnings) > 1 else ""
    return f"{worst.tier.upper()}: {label_of(worst.id, its_guide).lower()}{told}{more}"


def _restricted(status: Status, guide: Guide) -> str:
    standing = [state for state in status.restrictions if state.kind == "rule" and state.state != "allowed"]
    if not standing:
        return "no restriction by time"
    ends = [(state.earliest if state.state == "avoid" else state.until, state.id) for state in standing]
    ahead = sorted((end, id) for end, id in ends if end is not None and end > status.at)
    if not ahead:
        return f"{len(standing)} restricted"
    end, id = ahead[0]
    return f"{len(standing)} restricted, next {guide.restrictions[id].label.lower()} {moment(end, status.at)}"
