"""How it went: the symptoms of one treatment, day by day."""

from collections.abc import Sequence
from itertools import islice

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import has_guide, look, own_case
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.errors import BadValue, NothingFound
from meso_cli.model.case import Case, Context
from meso_cli.model.records import Treatment
from meso_cli.model.trend import ItemTrend, Trend
from meso_cli.recovery.trend import MOST_DAYS, Shown, trend
from meso_cli.store.reading import reading
from meso_cli.text import visible
from meso_cli.values import NamedTuple

_MOST_EARLIER = 3


class TrendRequest(NamedTuple):
    """What somebody wants to see, as typed: which symptoms, how many days, of which treatment."""

    symptoms: Sequence[str] = ()
    days: str | None = None
    treatment: str | None = None


def show_trend(call: Call, asked: TrendRequest, *, json: bool = False) -> None:
    """Shows the symptoms asked for, or all."""
    days = days_asked(asked.days)
    context = look(call, named=asked.treatment)
    chosen = _ids(asked.symptoms, context.case)
    if not context.case.record.entries and not context.case.record.future_dated:
        name = context.case.treatment.name
        raise NothingFound(f"Nothing is logged for {name} yet, so there is no trend; log how it is: meso log")
    found = trend(
        context.case,
        call.settings,
        context.status.view,
        Shown(days, chosen),
        earlier=_earlier(call, context),
    )
    items = _items(found, chosen)
    if json:
        from meso_cli.export.trend_json import trend_json

        terminal.write_document(trend_json(found, items))
        return
    from meso_cli.views.trend import trend_document

    terminal.show(trend_document(found, context, items), call)


def days_asked(words: str | None) -> int | None:
    """The number of days that was typed, as `report` takes it, too."""
    if words is None:
        return None
    typed = words.strip()
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MOST_DAYS)) else 0
    if not 1 <= number <= MOST_DAYS:
        raise BadValue(f"--days takes 1 to {MOST_DAYS}, not '{visible(words, 40)}'", "try --days 14")
    return number


def _ids(words: Sequence[str], case: Case) -> tuple[str, ...]:
    """The symptoms and signs that were named; `BadValue` for the first that is none."""
    items = items_of(case.guide, case.plan)
    ids = []
    for word in words:
        id = items.item(word)
        if id is None or id in case.guide.care:
            from difflib import get_close_matches

            near = get_close_matches(word.casefold(), [*case.guide.symptoms, *case.guide.signs], n=1)
            hint = f"did you mean {near[0]}?" if near else f"symptoms are {', '.join(case.guide.symptoms)}"
            raise BadValue(f"'{visible(word, 40)}' is not a symptom or sign; {hint}")
        ids.append(id)
    return tuple(dict.fromkeys(ids))


def _items(of: Trend, chosen: tuple[str, ...]) -> tuple[ItemTrend, ...]:
    """What was chosen; where that is signs alone, and none was ever asked about, nothing is found."""
    by_id = {item.id: item for item in of.items}
    if not chosen:
        return of.items
    items = tuple(by_id[id] for id in chosen)
    if all(item.kind == "sign" and item.is_never_logged for item in items):
        labels = " or ".join(item.label for item in items)
        stands = "a warning stands, see: meso status" if of.warnings else f"see: meso why {items[0].id}"
        raise NothingFound(f"You never logged {labels} for {of.treatment.name}; {stands}")
    return items


def _earlier(call: Call, context: Context) -> tuple[Case, ...]:
    """The treatments before this one that something was logged for, the latest first."""
    this = context.case.treatment
    with reading(call.database) as store:
        before = [row for row in store.treatments() if _place(row) < _place(this) and has_guide(row)]
        records = (store.record(row.id) for row in reversed(before))
        logged = (own_case(record) for record in records if record.entries)
        return tuple(islice(logged, _MOST_EARLIER))


def _place(treatment: Treatment) -> tuple[float, int]:
    return treatment.at.timestamp(), treatment.id
