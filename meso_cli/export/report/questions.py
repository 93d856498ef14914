"""The page's questions: the patient's own, from their notes, and those that the record leaves open."""

from collections.abc import Iterator

from meso_cli.export.report.log import days_words, entries_of
from meso_cli.export.report.material import Material
from meso_cli.model.records import Entry
from meso_cli.values import NamedTuple
from meso_cli.wording import report as words

_MOST = 4


class Questions(NamedTuple):
    """The patient's latest with their places, how many `more`, why there is `none`; what is open."""

    own: tuple[tuple[str, str], ...]
    more: int
    none: str
    open: tuple[str, ...]


def questions_of(material: Material) -> Questions:
    """What to talk about."""
    notes = material.chosen.notes
    asked = [entry for entry in entries_of(material) if notes and entry.note and "?" in entry.note]
    return Questions(
        own=tuple(_own(asked, material)),
        more=max(0, len(asked) - _MOST),
        none=_none(material),
        open=tuple(words.open_questions(material.compared, material.context.case)),
    )


def _own(asked: list[Entry], material: Material) -> Iterator[tuple[str, str]]:
    """What the patient wrote with a question mark; the latest."""
    case, day_start = material.context.case, material.settings.day_start
    for entry in asked[-_MOST:]:
        text = " ".join((entry.note or "").split())
        yield (
            f"day {case.treatment.day(entry.at, day_start)}, #{entry.id}",
            text[:200] + "…" * (len(text) > 200),
        )


def _none(material: Material) -> str:
    """What it means that none stands here: notes may be left out, and so may days."""
    if not material.chosen.notes:
        return "Notes were left out."
    return f"None noted on {days_words(material.summary)}." if material.summary.left_off else "None noted."
