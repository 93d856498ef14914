"""How something went, in a sentence made from its numbers alone."""

from collections.abc import Sequence

from meso_cli.model.tiers import rank
from meso_cli.model.trend import Ending, ItemTrend
from meso_cli.text import counted, inside
from meso_cli.wording.warnings import rises_inside

_MOST_NAMED = 3
_OLD = 2
"""Days without a log after which a value is not of now."""


def trend_sentence(item: ItemTrend) -> str:
    """ "3 to 1 over 4 days, inside the usual range; 2 days not recorded" """
    return "; ".join(part for part in (trend_words(item), _missing(item), ahead_words(item)) if part)


def trend_words(item: ItemTrend) -> str:
    """The same where the days that were not recorded are seen."""
    if not item.recorded:
        return _unrecorded(item)
    return _sign(item) if item.kind == "sign" else f"{values_words(item)}, {_range(item)}"


def _unrecorded(item: ItemTrend) -> str:
    """What the days shown do not say; an older value is not left out for that."""
    if item.last is None:
        return "not recorded up to now" if item.future_dated else "never recorded"
    value = item.last.value
    last = str(value) if item.kind == "symptom" else "yes" if value else "no"
    return f"not recorded on these days, last {last} on day {item.last_on}"


def ahead_words(item: ItemTrend) -> str:
    """ "yes in #2, dated in the future"; nothing where nothing of it is."""
    if not item.future_dated:
        return ""
    gravest = max(item.future_dated, key=lambda log: log.value)
    said = str(gravest.value) if item.kind == "symptom" else "yes" if gravest.value else "no"
    return f"{said} in #{gravest.entry}, dated in the future"


def left_off_words(first_day: int, entries: int) -> str:
    """The days before those shown, with what they hold: "days 0 to 2, with 2 entries"; empty: none are."""
    if not first_day:
        return ""
    days = "day 0" if first_day == 1 else f"days 0 to {first_day - 1}"
    return f"{days}, with {counted(entries, 'entry', 'entries') if entries else 'no entry'}"


def zero_words(days_to_zero: int | None, ever: int | None) -> str:
    """When it went away: "0 from day 5 on", "not yet 0", "never above 0", "never recorded"."""
    if ever is None:
        return "never recorded"
    if ever == 0:
        return "never above 0"
    return "not yet 0" if days_to_zero is None else f"0 from day {days_to_zero} on"


def endings_words(endings: Sequence[Ending]) -> str:
    """ "At 0: swelling from day 2 on, redness from day 7 on. Not yet at 0: itching." """
    at_0 = sorted(
        (row for row in endings if row.days_to_zero is not None), key=lambda row: row.days_to_zero or 0
    )
    ended = ", ".join(f"{inside(row.label)} from day {row.days_to_zero} on" for row in at_0)
    others = ", ".join(inside(row.label) for row in endings if row.days_to_zero is None)
    return " ".join(
        f"{head}: {names}." for head, names in (("At 0", ended), ("Not yet at 0", others)) if names
    )


def days_words(days: Sequence[int]) -> str:
    """ "day 3", "days 3, 5 and 6", "6 days, the last of them day 12" """
    if len(days) == 1:
        return f"day {days[0]}"
    if len(days) > _MOST_NAMED:
        return f"{len(days)} days, the last of them day {days[-1]}"
    return f"days {', '.join(map(str, days[:-1]))} and {days[-1]}"


def values_words(item: ItemTrend) -> str:
    """From where to where: "3 to 1 over 4 days, highest 3 on day 2"; for what was recorded."""
    highest = [(cell.day, cell.highest.value) for cell in item.recorded if cell.highest]
    (first_day, first), (last_day, last) = highest[0], highest[-1]
    if len(highest) == 1:
        return f"{first} on day {first_day}"
    over = f"over {last_day - first_day + 1} days"
    peak_day, peak = max(highest, key=lambda pair: pair[1])
    if peak > max(first, last):
        return f"{first} to {last} {over}, highest {peak} on day {peak_day}"
    low_day, low = min(highest, key=lambda pair: pair[1])
    if low < min(first, last):
        return f"{first} to {last} {over}, lowest {low} on day {low_day}"
    return f"{first} {over}" if first == last else f"{first} to {last} {over}"


def _range(item: ItemTrend) -> str:
    """Where it lay against its course; a warning that stands is never left out."""
    above = [cell.day for cell in item.recorded if cell.above]
    where = f"above the usual range on {days_words(above)}" if above else "inside the usual range"
    if not item.warnings:
        return where
    gravest = max((warning.tier for warning in item.warnings), key=rank)
    if not above and all(rises_inside(warning) for warning in item.warnings):
        return f"{where}, but up again: a warning stands ({gravest})"
    return f"{where}, {'' if above else 'but '}a warning stands ({gravest})"


def _sign(item: ItemTrend) -> str:
    yes = [cell.day for cell in item.recorded if cell.highest and cell.highest.value]
    said = f"yes on {days_words(yes)}" if yes else "no on these days"
    if item.last is None or item.last.value:
        return f"{said}, not taken back"
    return f"{said}, then no" if yes else said


def _missing(item: ItemTrend) -> str:
    """How many days say nothing; and since when, where the last value was above 0."""
    missing = len(item.days) - len(item.recorded)
    if not missing or not item.recorded:  # that is said already
        return ""
    said = f"{missing} {'day' if missing == 1 else 'days'} not recorded"
    last = item.recorded[-1]
    is_open = last.highest is not None and last.logs[-1].value > 0
    return (
        f"{said}, nothing since day {last.day}" if is_open and item.days[-1].day - last.day >= _OLD else said
    )
