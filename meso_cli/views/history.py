"""What was recorded, as a list: treatments, then the entries of one, the latest last."""

from collections.abc import Iterator

from meso_cli.model.guide import Guide
from meso_cli.model.history import History
from meso_cli.model.records import Acknowledgement, Entry, Treatment
from meso_cli.model.settings import Settings
from meso_cli.model.tiers import TIERS
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.text import inside, visible
from meso_cli.views.blocks import Block, Document, Grid, Say
from meso_cli.when.saying import clock, hours, moment, weekday_date
from meso_cli.wording.trend import endings_words
from meso_cli.wording.values import label_of, listed, said_words, treatment_words

_NOTE_SHOWN = 200
_NUMBERS_SHOWN = 6


def history_document(history: History, guide: Guide, own: Settings, view: Viewpoint) -> Document:
    """Every treatment in a line, the chosen one's entries, then what somebody was told."""
    return (
        Grid(
            "Treatments",
            ("Treatment", "when", "follow-up"),
            tuple(_treatment(row, view) for row in history.treatments),
        ),
        _entries(history, guide, own, view),
        *_elsewhere(history),
        *([Say(endings_words(history.endings))] if history.endings else []),
        *_told(history.told, guide, view),
        Say("To correct one: meso edit ID ITEM=VALUE. To remove one: meso delete ID.", "muted"),
    )


def _treatment(treatment: Treatment, view: Viewpoint) -> tuple[str, ...]:
    ended = f"ended {moment(treatment.ended_at, view)}" if treatment.ended_at else "open"
    local = treatment.at.astimezone(view.now.tzinfo)
    return treatment_words(treatment), f"{weekday_date(local.date())} {clock(local)}", ended


def _entries(history: History, guide: Guide, own: Settings, view: Viewpoint) -> Block:
    treatment = history.treatment
    if not history.entries and history.elsewhere is not None:
        return Say(f"No note in an entry of {treatment.name} says that.")
    if not history.entries:
        return Say(f"No entry of {treatment.name} to show.")
    rows = tuple(
        (f"#{entry.id}", moment(entry.at, view), _place(treatment, entry, own), _what(entry, guide))
        for entry in history.entries
    )
    return Grid(f"Entries of {treatment.name}", ("Entry", "when", "", ""), rows, below=True)


def _elsewhere(history: History) -> Iterator[Block]:
    """Where else the words are: what is shown is of one treatment."""
    for row in history.elsewhere or ():
        entries = listed((f"#{number}" for number in row.entries), _NUMBERS_SHOWN)
        places = (
            f"the note of {row.treatment}" if row.in_its_note else "",
            f"{entries} of {row.treatment} (see: meso history {row.treatment})" if row.entries else "",
        )
        yield Say(f"Also in {' and '.join(place for place in places if place)}.")
    if history.elsewhere == () and not history.entries:
        yield Say("Nor does any note of another treatment.")


def _told(told: tuple[Acknowledgement, ...], guide: Guide, view: Viewpoint) -> Iterator[Block]:
    if told:
        rows = tuple(
            (
                f"{inside(label_of(row.warning, guide))} ({_tier(row.tier)})",
                moment(row.at, view),
                f'"{visible(row.text, _NOTE_SHOWN)}"',
            )
            for row in told
        )
        yield Grid("Told somebody", ("Warning", "when", ""), rows)


def _tier(tier: str) -> str:
    return tier if tier in TIERS else f"{visible(tier, 40)}, not understood"


def _place(treatment: Treatment, entry: Entry, own: Settings) -> str:
    return f"day {treatment.day(entry.at, own.day_start)} · {hours(treatment.hours(entry.at))}"


def _what(entry: Entry, guide: Guide) -> str:
    """What an entry says, in the guide's order: what is there, then what is not, then care and the note."""
    order = {id: place for place, id in enumerate((*guide.symptoms, *guide.signs, *guide.care))}
    seen = sorted(entry.observations, key=lambda one: order.get(one.item, len(order)))
    absent = [
        one for one in seen if not one.value and (one.item in guide.symptoms or one.item in guide.signs)
    ]
    there = [said_words(one.item, one.value, one.reading, guide) for one in seen if one not in absent]
    parts = (
        *there,
        _named("none", [one.item for one in absent if one.item in guide.symptoms], guide),
        _named("no", [one.item for one in absent if one.item in guide.signs], guide),
        f'"{visible(entry.note, _NOTE_SHOWN)}"' if entry.note else "",
    )
    return " · ".join(part for part in parts if part)


def _named(how: str, items: list[str], guide: Guide) -> str:
    """ "none: swelling, pain", "no: fever, pus" """
    return f"{how}: {', '.join(inside(label_of(item, guide)) for item in items)}" if items else ""
