"""A clinic's sheet for a patient, from its plan: what to avoid until when, care, whom to call. One page."""

import datetime as dt
from collections.abc import Iterator, Mapping

from meso_cli.model.guide import Guide, Restriction
from meso_cli.model.plan import ClinicPlan
from meso_cli.model.records import HOUR
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Library
from meso_cli.recovery.plan import extended, words_with
from meso_cli.recovery.windows import GuideWindow, Window, window_until
from meso_cli.text import capitalised
from meso_cli.values import NamedTuple
from meso_cli.when.saying import absolute, moment, span, weekday_date
from meso_cli.wording.modifiers import extended_words, label_meanings

_FIRST = 0.0


class Row(NamedTuple):
    """One thing to avoid: until when, until when with care, what lengthens it, what the clinic adds.

    `guide`: the guide's own time, where the clinic's is looser.
    """

    label: str
    until: str
    care_until: str
    longer: str
    note: str
    is_ours: bool
    guide: str = ""


class Block(NamedTuple):
    """A part of the red-flag card: what to do, then when, then what else."""

    heading: str
    items: tuple[str, ...]
    lines: tuple[str, ...]


class Sheet(NamedTuple):
    """The whole sheet."""

    clinic: str
    issued: str
    phone: str
    out_of_hours: str
    treated: str
    avoid: tuple[Row, ...]
    care: tuple[tuple[str, str], ...]
    signs: tuple[tuple[str, str], ...]
    card: tuple[Block, ...]
    meanings: tuple[str, ...]
    guide: str
    intended_use: str


class Given(NamedTuple):
    """What a sheet is made from; `treated` is None where the date is to be filled in by hand."""

    plan: ClinicPlan
    guide: Guide
    library: Library
    card: str
    treated: dt.datetime | None = None


def sheet(given: Given) -> Sheet:
    """What stands on the sheet, in the order in which things end."""
    plan, guide = given.plan, extended(given.guide, given.plan)
    library = words_with(given.library, plan)
    ours = {row.restriction: (row.hours, row.note) for row in plan.windows}
    ours.update({row.id: (row.earliest, row.instead) for row in plan.activities})
    rows = [(_window(row, ours), row) for row in guide.restrictions.values() if row.kind == "rule"]
    own_care = {row.id for row in plan.care}
    return Sheet(
        clinic=plan.name,
        issued=weekday_date(plan.issued),
        phone=plan.contacts.phone or "",
        out_of_hours=plan.contacts.out_of_hours or "",
        treated=absolute(given.treated, given.treated) if given.treated else "",
        avoid=tuple(_row(window, row, ours, given) for window, row in sorted(rows, key=_last)),
        care=tuple(
            (row.label, library("care")[row.id].text or "")
            for row in sorted(guide.care.values(), key=lambda row: row.id not in own_care)
            if row.on_sheet
        ),
        signs=tuple((row.label, row.advice) for row in plan.signs),
        card=tuple(_blocks(given.card)),
        meanings=tuple(label_meanings(guide)),
        guide=guide.version,
        intended_use=library("about")["intended-use"].text or "",
    )


def _window(row: Restriction, ours: Mapping[str, tuple[float | None, str | None]]) -> Window:
    """The guide's base time, the clinic's laid over it as `status` does."""
    own = GuideWindow(row.earliest, row.until)
    return window_until(ours[row.id][0], own) if row.id in ours else Window(*own)


def _last(pair: tuple[Window, Restriction]) -> tuple[bool, float, float]:
    window = pair[0]
    ends = (window.earliest, window.until)
    return None in ends, window.until or _FIRST, window.earliest or _FIRST


def _row(
    window: Window, row: Restriction, ours: Mapping[str, tuple[float | None, str | None]], given: Given
) -> Row:
    is_ours = row.id in ours
    note = ours[row.id][1] if is_ours else None
    care = window.until if window.until != window.earliest else None
    longer = "" if is_ours else "; ".join(_longer(row, given.guide))
    return Row(
        row.label,
        "until we say so" if window.earliest is None else _end(window.earliest, given.treated),
        "" if care is None or window.earliest is None else _end(care, given.treated),
        longer,
        ". ".join(capitalised(words) for words in (row.meanwhile, note) if words),
        is_ours,
        _guide_words(window, row, given) if is_ours else "",
    )


def _guide_words(window: Window, row: Restriction, given: Given) -> str:
    """The guide's time where the clinic's lets it go earlier: both are shown then, with what lengthens it."""
    if row.id not in given.guide.restrictions or row.until is None:
        return ""
    own = Window(row.earliest, row.until)
    if not any(
        theirs is not None and guides is not None and theirs < guides
        for theirs, guides in zip(window, own, strict=False)
    ):
        return ""
    earliest, until = (_end(hours, given.treated) for hours in (row.earliest, row.until))
    with_care = "" if row.until == row.earliest else f", then with care until {until}"
    until_or_for = "until" if given.treated else "for"
    longer = "".join(f"; {words}" for words in _longer(row, given.guide))
    return f"The guide: not {until_or_for} {earliest}{with_care}{longer}"


def _end(hours: float, treated: dt.datetime | None) -> str:
    """A length, or the moment on the clocks of the treatment."""
    if treated is None:
        return span(hours)
    end = (treated.astimezone(dt.UTC) + hours * HOUR).astimezone(treated.tzinfo)
    return moment(end, Viewpoint(treated, asked=True))


def _longer(row: Restriction, guide: Guide) -> Iterator[str]:
    """ "4 days with deep needling or radio-frequency" """
    return (f"{time} with {why}" for time, why in extended_words(row.extended, guide))


def _blocks(card: str) -> Iterator[Block]:
    """The card's paragraphs: "- " begins an item, the first line is what to do."""
    for paragraph in card.strip().split("\n\n"):
        first, *rest = paragraph.splitlines()
        items = tuple(line.strip()[2:] for line in rest if line.strip().startswith("- "))
        lines = tuple(line.strip() for line in rest if not line.strip().startswith("- "))
        yield Block(first, items, (" ".join(lines),) if lines else ())
