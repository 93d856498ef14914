"""The answer to `meso log`: warnings first, then what was saved and what it means today."""

import datetime as dt
from collections.abc import Iterator

from meso_cli.model.case import Context
from meso_cli.model.guide import Guide
from meso_cli.model.records import Acknowledgement, Entry, Observation
from meso_cli.model.status import Status
from meso_cli.signs.course import expected_at
from meso_cli.text import capitalised, counted, inside, visible
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Alarm, Block, Document, Grid, Role, Row, Say, Section
from meso_cli.views.scare import WAITS, alarm
from meso_cli.views.status import elsewhere, warning_blocks
from meso_cli.views.warnings import role_of
from meso_cli.vocabulary.notes import Noted
from meso_cli.when.saying import absolute, hours, moment
from meso_cli.wording.values import label_of, treatment_words, value_words
from meso_cli.wording.warnings import rises_inside

UNDO = "To take it back: meso undo"
_NOTE_SHOWN = 60
_FOLDED = 3
"""So many signs, or symptoms, that are not there share a row."""
_NAMED = 5
"""More signs than these are counted: names would fill the screen."""


class Receipt(NamedTuple):
    """What a command wrote, to be confirmed.

    `entry` and `told` are what was recorded; `note` is what the entry's note names, which nobody
    judges. `read_as`: how words were understood. `elsewhere`: it went to another treatment than a
    person would expect. `changed` is false where nothing is to be taken back: undo would take back
    what was before. `card_above`: the red-flag card has just been shown.
    `next_look`: when to look again, where several looks of a day were alike.
    """

    entry: Entry | None
    told: tuple[Acknowledgement, ...] = ()
    note: Noted | None = None
    read_as: tuple[str, ...] = ()
    elsewhere: bool = False
    verb: str = "Logged"
    changed: bool = True
    card_above: bool = False
    next_look: dt.datetime | None = None


def logged_document(receipt: Receipt, context: Context) -> Document:
    """What was written, the warnings that stand with it first."""
    if scare := alarm(context, card_above=receipt.card_above):
        return tuple(_in_scare(scare, receipt, context))
    return (
        *warning_blocks(context),
        *(_saved(receipt.entry, receipt, context) if receipt.entry else ()),
        *_not_judged(receipt.note),
        *_told(receipt, context),
        *(Say(sentence[0].upper() + sentence[1:] + ".", "watch") for sentence in receipt.read_as),
        *_enough(receipt.next_look, context),
        *elsewhere(context.status),
        *((Say(UNDO, "muted"),) if receipt.changed else ()),
    )


def _in_scare(scare: Alarm, receipt: Receipt, context: Context) -> Iterator[Block]:
    """The scare, then what was saved in a line or two, which can wait."""
    yield scare
    if not (receipt.card_above and scare.role == "emergency"):  # the whole card fills a small screen
        yield Say(WAITS, "muted")
    if receipt.entry:
        undo = f" {UNDO}" if receipt.changed else ""
        read_as = f" ({'; '.join(receipt.read_as)})" if receipt.read_as else ""
        yield Say(f"{_saved_words(receipt.entry, receipt, context)}{read_as}.{undo}", "muted")
    yield from _not_judged(receipt.note)
    yield from _told(receipt, context)


def _saved_words(entry: Entry, receipt: Receipt, context: Context) -> str:
    status = context.status
    to = f" to {treatment_words(status.treatment)}" if receipt.elsewhere or status.others else ""
    return f"{receipt.verb} #{entry.id}{to}: {absolute(entry.at, status.at)}"


def _saved(entry: Entry, receipt: Receipt, context: Context) -> Iterator[Block]:
    status, guide = context.status, context.case.guide
    after = f"{hours(status.treatment.hours(entry.at))} after the treatment"
    yield Say(f"{_saved_words(entry, receipt, context)}, {after}.")
    absent = [seen for seen in entry.observations if seen.item in guide.signs and not seen.value]
    none = [seen for seen in entry.observations if seen.item in guide.symptoms and not seen.value]
    folded = [seen for group in (absent, none) if len(group) >= _FOLDED for seen in group]
    told = [seen for seen in entry.observations if seen not in folded]
    rows = tuple(_row(observation, entry, status, guide) for observation in told)
    if rows:
        roles = tuple(
            role_of(observation.item, status.warnings) if observation.value else "" for observation in told
        )
        yield Grid("What it says", ("Item", "", ""), rows, roles)
    if len(none) >= _FOLDED:
        yield Say(f"None: {_labels(none, guide)}.")
    if len(absent) >= _FOLDED:
        yield Say(f"No: {_labels(absent, guide) if len(absent) <= _NAMED else _counted(absent, guide)}.")
    if entry.note:
        yield Section("Note", (Row("", visible(entry.note, _NOTE_SHOWN)),))


def _enough(next_look: dt.datetime | None, context: Context) -> Iterator[Block]:
    if next_look is not None:
        yield Say(
            "Nothing changed between your looks today. The next useful look is "
            f"{moment(next_look, context.status.view)}; sooner only if something gets worse."
        )


def _labels(seen: list[Observation], guide: Guide) -> str:
    return ", ".join(inside(label_of(each.item, guide)) for each in seen)


def _counted(seen: list[Observation], guide: Guide) -> str:
    """ "21 red flags, 3 other signs" """
    red = sum(guide.signs[each.item].is_red_flag for each in seen)
    both = ((red, "red flag"), (len(seen) - red, "other sign" if red else "sign"))
    return ", ".join(counted(number, name) for number, name in both if number)


def _not_judged(note: Noted | None) -> Iterator[Block]:
    if note and note.to_log:
        yield Say(f"Notes are not judged. To record it: meso log {' '.join(note.to_log)}", "watch")
    elif note and note.look_for:
        signs = " ".join(note.look_for)
        yield Say(f"Notes are not judged. If you see any of these, record it: meso log {signs}", "watch")


def _told(receipt: Receipt, context: Context) -> Iterator[Block]:
    """What was told, the same about each; then what has become of each since."""
    if not receipt.told:
        return
    status, first = context.status, receipt.told[0]
    of = f" of {treatment_words(status.treatment)}" if receipt.elsewhere else ""
    names = {told.warning: inside(label_of(told.warning, context.case.guide)) for told in receipt.told}
    said = visible(first.text, _NOTE_SHOWN)
    yield Say(f'Told about {" and ".join(names.values())}{of}, {absolute(first.at, status.at)}: "{said}".')
    known = {warning.id: warning.acknowledged is not None for warning in status.warnings}
    became = {name: _BECAME[known.get(id)] for id, name in names.items()}
    if len({*became.values()}) == 1:
        (one, several, role), *_ = became.values()
        yield Say(one if len(names) == 1 else several, role)
        return
    for name, (one, _, role) in became.items():
        yield Say(f"{capitalised(name)}: {inside(one)}", role)


_BECAME: dict[bool | None, tuple[str, str, Role]] = {
    None: (
        "It does not stand by itself any more.",
        "They do not stand by themselves any more.",
        "muted",
    ),
    False: (
        "It was triggered again since then, so it stands as not told.",
        "They were triggered again since then, so they stand as not told.",
        "watch",
    ),
    True: (
        "The warning stays as it is, and so does what you are to ask about first.",
        "The warnings stay as they are, and so does what you are to ask about first.",
        "muted",
    ),
}
"""What became of a warning since it was told about: not standing, standing as not told, or as told."""


def _row(observation: Observation, entry: Entry, status: Status, guide: Guide) -> tuple[str, ...]:
    label, meaning = label_of(observation.item, guide), _meaning(observation, entry, status, guide)
    return capitalised(label), _value(observation, guide), meaning


def _value(observation: Observation, guide: Guide) -> str:
    return value_words(observation.item, observation.value, guide, observation.reading)


def _meaning(observation: Observation, entry: Entry, status: Status, guide: Guide) -> str:
    """What this value says: a symptom at the hour of its own entry, care as it adds up today."""
    item = observation.item
    if item in guide.symptoms:
        usual = expected_at(guide.symptoms[item], status.treatment, guide, entry.at)
        is_up = any(warning.id == item and rises_inside(warning) for warning in status.warnings)
        return f"usual up to {usual} at that hour{', but up again' if is_up and observation.value else ''}"
    care = next((state for state in status.care if state.id == item), None)
    if care is not None and care.done_today is not None:
        per_day = guide.care[item].per_day
        return f"{care.done_today} today" + (f" of {per_day}" if per_day else "")
    return ""
