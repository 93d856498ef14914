"""Warnings in words: what their tier asks for, the entries they rest on, who was told."""

from collections.abc import Iterable, Iterator

from meso_cli.model.guide import Guide
from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import Acknowledged, Log, StandingWarning
from meso_cli.model.tiers import Tier
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Library, Words
from meso_cli.text import inside, visible
from meso_cli.when.saying import ago, moment
from meso_cli.wording.values import label_of, said_words

_SHOWN_LOGS = 4


def todo_words(tier: Tier, words: Words, *, is_inflammatory: bool) -> str:
    """What a tier asks for, with its day: inflammation does not wait until tomorrow."""
    day = "" if tier != "contact" else " today" if is_inflammatory else " today or tomorrow"
    return f"{words.title}{day}"


def history_lines(risks: Iterable[str], library: Library) -> Iterator[str]:
    """What recorded risks of the history mean for a warning."""
    for risk in risks:
        words = library("history")[risk]
        yield f"You recorded {inside(words.title or risk)}: {words.noted}"


def told_words(told: Acknowledged, view: Viewpoint) -> str:
    """When somebody was told about a warning, and what was said."""
    return f"{moment(told.at, view)}: {visible(told.text, 200)}"


def because(logs: tuple[Log, ...], guide: Guide, view: Viewpoint) -> str:
    """The entries that a warning rests on: value, age and number; the latest where they are many."""
    shown = logs[-_SHOWN_LOGS:]
    more = f"{len(logs) - len(shown)} earlier, " if len(shown) < len(logs) else ""
    return more + ", ".join(_log_words(log, guide, view) for log in shown)


def _log_words(log: Log, guide: Guide, view: Viewpoint) -> str:
    return f"{reported_words(log, guide)} ({ago(log.at, view)}, #{log.entry})"


def reported_words(log: Log, guide: Guide) -> str:
    """What was logged: "redness 2 moderate"; a sign that was reported by its name alone, "fever, 38.5 °C"."""
    if log.item in guide.signs and log.value and log.reading is None:
        return inside(label_of(log.item, guide))
    return said_words(log.item, log.value, log.reading, guide)


def gone_words(logs: Iterable[Log], guide: Guide, view: Viewpoint) -> str:
    """How to say that a sign of some time ago is gone, as nothing else ends it; empty where none is old."""
    stale = guide.rules.stale_after * HOUR
    in_order = sorted(logs, key=lambda log: (log.at, log.entry))
    latest = {log.item: log for log in in_order if log.item in guide.signs}
    old = [log.item for log in latest.values() if log.value and elapsed(log.at, view.now) >= stale]
    return f"Gone since then? Log it: meso log {' '.join(f'{item}=no' for item in old)}" if old else ""


_KINDS = {
    "reported": "reported",
    "combination": "together",
    "above-course": "above the usual range",
    "outlasting": "longer than usual",
    "rebound": "up again",
}


_RISES_INSIDE = "up again inside its usual range, when it should only settle"


def rises_inside(warning: StandingWarning) -> bool:
    """Whether a symptom is told for its rise alone: each grade by itself would be usual."""
    return warning.kinds == ("rebound",)


def kinds_words(warning: StandingWarning) -> str:
    """By which rules it stands: "above the usual range, up again"."""
    if rises_inside(warning):
        return _RISES_INSIDE
    return ", ".join(_KINDS[kind] for kind in warning.kinds)
