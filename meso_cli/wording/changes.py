"""What changed in the last day, in words."""

from meso_cli.model.guide import Guide
from meso_cli.model.status import Change
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.text import capitalised, inside
from meso_cli.when.saying import moment
from meso_cli.wording.values import label_of

_MOVED = {"lifted": "Allowed", "eased": "With caution", "held": "Time is up, but ask first,"}


def change_words(change: Change, guide: Guide, view: Viewpoint) -> str:
    """A change by itself: "Redness 1 to 2", "Allowed since today 15:00: Makeup, Swimming"."""
    if change.kind == "value":
        words = value_change(change, guide)
        return capitalised(words)
    labels = ", ".join(guide.restrictions[id].label for id in change.ids)
    return f"{_MOVED[change.kind]} since {moment(change.at, view)}: {labels}"


def value_change(change: Change, guide: Guide) -> str:
    """An item whose value moved, inside a sentence: "redness 1 to 2", "pus now reported"."""
    (item,) = change.ids
    label = inside(label_of(item, guide))
    if item in guide.symptoms:
        return f"{label} {change.before} to {change.now}"
    return f"{label} {'now' if change.now else 'no longer'} reported"
